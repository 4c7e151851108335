/** By which the program is handed its clock; tests hand it a fixed one. */
export const CLOCK = Symbol('clock');

/** Gives the present instant. */
export type Clock = () => Date;
