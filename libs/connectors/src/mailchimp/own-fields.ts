import type { FieldCategory } from '../contract/category.js';
import type { ColumnRole } from '../contract/fact.js';
import type { OwnField } from '../kit/field-plan.js';
import { mailchimpMemberFields } from '../kit/vendor-fields/mailchimp-member.js';
import type { Audience } from './audience.schema.js';
import type { Member } from './member.schema.js';

/** A column of members, and what must be asked for to fill it, with dots: `members.location`. */
export interface MemberField extends OwnField<Member> {
  readonly asks: string;
}

type Value = (member: Member) => string;

/** Where the columns of an exported audience stand in what the interface tells, by their headers (E20). */
const EXPORTED: readonly (readonly [header: string, asks: string, value: Value])[] = [
  ['EMAIL', 'email_address', ({ email_address }) => email_address],
  ['MEMBER_RATING', 'member_rating', ({ member_rating }) => number(member_rating)],
  ['OPTIN_TIME', 'timestamp_signup', ({ timestamp_signup }) => timestamp_signup],
  ['OPTIN_IP', 'ip_signup', ({ ip_signup }) => ip_signup],
  ['CONFIRM_TIME', 'timestamp_opt', ({ timestamp_opt }) => timestamp_opt],
  ['CONFIRM_IP', 'ip_opt', ({ ip_opt }) => ip_opt],
  ['LATITUDE', 'location', ({ location }) => coordinate(location, 'latitude')],
  ['LONGITUDE', 'location', ({ location }) => coordinate(location, 'longitude')],
  ['GMTOFF', 'location', ({ location }) => offset(location, 'gmtoff')],
  ['DSTOFF', 'location', ({ location }) => offset(location, 'dstoff')],
  ['TIMEZONE', 'location', ({ location }) => location?.timezone ?? ''],
  ['CC', 'location', ({ location }) => location?.country_code ?? ''],
  ['REGION', 'location', ({ location }) => location?.region ?? ''],
  ['LAST_CHANGED', 'last_changed', ({ last_changed }) => last_changed],
  ['LEID', 'web_id', ({ web_id }) => String(web_id)],
  ['EUID', 'unique_email_id', ({ unique_email_id }) => unique_email_id],
  ['NOTES', 'last_note.note', ({ last_note }) => last_note?.note ?? ''],
  ['TAGS', 'tags.name', ({ tags = [] }) => tags.map(({ name }) => name).join(', ')],
  // The day itself is not told. Whoever left has hardly been changed since; if so, the later day speaks for the business.
  ['UNSUB_TIME', 'last_changed', (member) => ofLeaver(member, ({ last_changed }) => last_changed)],
  [
    'UNSUB_REASON',
    'unsubscribe_reason',
    (member) =>
      ofLeaver(member, ({ unsubscribe_reason = '' }) =>
        isWord(unsubscribe_reason) ? unsubscribe_reason : '',
      ),
  ],
  [
    'UNSUB_REASON_OTHER',
    'unsubscribe_reason',
    (member) =>
      ofLeaver(member, ({ unsubscribe_reason = '' }) =>
        isWord(unsubscribe_reason) ? '' : unsubscribe_reason,
      ),
  ],
];

/** What no export has. */
const LIVE_ONLY: readonly MemberField[] = [
  { ...field('status', 'Status', 'status', ({ status }) => status), category: 'none', role: 'status' },
  own('language', 'Language', 'user.demographic.language', ({ language }) => language),
  own('email_client', 'Mail program', 'user.device', ({ email_client }) => email_client),
  own('source', 'Source', 'user.privacy_preferences', ({ source = '' }) => source),
  {
    ...own(
      'sms_phone_number',
      'SMS phone',
      'user.contact.phone_number',
      ({ sms_phone_number = '' }) => sms_phone_number,
    ),
    role: 'phone',
  },
  own(
    'sms_subscription_status',
    'SMS subscription',
    'user.privacy_preferences',
    ({ sms_subscription_status = '' }) => sms_subscription_status,
  ),
  own(
    'consents_to_one_to_one_messaging',
    'Agrees to personal messages',
    'user.privacy_preferences',
    ({ consents_to_one_to_one_messaging: agrees }) => (agrees === true ? 'true' : ''),
  ),
  {
    ...field('ecommerce_data', 'Orders', 'stats.ecommerce_data.number_of_orders', ({ stats }) =>
      orders(stats?.ecommerce_data?.number_of_orders),
    ),
    category: 'user.behavior.purchase_history',
  },
  // Scores, as the rating.
  {
    ...field('avg_open_rate', 'Open rate', 'stats.avg_open_rate', ({ stats }) =>
      number(stats?.avg_open_rate),
    ),
    category: 'none',
  },
  {
    ...field('avg_click_rate', 'Click rate', 'stats.avg_click_rate', ({ stats }) =>
      number(stats?.avg_click_rate),
    ),
    category: 'none',
  },
  { ...field('vip', 'VIP', 'vip', ({ vip }) => (vip === true ? 'true' : '')), category: 'none' },
  {
    ...field('email_type', 'Mail format', 'email_type', ({ email_type = '' }) => email_type),
    category: 'none',
  },
];

/** Mailchimp's own fields of a member of this audience, named as in its exports where these have them. */
export function ownFields({ double_optin: isConfirmed }: Audience): readonly MemberField[] {
  return [
    ...EXPORTED.flatMap(([header, asks, value]) => {
      const known = mailchimpMemberFields.find(({ tag }) => tag === header);
      if (known === undefined) return [];
      const { tag: name, header: label, type, category, role } = known;
      return [{ name, label, type, category, ...(role && { role }), asks: `members.${asks}`, value }];
    }),
    ...LIVE_ONLY,
    // Whether it asks everybody to confirm, which is the audience's setting of today.
    {
      ...field('double_optin', 'Double opt-in of the audience', 'status', () => (isConfirmed ? 'true' : '')),
      category: 'user.privacy_preferences',
    },
  ];
}

function own(
  name: string,
  label: string,
  category: FieldCategory,
  value: Value,
): MemberField & { role?: ColumnRole } {
  return { ...field(name, label, name, value), category };
}

function field(name: string, label: string, asks: string, value: Value): MemberField {
  return { name, label, type: 'string', asks: `members.${asks}`, value };
}

function ofLeaver(member: Member, value: Value): string {
  return member.status === 'unsubscribed' ? value(member) : '';
}

/** Mailchimp's own words for a reason; all else was typed by somebody. */
function isWord(reason: string): boolean {
  return /^[A-Z_]{3,40}$/u.test(reason);
}

/** 0, 0 stands for a place that nobody knows. */
function coordinate(location: Member['location'], which: 'latitude' | 'longitude'): string {
  if (location === undefined || (location.latitude === 0 && location.longitude === 0)) return '';
  return String(location[which]);
}

function offset(location: Member['location'], which: 'gmtoff' | 'dstoff'): string {
  return location === undefined || location.timezone === '' ? '' : String(location[which]);
}

function orders(count: number | undefined): string {
  return count === undefined || count === 0 ? '' : String(count);
}

function number(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}
