import { type Refusal, RefusedError } from './refused-error.js';

/** Why the way through the sign-in service ends, as one word that an address may carry: pages have the sentences. */
export type OpenIdProblem = 'not-let-in' | 'not-invited' | 'connect-first' | 'of-somebody-else';

/** Who came back from the sign-in service is refused. */
export class OpenIdRefusedError extends RefusedError {
  constructor(
    readonly problem: OpenIdProblem,
    refusal: Refusal,
    message: string,
    step: string,
  ) {
    super(refusal, message, step);
  }
}
