/** What a login of an account may do, from little to all. */
const LEVELS = ['viewer', 'author', 'manager', 'admin', 'owner'] as const;

export type Level = (typeof LEVELS)[number];

/** Conditions under which whoever connected is no owner. */
export const LOWER_LEVELS: readonly Level[] = ['viewer', 'author', 'manager', 'admin'];

export function levelOf(has: (condition: string) => boolean): Level {
  return LOWER_LEVELS.find((level) => has(level)) ?? 'owner';
}

export function isAtLeast(level: Level, needed: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(needed);
}
