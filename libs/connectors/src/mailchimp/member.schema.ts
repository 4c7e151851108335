import { z } from 'zod';

/** Left out where there is none; a text that is not set is "". */
const maybe = z.string().optional();

const Location = z.object({
  latitude: z.number(),
  longitude: z.number(),
  gmtoff: z.number(),
  dstoff: z.number(),
  country_code: z.string(),
  timezone: z.string(),
  region: z.string(),
});

/** Who is in an audience, as `GET /lists/{id}/members` tells. Its `id`, a hash of the address, is never asked for (law 1). */
export const Member = z.object({
  /** Stays when the address changes. */
  contact_id: z.string().min(1),
  web_id: z.number(),
  email_address: z.string(),
  unique_email_id: z.string(),
  status: z.string().min(1),
  merge_fields: z.record(z.string(), z.unknown()),
  timestamp_signup: z.string(),
  ip_signup: z.string(),
  timestamp_opt: z.string(),
  ip_opt: z.string(),
  last_changed: z.string(),
  language: z.string(),
  email_client: z.string(),
  location: Location.optional(),
  source: maybe,
  unsubscribe_reason: maybe,
  sms_phone_number: maybe,
  sms_subscription_status: maybe,
  consents_to_one_to_one_messaging: z.boolean().optional(),
  last_note: z.object({ note: z.string() }).optional(),
  interests: z.record(z.string(), z.boolean()).optional(),
  marketing_permissions: z
    .array(z.object({ marketing_permission_id: z.string(), enabled: z.boolean() }))
    .optional(),
  stats: z
    .object({
      ecommerce_data: z.object({ number_of_orders: z.number() }).optional(),
      avg_open_rate: z.number().optional(),
      avg_click_rate: z.number().optional(),
    })
    .optional(),
  /** Asked for only if a person named it in the policy. */
  member_rating: z.number().optional(),
  tags: z.array(z.object({ name: z.string() })).optional(),
  vip: z.boolean().optional(),
  email_type: maybe,
});
export type Member = z.infer<typeof Member>;

export const MemberPage = z.object({
  members: z.array(Member),
  total_items: z.number().int().nonnegative(),
});

/** One member's place in time, for where a span ends. */
export const ChangePage = z.object({
  members: z.array(z.object({ last_changed: z.string().refine((text) => !Number.isNaN(Date.parse(text))) })),
  total_items: z.number().int().nonnegative(),
});
