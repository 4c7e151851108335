import { z } from 'zod';
import type { Refusal } from '../contract/refusal.js';
import type { VendorAnswer, Verdict } from '../contract/vendor-access.js';
import { retryAfterMs } from '../kit/guard/waiting.js';
import { refused, unforeseenAnswer, wait } from '../kit/verdicts.js';

/** Mailchimp's problem documents (RFC 9457). */
const Problem = z.object({ title: z.string().optional().catch(undefined) });
const LostToken = z.object({ error: z.literal('invalid_token') });

/** No error is larger; a page of members is not searched for one. */
const LARGEST_ERROR = 20_000;

/**
 * What Mailchimp's answers mean (https://mailchimp.com/developer/marketing/docs/errors/, seen 2026-11-23). Under a heavy
 * load 403 and 429 come without a problem document, from what stands before the interface: no right was lost then.
 */
export function verdictOf(answer: VendorAnswer): Verdict {
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return isLostToken(answer) ? { kind: 'expired' } : { kind: 'fine' };
  if (status === 401) return { kind: 'expired' };
  if (status === 403) {
    const problem = problemIn(answer);
    if (problem === null) return wait(retryAfterMs(headers), 'Mailchimp takes no more requests for now');
    return refused(problem.title === 'User Disabled' ? DEACTIVATED : NOT_FOR_THIS_LOGIN);
  }
  if (status === 404) return refused(NOT_THERE);
  if (status === 429) return wait(retryAfterMs(headers), 'Mailchimp takes no more requests for now');
  if (status >= 500) return wait(retryAfterMs(headers), 'Mailchimp is overloaded or out of order');
  return refused(unforeseenAnswer('Mailchimp', status));
}

/** The sign-in says with 200 that it does not know a token. */
function isLostToken({ body }: VendorAnswer): boolean {
  return body.length < 1_000 && body.includes('invalid_token') && LostToken.safeParse(jsonOf(body)).success;
}

function problemIn({ body }: VendorAnswer): z.infer<typeof Problem> | null {
  return body.length > LARGEST_ERROR ? null : (Problem.safeParse(jsonOf(body)).data ?? null);
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}

const DEACTIVATED: Refusal = {
  status: 'denied',
  reason: 'Mailchimp has deactivated this account or login',
  actor: 'user',
  step: 'Log in to Mailchimp and see what it asks of you. Then connect it again with the login of an owner or admin.',
};

const NOT_FOR_THIS_LOGIN: Refusal = {
  status: 'denied',
  reason: 'Mailchimp does not let this login read it',
  actor: 'user',
  step: 'Have an owner or admin of the Mailchimp account connect it: a key or sign-in sees no more than the person who made it.',
};

const NOT_THERE: Refusal = {
  status: 'failed',
  reason: 'Mailchimp does not have it any more',
  actor: 'vendor',
  step: 'Nothing to do: if an audience was deleted a moment ago, the next scan knows.',
};
