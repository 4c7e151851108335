import { z } from 'zod';

/** What one person did with one app; instants in ms since 1970, 0 for never. */
const GrantMemory = z.object({
  authorizedAt: z.number(),
  usedAt: z.number(),
  revokedAt: z.number(),
  /** Each scope with when it was last given. */
  scopes: z.record(z.string(), z.number()),
});
export type GrantMemory = z.output<typeof GrantMemory>;

const AppMemory = z.object({
  name: z.string(),
  namedAt: z.number(),
  /** By Google's opaque id of the person. */
  grants: z.record(z.string(), GrantMemory),
  /** By the vendor's word for the interface; settled days only. */
  reads: z.record(z.string(), z.object({ bytes: z.number(), lastDay: z.string() })),
});
export type AppMemory = z.output<typeof AppMemory>;

/** What the log told of apps up to an instant, from which it is read on. Nothing of a customer is in it. */
export const AppLogMemory = z.object({
  /** First day that the log was read from without a gap, YYYY-MM-DD. */
  since: z.string(),
  /** Everything before this instant is settled; ms since 1970. */
  until: z.number(),
  /** By client id. */
  apps: z.record(z.string(), AppMemory),
});
export type AppLogMemory = z.output<typeof AppLogMemory>;
