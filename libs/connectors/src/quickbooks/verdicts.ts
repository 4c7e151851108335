import { z } from 'zod';
import type { Refusal } from '../contract/refusal.js';
import type { VendorAnswer, Verdict } from '../contract/vendor-access.js';
import { retryAfterMs } from '../kit/guard/waiting.js';
import { refused, unforeseenAnswer, wait } from '../kit/verdicts.js';

const Code = z.object({ code: z.coerce.string() });
/** Errors of the books themselves; they come with 400, 401, 500, and with 200. */
const BusinessFault = z.object({ Fault: z.object({ Error: z.array(Code).min(1) }) });
/** Errors of the gateway before the books. */
const GatewayFault = z.object({ fault: z.object({ error: z.array(Code).min(1) }) });

/** No error is larger; a page of records is not searched for one. */
const LARGEST_FAULT = 20_000;
const MINUTE_MS = 60_000;

/** What Intuit's answers mean, by its own codes (documentation and recorded answers, seen 2026-11-23). */
export function verdictOf(answer: VendorAnswer): Verdict {
  const { status } = answer;
  const code = codeIn(answer);
  if (code !== null) {
    const known = ofCode(code);
    if (known !== null) return known;
  }
  if (status >= 200 && status < 300 && code === null) return { kind: 'fine' };
  if (status === 401) return { kind: 'expired' };
  if (status === 403) return refused(NOT_FOR_THIS_LOGIN);
  // Retry-After is not promised by Intuit, and heeded where it comes.
  if (status === 429)
    return wait(retryAfterMs(answer.headers) ?? MINUTE_MS, 'QuickBooks takes no more requests for now');
  if (status >= 500) return wait(retryAfterMs(answer.headers), 'QuickBooks is overloaded or out of order');
  return refused(unforeseenAnswer('QuickBooks', status));
}

function ofCode(code: string): Verdict | null {
  switch (code) {
    case '3200':
      return { kind: 'expired' };
    case '3001':
      // Intuit: wait for 60 seconds.
      return wait(MINUTE_MS, 'QuickBooks takes no more requests for now');
    case '10000':
      return wait(null, 'QuickBooks is overloaded or out of order');
    case '120':
      return refused(LOST_ACCESS);
    case '3100':
      return refused(NOT_FOR_THIS_LOGIN);
    case '6190':
      return refused(NOT_PAID);
    default:
      return null;
  }
}

function codeIn({ body }: VendorAnswer): string | null {
  if (body.length > LARGEST_FAULT || !/"fault"/iu.test(body)) return null;
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return null;
  }
  const business = BusinessFault.safeParse(json);
  if (business.success) return business.data.Fault.Error[0]?.code ?? '';
  const gateway = GatewayFault.safeParse(json);
  return gateway.success ? (gateway.data.fault.error[0]?.code ?? '') : null;
}

const LOST_ACCESS: Refusal = {
  status: 'denied',
  reason: 'whoever connected QuickBooks has no access to the company any more',
  actor: 'user',
  step: 'Have an admin of the company connect QuickBooks again.',
};

const NOT_FOR_THIS_LOGIN: Refusal = {
  status: 'denied',
  reason: 'QuickBooks does not let this login read the company',
  actor: 'user',
  step: 'Connect QuickBooks again as an admin, and choose the right company.',
};

const NOT_PAID: Refusal = {
  status: 'denied',
  reason: 'the QuickBooks subscription has ended',
  actor: 'user',
  step: 'Renew the subscription in QuickBooks, or disconnect it here if you no longer use it.',
};
