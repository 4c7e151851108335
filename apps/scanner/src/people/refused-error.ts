import { UserActionError } from '#connectors/contract/error.js';

/** Why somebody is refused; `in the way`: something that is there already; `too often`: she must wait. */
export type Refusal = 'not signed in' | 'not allowed' | 'not there' | 'in the way' | 'too often';

/** A person can not have what she asks for, and `step` says what she can do. */
export class RefusedError extends UserActionError {
  constructor(
    readonly refusal: Refusal,
    message: string,
    step: string,
    /** When it is worth trying again. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super({ message, step });
  }
}

/** The same for what is not there and for what belongs to others. */
export function notThere(): RefusedError {
  return new RefusedError(
    'not there',
    'There is nothing at this address, or it is not yours to see.',
    'Go back to the overview and look for it there.',
  );
}
