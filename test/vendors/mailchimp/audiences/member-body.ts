import type { SimulatedBakery } from '../../bakery/simulated-bakery.js';
import { linksTo } from '../answers/link.js';
import { md5, shortId } from '../mailchimp-ids.js';
import { timeText } from '../mailchimp-times.js';
import type { Audience } from './audience.js';
import { furtherValue, type MergeField } from './merge-fields.js';
import { personOf } from './member-plan.js';
import { cellOf } from './member-times.js';

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

/** A member as the interface tells of her: what is unset is an empty text, what is absent is left out. */
export function memberBody(
  bakery: SimulatedBakery,
  audience: Audience,
  place: number,
  extras: AudienceExtras,
): Readonly<Record<string, unknown>> {
  const member = audience.member(place);
  const customer = personOf(bakery, member);
  const cell = (header: string): string => cellOf(customer, member, bakery.setting, header);
  const address = cell('Email Address');
  const id = md5(address.toLowerCase());
  const tags = tagsOf(cell('TAGS'));
  const note = cell('NOTES');
  const reason = cell('UNSUB_REASON_OTHER') || cell('UNSUB_REASON');
  const isUnsubscribed = member.status === 'unsubscribed';
  return {
    id,
    email_address: address,
    unique_email_id: cell('EUID'),
    contact_id: audience.contactId(place),
    full_name: `${cell('First Name')} ${cell('Last Name')}`.trim(),
    web_id: Number(cell('LEID')) + audience.number * 10_000_000,
    email_type: 'html',
    status: member.status,
    ...(isUnsubscribed && { unsubscribe_reason: reason }),
    consents_to_one_to_one_messaging: true,
    sms_phone_number: '',
    sms_subscription_status: '',
    sms_subscription_last_updated: '',
    merge_fields: Object.fromEntries(
      extras.mergeFields.map((field) => [
        field.tag,
        field.header === null ? furtherValue(field, customer.index) : cell(field.header),
      ]),
    ),
    ...(extras.interests.length > 0 && { interests: interestsOf(extras, customer.index) }),
    stats: { avg_open_rate: (customer.index % 10) / 10, avg_click_rate: (customer.index % 7) / 70 },
    ip_signup: cell('OPTIN_IP'),
    timestamp_signup: textOf(audience.signedUp(place)),
    ip_opt: cell('CONFIRM_IP'),
    timestamp_opt: textOf(audience.optedIn(place)),
    member_rating: Number(cell('MEMBER_RATING')),
    last_changed: timeText(extras.changedAtOnce ?? audience.changed(place)),
    language: '',
    vip: false,
    email_client: '',
    location: {
      latitude: Number(cell('LATITUDE')),
      longitude: Number(cell('LONGITUDE')),
      gmtoff: Number(cell('GMTOFF')),
      dstoff: Number(cell('DSTOFF')),
      country_code: cell('CC'),
      timezone: cell('TIMEZONE'),
      region: cell('REGION'),
    },
    ...(extras.permissions.length > 0 && { marketing_permissions: permissionsOf(extras, customer.index) }),
    ...(note !== '' && {
      last_note: {
        note_id: customer.index + 700,
        created_at: textOf(audience.optedIn(place)),
        created_by: 'Maria C.',
        note,
      },
    }),
    source: customer.index % 4 === 0 ? 'Import' : 'Embed Form',
    tags_count: tags.length,
    tags,
    list_id: audience.id,
    _links: linksTo(`/lists/${audience.id}/members/${id}`, 'Lists/Members/Response.json'),
  };
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
