import { z } from 'zod';

/** Of every list, beside its items. */
const total = { total_items: z.number().int().nonnegative() };
const id = z.string().regex(/^\w{1,64}$/u);

/** `GET /lists`. */
export const Audience = z.object({
  id,
  web_id: z.number(),
  name: z.string(),
  date_created: z.string(),
  double_optin: z.boolean(),
  /** Whether its sign-up form asks for consents by text. */
  marketing_permissions: z.boolean(),
});
export type Audience = z.infer<typeof Audience>;
export const AudiencePage = z.object({ lists: z.array(Audience), ...total });

/** `GET /lists/{id}/merge-fields`. */
const MergeField = z.object({
  merge_id: z.number(),
  tag: z.string().min(1),
  name: z.string(),
  type: z.string(),
  options: z.object({ choices: z.array(z.string()).optional() }).optional(),
});
export type MergeField = z.infer<typeof MergeField>;
export const MergeFieldPage = z.object({ merge_fields: z.array(MergeField), ...total });

/** `GET /lists/{id}/interest-categories`. */
const InterestCategory = z.object({ id, title: z.string(), type: z.string() });
export type InterestCategory = z.infer<typeof InterestCategory>;
export const InterestCategoryPage = z.object({ categories: z.array(InterestCategory), ...total });

/** `GET /lists/{id}/interest-categories/{id}/interests`. */
const Interest = z.object({ id, name: z.string() });
export type Interest = z.infer<typeof Interest>;
export const InterestPage = z.object({ interests: z.array(Interest), ...total });

/** Of some members: their consents by text, which Mailchimp lists nowhere else. */
const MarketingPermission = z.object({ marketing_permission_id: id, text: z.string() });
export type MarketingPermission = z.infer<typeof MarketingPermission>;
export const PermissionSample = z.object({
  members: z.array(z.object({ marketing_permissions: z.array(MarketingPermission).optional() })),
  ...total,
});
