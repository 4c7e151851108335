import { OAuthRefusedError } from '#connectors/kit/oauth/oauth-refused-error.js';
import { clockWords, type OAuthProblem, testingWords } from '#connectors/kit/oauth/oauth-problem.js';
import type { TokenSet } from '#connectors/kit/oauth/token-set.js';
import { isClockWrong } from '#connectors/kit/oauth/vendor-clock.js';
import type { Health, Notice } from './health.js';

/** When a login began, and when it ends by itself, where the vendor says so. */
export interface LoginSpan {
  readonly loginBeganAt: string | null;
  readonly loginEndsAt: string | null;
}

/** A week, and a day for rounding: what Google gives an app that stands at "Testing". */
const A_WEEK_MS = 8 * 86_400_000;

/** Problems that only a new sign-in mends. The secrets stay all the same: a vendor may think better of it. */
const LOGIN_LOST: ReadonlySet<OAuthProblem> = new Set([
  'revoked',
  'ended-by-itself',
  'ended-in-testing',
  'wrong-client',
  'key-not-taken',
  'not-a-service-account',
  'service-account-refused',
]);

/** The same refusal, with what is known of how long the login was given for. */
export function withKnownEnd(
  error: OAuthRefusedError,
  span: LoginSpan,
  title: string,
  now: Date,
): OAuthRefusedError {
  const { loginEndsAt } = span;
  if (error.problem !== 'revoked' || loginEndsAt === null || Date.parse(loginEndsAt) > now.getTime())
    return error;
  return new OAuthRefusedError(isForAWeek(span) ? 'ended-in-testing' : 'ended-by-itself', title);
}

export function healthAfter(error: OAuthRefusedError, { notices }: Health): Health {
  const { message, step } = error;
  const state = LOGIN_LOST.has(error.problem) ? 'reconnect needed' : 'help needed';
  return { state, problem: { message, step, of: 'login' }, notices };
}

/** What to know of a login that works. */
export function noticesOf(tokens: TokenSet, span: LoginSpan, title: string): readonly Notice[] {
  const notices: Notice[] = [];
  const { clockAheadMs } = tokens;
  if (isClockWrong(clockAheadMs)) notices.push(clockWords(Math.round(clockAheadMs / 60_000)));
  if (isForAWeek(span)) notices.push(testingWords(title));
  return notices;
}

function isForAWeek({ loginBeganAt, loginEndsAt }: LoginSpan): boolean {
  if (loginBeganAt === null || loginEndsAt === null) return false;
  return Date.parse(loginEndsAt) - Date.parse(loginBeganAt) <= A_WEEK_MS;
}
