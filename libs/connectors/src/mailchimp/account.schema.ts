import { z } from 'zod';

/** What the sign-in tells of a token: in which data centre its account lies. */
export const Metadata = z.object({ dc: z.string().regex(/^us\d{1,2}$/u) });

/** The root of the interface. */
export const Account = z.object({ account_id: z.string().min(1) });
