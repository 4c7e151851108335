import { z } from 'zod';
import type { VendorAnswer, Verdict } from '../contract/vendor-access.js';
import type { Refusal } from '../contract/refusal.js';
import { retryAfterMs } from '../kit/guard/waiting.js';
import { refused, unforeseenAnswer, wait } from '../kit/verdicts.js';

/** HubSpot's error body. Everything in it is optional, and limits have no category. */
const NO_CONTEXT: { context: { requiredScopes: string[] } } = { context: { requiredScopes: [] } };
const ErrorBody = z.object({
  category: z.string().optional().catch(undefined),
  policyName: z.string().optional().catch(undefined),
  errors: z
    .array(z.object({ context: z.object({ requiredScopes: z.array(z.string()) }) }).catch(NO_CONTEXT))
    .optional()
    .catch(undefined),
});
type ErrorBody = z.infer<typeof ErrorBody>;

/**
 * What HubSpot's answers mean (documentation of its error codes, seen 2026-11-23). 401 is no proof that a renewal helps, so
 * the guard tries one only.
 */
export function verdictOf(answer: VendorAnswer): Verdict {
  const { status } = answer;
  if (status >= 200 && status < 300) return { kind: 'fine' };
  if (status === 401) return { kind: 'expired' };
  if (status === 403) return refused(forbidden(errorIn(answer)));
  if (status === 423) return wait(2_000, 'HubSpot is working on this account');
  if (status === 429) return tooMany(answer);
  if (status === 477) return wait(retryAfterMs(answer.headers) ?? HOUR_MS, 'HubSpot is moving this account');
  if (status >= 500) return wait(retryAfterMs(answer.headers), 'HubSpot is overloaded or out of order');
  return refused(unforeseenAnswer('HubSpot', status));
}

const HOUR_MS = 3_600_000;

/** By the limit's own name: a pause frees the short ones, and only tomorrow the daily one. */
function tooMany(answer: VendorAnswer): Verdict {
  const { policyName } = errorIn(answer);
  if (policyName === 'DAILY') return refused(NO_MORE_TODAY);
  // Retry-After is not promised here; the span that a limit counts over is.
  const spanMs = policyName === 'SECONDLY' ? 1_000 : policyName === 'TEN_SECONDLY_ROLLING' ? 10_000 : null;
  return wait(retryAfterMs(answer.headers) ?? spanMs, 'HubSpot takes no more requests for now');
}

const NO_MORE_TODAY: Refusal = {
  status: 'failed',
  reason: 'HubSpot takes no more requests from this account today',
  actor: 'vendor',
  step: 'All your apps together used up what HubSpot allows in a day. The count starts again at midnight (in the time zone of your HubSpot account). Nothing to do: the next scan after that tries again.',
};

function forbidden({ category, errors = [] }: ErrorBody): Refusal {
  if (category !== 'MISSING_SCOPES') return NOT_FOR_THIS_LOGIN;
  // HubSpot lists every right that would do; which of them is asked for, only the reader of the resource knows.
  const scope = errors.flatMap(({ context }) => context.requiredScopes).find(isScope);
  return missingScope(scope ?? 'not named by HubSpot');
}

export function missingScope(scope: string): Refusal {
  return {
    status: 'denied',
    reason: 'the permission was not granted',
    actor: 'user',
    step: `Add the permission ${scope} to the service key or private app in HubSpot. If you signed in instead, connect HubSpot again and allow it.`,
    scope,
  };
}

const NOT_FOR_THIS_LOGIN: Refusal = {
  status: 'denied',
  reason: 'HubSpot does not let this login read it',
  actor: 'user',
  step: 'Your HubSpot plan may not include it, or whoever made the key may not see it. Have a super admin make the key or sign in.',
};

/** The login is good, and this is not for it: for want of a right, a plan or a role. */
export function isNotForThisLogin({ scope, reason }: Refusal): boolean {
  return scope !== undefined || reason === NOT_FOR_THIS_LOGIN.reason;
}

/** What a vendor calls a scope is shown to people; anything else in its place is not. */
function isScope(text: string): boolean {
  return /^[a-z][a-z0-9_.-]{2,80}$/u.test(text);
}

function errorIn({ body }: VendorAnswer): ErrorBody {
  try {
    return ErrorBody.catch({}).parse(JSON.parse(body));
  } catch {
    return {};
  }
}
