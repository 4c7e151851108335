import { z } from 'zod';

/** GET /account-info/{version}/details. */
export const AccountDetails = z.object({ portalId: z.union([z.number(), z.string()]) });
