import { z } from 'zod';
import { Paging } from './record.schema.js';

const SecurityEvent = z.object({
  id: z.string(),
  type: z.string(),
  createdAt: z.string(),
  /** The id of the app or key, where it is about one. */
  objectId: z.string().nullish(),
  userId: z.number().nullish(),
  actingUser: z.string().nullish(),
});
export type SecurityEvent = z.infer<typeof SecurityEvent>;

/** GET /account-info/{version}/activity/security. */
export const SecurityPage = z
  .object({ results: z.array(SecurityEvent), paging: Paging })
  .transform(({ results, paging }) => ({ items: results, next: paging }));
