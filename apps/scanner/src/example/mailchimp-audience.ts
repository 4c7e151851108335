import { timeOfDay } from './calendar.js';
import type { Customer } from './customer.js';
import { planted } from './planted.js';
import { confirmedOn, lastChangedOn, newsletterOf, unsubscribedOn } from './relationship.js';
import type { Setting } from './setting.js';
import { csvOf, type PlannedColumn, tableOf } from './table.js';
import { zipOf } from './zip.js';

type Column = PlannedColumn<Customer>;

/** Columns of every status: the audience's own fields first, then what Mailchimp adds. */
const COMMON_COLUMNS: readonly Column[] = [
  { header: 'Email Address', value: ({ email }) => email ?? '' },
  {
    header: 'First Name',
    value: ({ firstName }, random) => (random.chance(0.85) ? firstName : ''),
    nearMiss: 'declared by its parent, user.name (E2)',
  },
  { header: 'Last Name', value: ({ lastName }, random) => (random.chance(0.85) ? lastName : '') },
  {
    header: 'Phone Number',
    value: ({ phone }, random) => (phone !== null && random.chance(0.3) ? phone : ''),
    // The page lets phone numbers into the newsletter, but collects them for orders alone.
    planted: [planted('purpose.mismatch', 'newsletter', 'user.contact.phone_number', 'medium')],
  },
  {
    header: 'Birthday',
    value: ({ birthday: { month, day } }, random) =>
      random.chance(0.6) ? `${String(month).padStart(2, '0')}/${String(day).padStart(2, '0')}` : '',
    nearMiss: 'the one field for birthdays that the policy names (E4)',
  },
  {
    header: 'Date of birth (old form)',
    value: ({ birthday: { year, month, day } }, random) =>
      random.chance(0.09) ? `${month}/${day}/${year}` : '',
    // Birthdays may be here, but in no other field than the one that the policy names (E4).
    planted: [planted('field.undeclared', 'newsletter', 'member.date of birth (old form)', 'medium')],
  },
  {
    header: 'Kids Names',
    value: (_, random) =>
      random.chance(0.15) ? random.pick(['Mia', 'Leo and Ida', 'Sam', 'Ella, Tom']) : '',
    planted: [planted('field.sensitive', 'newsletter', 'member.kids names', 'high')],
  },
  {
    header: 'Work Email',
    value: ({ index, company }) => (company === null && index % 9 > 0 ? '' : `work${index}@mail.example`),
    planted: [planted('field.new', 'newsletter', 'member.work email', 'info', 'new')],
    only: 'a-week-later',
  },
  { header: 'MEMBER_RATING', value: (_, random) => String(random.integer(1, 5)) },
  {
    header: 'OPTIN_TIME',
    value: ({ created, index }) => (index % 3 === 0 ? '' : `${created} ${timeOfDay(index)}:00`),
  },
  {
    header: 'OPTIN_IP',
    value: ({ index }) => (index % 3 === 0 ? '' : addressOf(index)),
    planted: [planted('field.undeclared', 'newsletter', 'user.device.ip_address', 'medium')],
  },
  {
    header: 'CONFIRM_TIME',
    value: (customer, _, opening) => `${confirmedOn(customer, opening)} ${timeOfDay(customer.index + 3)}:00`,
    nearMiss: 'one in three has no OPTIN_TIME; either is proof (E34)',
  },
  {
    header: 'CONFIRM_IP',
    value: ({ index }) => addressOf(index),
    nearMiss: 'the same category as OPTIN_IP: one finding for both (E6)',
  },
  {
    header: 'LATITUDE',
    value: ({ town }) => town.latitude,
    planted: [planted('field.sensitive', 'newsletter', 'user.location.precise', 'high')],
  },
  {
    header: 'LONGITUDE',
    value: ({ town }) => town.longitude,
    nearMiss: 'the same category as LATITUDE: one finding for both (E6)',
  },
  { header: 'GMTOFF', value: () => '-5' },
  { header: 'DSTOFF', value: () => '-4' },
  { header: 'TIMEZONE', value: () => 'America/New_York' },
  { header: 'CC', value: () => 'US' },
  { header: 'REGION', value: ({ town }) => town.state },
  {
    header: 'LAST_CHANGED',
    value: (customer, _, opening) => `${lastChangedOn(customer, opening)} 10:15:00`,
  },
  { header: 'LEID', value: ({ index }) => String(300_000_017 + index * 3) },
  { header: 'EUID', value: ({ index }) => (0x9a3f00000 + index * 977).toString(16) },
  {
    header: 'NOTES',
    value: (_, random) =>
      random.chance(0.03) ? 'Asked at the counter to be added,\nsaid "any news on rye".' : '',
    nearMiss: 'hardly ever filled, but a column of Mailchimp itself (E5)',
  },
  {
    header: 'TAGS',
    value: (_, random) => random.pick(['"Cake club"', '"Cake club","Bread club"', '"Counter sign-up"', '']),
  },
];

const UNSUBSCRIBED_COLUMNS: readonly Column[] = [
  {
    header: 'UNSUB_TIME',
    value: (customer, _, opening) => `${unsubscribedOn(customer, opening)} 10:15:00`,
  },
  {
    header: 'UNSUB_CAMPAIGN_TITLE',
    value: (_, random) => random.pick(['Spring news', 'Rye week', 'Holiday orders']),
  },
  { header: 'UNSUB_CAMPAIGN_ID', value: (_, random) => random.pick(['c1a9f20b11', '77d0b4e9a2']) },
  { header: 'UNSUB_REASON', value: (_, random) => random.pick(['NORMAL', 'NORMAL', 'OTHER']) },
  { header: 'UNSUB_REASON_OTHER', value: (_, random) => (random.chance(0.1) ? 'moved away' : '') },
];

const CLEANED_COLUMNS: readonly Column[] = [
  {
    header: 'CLEAN_TIME',
    value: (customer, _, opening) => `${lastChangedOn(customer, opening)} 04:02:00`,
  },
  { header: 'CLEAN_CAMPAIGN_TITLE', value: () => 'Spring news' },
  { header: 'CLEAN_CAMPAIGN_ID', value: () => 'c1a9f20b11' },
];

export const mailchimpColumns: readonly Column[] = [
  ...COMMON_COLUMNS,
  ...UNSUBSCRIBED_COLUMNS,
  ...CLEANED_COLUMNS,
];

/** Name of this state's audience export: Mailchimp makes up another one for every export. */
export function mailchimpExportName({ state }: Setting): string {
  return `audience_export_${state === 'first' ? '7f3a9c21e4' : 'b80d56e19f'}`;
}

/** The audience as Mailchimp exports it: a zip with one CSV per status. */
export function mailchimpAudienceZip(customers: readonly Customer[], setting: Setting): Promise<Buffer> {
  const parts = [
    { status: 'subscribed', columns: COMMON_COLUMNS },
    { status: 'unsubscribed', columns: [...COMMON_COLUMNS, ...UNSUBSCRIBED_COLUMNS] },
    { status: 'cleaned', columns: [...COMMON_COLUMNS, ...CLEANED_COLUMNS] },
  ] as const;
  return zipOf(
    parts.map(({ status, columns }) => {
      const members = customers.filter((customer) => newsletterOf(customer, setting.state) === status);
      return {
        name: `${status}_email_${mailchimpExportName(setting)}.csv`,
        content: csvOf(tableOf(columns, members, setting)),
      };
    }),
    setting.today,
  );
}

/** From the ranges kept for documentation (RFC 5737). */
function addressOf(index: number): string {
  const range = ['192.0.2', '198.51.100', '203.0.113'][index % 3] ?? '192.0.2';
  return `${range}.${(index % 253) + 1}`;
}
