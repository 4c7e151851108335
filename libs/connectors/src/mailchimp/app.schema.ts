import { z } from 'zod';

const total = { total_items: z.number().int().nonnegative() };

/** `GET /authorized-apps`; `users` are the names of those who linked it. */
const AuthorizedApp = z.object({ id: z.number(), name: z.string(), users: z.array(z.string()) });
export const AuthorizedAppPage = z.object({ apps: z.array(AuthorizedApp), ...total });

/** `GET /connected-sites`. */
const ConnectedSite = z.object({
  foreign_id: z.string(),
  domain: z.string(),
  platform: z.string().optional(),
});
export type ConnectedSite = z.infer<typeof ConnectedSite>;
export const ConnectedSitePage = z.object({ sites: z.array(ConnectedSite), ...total });

/** `GET /lists/{id}/webhooks`, all at once, and `GET /batch-webhooks`. */
const Webhook = z.object({ id: z.string(), url: z.string(), enabled: z.boolean().optional() });
export const WebhookPage = z.object({ webhooks: z.array(Webhook), ...total });
