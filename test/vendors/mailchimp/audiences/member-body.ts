import type { Customer } from '#scanner/example/customer.js';
import type { SimulatedBakery } from '../../bakery/simulated-bakery.js';
import { linksTo } from '../answers/link.js';
import { md5, shortId } from '../mailchimp-ids.js';
import { timeText } from '../mailchimp-times.js';
import type { Audience } from './audience.js';
import { furtherValue, type MergeField } from './merge-fields.js';
import { personOf } from './member-plan.js';
import { cellOf } from './member-times.js';
import type { Status } from './statuses.js';

/** What an audience has beyond members. */
export interface AudienceExtras {
  readonly mergeFields: readonly MergeField[];
  /** Groups that members may be in. */
  readonly interests: readonly { readonly id: string }[];
  /** Texts that members agreed to, or did not, where the fields for it are on. */
  readonly permissions: readonly { readonly id: string; readonly text: string }[];
  /** If all of it happened in one import. */
  readonly changedAtOnce: number | null;
}

export const TAGS = ['Cake club', 'Bread club', 'Counter sign-up'] as const;

/** A member as the interface tells of her: what is unset is an empty text, what is absent is left out. `wants`: which of her fields. */
export function memberBody(
  bakery: SimulatedBakery,
  audience: Audience,
  place: number,
  extras: AudienceExtras,
  wants: (field: string) => boolean,
): Readonly<Record<string, unknown>> {
  const member = audience.member(place);
  const customer = personOf(bakery, member);
  const cell = (header: string): string => cellOf(customer, member, bakery.setting, header);
  const seen: Seen = { audience, place, extras, customer, status: member.status, cell };
  const body: Record<string, unknown> = {};
  for (const [field, value] of VALUES) {
    const told = wants(field) ? value(seen) : undefined;
    if (told !== undefined) body[field] = told;
  }
  return body;
}

interface Seen {
  readonly audience: Audience;
  readonly place: number;
  readonly extras: AudienceExtras;
  readonly customer: Customer;
  readonly status: Status;
  /** The cell of the export's column of that header; "" where it is empty. */
  readonly cell: (header: string) => string;
}

/** Undefined: the member has no such field. */
type Value = (seen: Seen) => unknown;

const VALUES: readonly (readonly [field: string, value: Value])[] = Object.entries({
  id: ({ customer }) => idOf(customer),
  email_address: ({ cell }) => cell('Email Address'),
  unique_email_id: ({ cell }) => cell('EUID'),
  contact_id: ({ audience, place }) => audience.contactId(place),
  full_name: ({ cell }) => `${cell('First Name')} ${cell('Last Name')}`.trim(),
  web_id: ({ cell, audience }) => Number(cell('LEID')) + audience.number * 10_000_000,
  email_type: () => 'html',
  status: ({ status }) => status,
  unsubscribe_reason: ({ cell, status }) =>
    status === 'unsubscribed' ? cell('UNSUB_REASON_OTHER') || cell('UNSUB_REASON') : undefined,
  consents_to_one_to_one_messaging: () => true,
  sms_phone_number: () => '',
  sms_subscription_status: () => '',
  sms_subscription_last_updated: () => '',
  merge_fields: ({ extras, customer, cell }) =>
    Object.fromEntries(
      extras.mergeFields.map((field) => [
        field.tag,
        field.header === null ? furtherValue(field, customer.index) : cell(field.header),
      ]),
    ),
  interests: ({ extras, customer }) =>
    extras.interests.length > 0 ? interestsOf(extras, customer.index) : undefined,
  stats: ({ customer: { index } }) => ({
    avg_open_rate: (index % 10) / 10,
    avg_click_rate: (index % 7) / 70,
  }),
  ip_signup: ({ cell }) => cell('OPTIN_IP'),
  timestamp_signup: ({ audience, place }) => textOf(audience.signedUp(place)),
  ip_opt: ({ cell }) => cell('CONFIRM_IP'),
  timestamp_opt: ({ audience, place }) => textOf(audience.optedIn(place)),
  member_rating: ({ cell }) => Number(cell('MEMBER_RATING')),
  last_changed: ({ extras, audience, place }) => timeText(audience.changed(place, extras.changedAtOnce)),
  language: () => '',
  vip: () => false,
  email_client: () => '',
  location: ({ cell }) => ({
    latitude: Number(cell('LATITUDE')),
    longitude: Number(cell('LONGITUDE')),
    gmtoff: Number(cell('GMTOFF')),
    dstoff: Number(cell('DSTOFF')),
    country_code: cell('CC'),
    timezone: cell('TIMEZONE'),
    region: cell('REGION'),
  }),
  marketing_permissions: ({ extras, customer }) =>
    extras.permissions.length > 0 ? permissionsOf(extras, customer.index) : undefined,
  last_note: ({ cell, audience, place, customer }) => {
    const note = cell('NOTES');
    if (note === '') return undefined;
    const created_at = textOf(audience.optedIn(place));
    return { note_id: customer.index + 700, created_at, created_by: 'Maria C.', note };
  },
  source: ({ customer }) => (customer.index % 4 === 0 ? 'Import' : 'Embed Form'),
  tags_count: ({ cell }) => tagsOf(cell('TAGS')).length,
  tags: ({ cell }) => tagsOf(cell('TAGS')),
  list_id: ({ audience }) => audience.id,
  _links: ({ audience, customer }) =>
    linksTo(`/lists/${audience.id}/members/${idOf(customer)}`, 'Lists/Members/Response.json'),
} satisfies Readonly<Record<string, Value>>);

function idOf({ email }: Customer): string {
  return md5((email ?? '').toLowerCase());
}

export function tagIdOf(name: string): number {
  return 51_001 + TAGS.findIndex((tag) => tag === name);
}

function tagsOf(cell: string): readonly { readonly id: number; readonly name: string }[] {
  return [...cell.matchAll(/"([^"]+)"/gu)].map(([, name = '']) => ({ id: tagIdOf(name), name }));
}

function interestsOf({ interests }: AudienceExtras, person: number): Readonly<Record<string, boolean>> {
  return Object.fromEntries(interests.map(({ id }, place) => [id, (person + place) % 3 === 0]));
}

function permissionsOf({ permissions }: AudienceExtras, person: number): readonly unknown[] {
  return permissions.map(({ id, text }, place) => ({
    marketing_permission_id: id,
    text,
    enabled: (person + place) % 4 > 0,
  }));
}

function textOf(instant: number): string {
  return timeText(Number.isNaN(instant) ? null : instant);
}

export const PERMISSIONS = [
  { id: shortId('permission mail'), text: 'Email' },
  { id: shortId('permission ads'), text: 'Customized online advertising' },
] as const;

export const MEMBER_FIELDS: readonly string[] = [
  'id',
  'email_address',
  'unique_email_id',
  'contact_id',
  'full_name',
  'web_id',
  'email_type',
  'status',
  'unsubscribe_reason',
  'consents_to_one_to_one_messaging',
  'sms_phone_number',
  'sms_subscription_status',
  'sms_subscription_last_updated',
  'merge_fields.*',
  'interests.*',
  'stats.avg_open_rate',
  'stats.avg_click_rate',
  'stats.ecommerce_data.total_revenue',
  'stats.ecommerce_data.number_of_orders',
  'stats.ecommerce_data.currency_code',
  'ip_signup',
  'timestamp_signup',
  'ip_opt',
  'timestamp_opt',
  'member_rating',
  'last_changed',
  'language',
  'vip',
  'email_client',
  'location.latitude',
  'location.longitude',
  'location.gmtoff',
  'location.dstoff',
  'location.country_code',
  'location.timezone',
  'location.region',
  'marketing_permissions.marketing_permission_id',
  'marketing_permissions.text',
  'marketing_permissions.enabled',
  'last_note.note_id',
  'last_note.created_at',
  'last_note.created_by',
  'last_note.note',
  'source',
  'tags_count',
  'tags.id',
  'tags.name',
  'list_id',
];
