import { z } from 'zod';
import type { Refusal } from '#connectors/contract/refusal.js';
import type { VendorAnswer, Verdict } from '#connectors/contract/vendor-access.js';
import { retryAfterMs } from '#connectors/kit/guard/waiting.js';
import { refused, unforeseenAnswer, wait } from '#connectors/kit/verdicts.js';

/** GET /v1/shop. */
export const Shop = z.object({ id: z.string() });

/** GET /v1/fields. */
export const CardFields = z.object({
  fields: z.array(z.object({ key: z.string(), title: z.string(), kind: z.string() })),
});

/** GET /v1/cards: values by key, null where a customer gave none; `next` is null on the last page. */
export const CardPage = z.object({
  cards: z.array(z.object({ id: z.string(), values: z.record(z.string(), z.string().nullable()) })),
  next: z.string().nullable(),
});

/** GET /v1/staff. */
export const Staff = z.object({
  staff: z.array(z.object({ email: z.string(), role: z.string(), active: z.boolean() })),
});

/** What Punchcard's answers mean, by its own table of errors. Nothing of a body may get into the words. */
export function verdictOf({ status, headers }: VendorAnswer): Verdict {
  if (status === 200) return { kind: 'fine' };
  if (status === 401) return { kind: 'expired' };
  if (status === 403) return refused(notGranted);
  if (status === 429 || status >= 500) {
    return wait(retryAfterMs(headers), 'Punchcard takes no more requests for now');
  }
  return refused(unforeseenAnswer('Punchcard', status));
}

const notGranted: Refusal = {
  status: 'denied',
  reason: 'the permission was not granted',
  actor: 'user',
  step: 'In Punchcard open Settings > Access keys, and tick cards:read and staff:read for this key.',
};
