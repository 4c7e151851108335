import { OAuthRefusedError } from './oauth-refused-error.js';

/** How long a person has, from the first page to the last. */
export const SIGN_IN_WITHIN_MS = 600_000;

/** Nobody signs in that often; a flood must not fill the memory. */
const MOST_PENDING = 1000;

interface Pending<T> {
  readonly browser: string;
  readonly endsAt: number;
  readonly kept: T;
}

/**
 * Sign-ins that were begun and have not come back, by their `state`: each is good once, for ten minutes, and only in
 * the browser it began in. In memory alone: a code verifier is stored nowhere.
 */
export class PendingSignIns<T> {
  private readonly pending = new Map<string, Pending<T>>();

  constructor(private readonly now: () => Date) {}

  /** `browser`: a random mark that only this browser holds (a cookie; for paste-back the terminal itself). */
  begin(state: string, browser: string, kept: T): void {
    const now = this.now().getTime();
    for (const [known, { endsAt }] of this.pending) {
      if (endsAt <= now - SIGN_IN_WITHIN_MS || this.pending.size >= MOST_PENDING) this.pending.delete(known);
    }
    this.pending.set(state, { browser, kept, endsAt: now + SIGN_IN_WITHIN_MS });
  }

  /** What was kept. Whatever comes of it, that state is used up. @throws OAuthRefusedError */
  take(state: string | null, browser: string | null, title: string): T {
    const found = state === null ? undefined : this.pending.get(state);
    if (state === null || found === undefined) throw new OAuthRefusedError('attempt-unknown', title);
    this.pending.delete(state);
    if (found.browser !== browser) throw new OAuthRefusedError('other-browser', title);
    if (found.endsAt <= this.now().getTime()) throw new OAuthRefusedError('attempt-too-late', title);
    return found.kept;
  }
}
