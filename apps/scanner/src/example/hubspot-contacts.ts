import { timeOfDay } from './calendar.js';
import type { Customer } from './customer.js';
import { crmNoteInPlace, crmNoteOutOfPlace } from './notes.js';
import { planted } from './planted.js';
import {
  hubspotActivityOn,
  hubspotOptInOn,
  isMarketingContact,
  isOptedOutInHubspot,
} from './relationship.js';
import { isAmongShare, type Random } from './random.js';
import type { Setting } from './setting.js';
import { csvOf, type PlannedColumn, tableOf } from './table.js';

type Column = PlannedColumn<Customer>;

/** HubSpot's own properties among the chosen columns; named as HubSpot labels them. */
const OWN_COLUMNS: readonly Column[] = [
  { header: 'Record ID', value: (customer) => String(104_500_001 + customer.index * 7) },
  { header: 'First Name', value: (customer) => customer.firstName },
  { header: 'Last Name', value: (customer, random) => messyCase(customer.lastName, random) },
  { header: 'Email', value: (customer, random) => messyCase(customer.email ?? '', random) },
  { header: 'Phone Number', value: (customer, random) => phoneAsTyped(customer.phone, random) },
  {
    header: 'Fax Number',
    value: (customer) => (customer.index % 100 === 9 ? phoneAsTyped(customer.phone, null) : ''),
    nearMiss: 'hardly ever filled, but a property of HubSpot itself, which nobody can delete (E5)',
  },
  { header: 'Street Address', value: (customer, random) => (random.chance(0.7) ? customer.street : '') },
  { header: 'City', value: (customer) => customer.town.city },
  { header: 'State/Region', value: (customer) => customer.town.state },
  {
    header: 'Postal Code',
    value: (customer) => customer.town.zip,
    nearMiss: 'declared by its parent, user.contact.address (E2)',
  },
  { header: 'Country/Region', value: () => 'United States' },
  { header: 'Company Name', value: (customer) => customer.company ?? '' },
  { header: 'Job Title', value: (customer) => (customer.company === null ? '' : 'Office manager') },
  { header: 'Contact owner', value: (_, random) => random.pick(['Tom Ferris', 'Sam Whitlock', '']) },
  { header: 'Lead Status', value: (customer) => (customer.habit === 'lead' ? 'Open' : '') },
  { header: 'Lifecycle Stage', value: (customer) => (customer.habit === 'lead' ? 'Lead' : 'Customer') },
  { header: 'Create Date', value: (customer) => `${customer.created} ${timeOfDay(customer.index)}` },
  {
    header: 'Last Activity Date',
    value: (customer, _, opening) => withTime(hubspotActivityOn(customer, opening), customer.index + 11),
    nearMiss: 'empty for some who bought last month: the books know them (E11, E31)',
  },
  {
    header: 'Unsubscribed from all email',
    value: (customer) => (isOptedOutInHubspot(customer) ? 'Yes' : ''),
  },
  {
    header: 'Marketing contact status',
    value: (customer) => (isMarketingContact(customer) ? 'Marketing contact' : 'Non-marketing contact'),
    nearMiss: 'who is not marketed to needs no proof of consent (E14)',
  },
  { header: 'Preferred language', value: (_, random) => random.pick(['English', 'English', 'Spanish', '']) },
  {
    header: 'Message',
    value: (customer, random) =>
      crmNoteOutOfPlace(customer) ?? crmNoteInPlace(customer) ?? noteOf(customer, random),
    planted: [
      {
        ...planted('field.free-text', 'crm', 'contact.message', 'high'),
        count: ({ customers }) => customers.filter((one) => crmNoteOutOfPlace(one) !== null).length,
      },
    ],
    nearMiss: 'phone numbers and addresses in it are declared for the CRM, and a name alone is no find (E29)',
  },
  {
    header: 'Date of birth',
    value: (customer) => (isAmongShare(customer.index, 0.31) ? birthDate(customer) : ''),
    planted: [planted('field.wrong-system', 'crm', 'user.demographic.date_of_birth', 'high')],
  },
  {
    header: 'Gender',
    value: (_, random) => random.pick(['female', 'male', 'prefer not to say', '', '']),
    planted: [planted('field.undeclared', 'crm', 'user.demographic.gender', 'medium')],
  },
  {
    header: 'First Page Seen',
    value: (_, random) => `https://www.sweetcrumb.example/${random.pick(['cakes', 'bread', 'weddings', ''])}`,
    // Declared is its child, purchase history: a child does not cover its parent (E2).
    planted: [planted('field.undeclared', 'crm', 'user.behavior', 'medium')],
  },
  {
    header: 'First Referring Site',
    value: (_, random) =>
      random.pick(['https://search.example/?q=birthday+cake', '', 'https://social.example/']),
    nearMiss: 'the same category as First Page Seen: one finding for both (E6)',
  },
];

/** Properties that somebody at the bakery added over the years. */
const CUSTOM_COLUMNS: readonly Column[] = [
  {
    header: 'Fav Flavour',
    value: (_, random) => random.pick(['Lemon', 'Chocolate', 'Pistachio', 'Plum', '']),
    nearMiss: 'the policy says with classify: that it is nothing personal (E4)',
  },
  {
    header: 'Dietary Allergies',
    value: (_, random) => (random.chance(0.17) ? random.pick(['nuts', 'gluten', 'eggs; milk']) : ''),
    planted: [planted('field.wrong-system', 'crm', 'contact.dietary allergies', 'high')],
  },
  {
    header: 'Birthday',
    value: (customer) => (isAmongShare(customer.index, 0.42) ? birthDate(customer) : ''),
    planted: [planted('field.wrong-system', 'crm', 'contact.birthday', 'high')],
  },
  {
    header: 'Instagram Handle',
    value: (customer, random) =>
      random.chance(0.2) ? `@${customer.firstName.toLowerCase()}_bakes${customer.index}` : '',
    // The later export leaves the column out: chosen columns, so its absence proves nothing (E27).
    planted: [planted('field.undeclared', 'crm', 'contact.instagram handle', 'medium', 'not_observed')],
    only: 'first',
  },
  {
    header: 'Spouse Name',
    value: (_, random) => (random.chance(0.12) ? random.pick(['Robin', 'Alex', 'Maxine', 'Jordan']) : ''),
    nearMiss: 'a name is a name: declared for the CRM',
  },
  {
    header: 'Delivery Phone',
    value: (customer) =>
      isAmongShare(customer.index, 0.05) ? phoneAsTyped(customer.phone ?? '2125550199', null) : '',
    nearMiss: 'filled for exactly 5 %, which is not fewer than 5 %',
  },
  {
    header: 'Second Phone',
    value: (customer) => (customer.index % 50 === 7 ? phoneAsTyped('9175550142', null) : ''),
    planted: [planted('field.unused', 'crm', 'contact.second phone', 'low')],
  },
  {
    header: 'Newsletter Opt In Date',
    value: (customer, _, opening) => hubspotOptInOn(customer, opening),
    nearMiss: 'the consent evidence that the policy declares for the CRM',
  },
  {
    header: 'Birthday Campaign Sent',
    value: (_, random) => random.pick(['Yes', 'No', '']),
    nearMiss: 'what we did, not when she was born',
  },
  {
    header: 'Phone Support Plan',
    value: (_, random) => random.pick(['basic', '', '']),
    nearMiss: 'a product, not a number',
  },
  {
    header: 'Assistant Email',
    value: (customer) => (isAmongShare(customer.index, 0.08) ? `desk${customer.index}@example.org` : ''),
    nearMiss: 'not in the export before: perhaps nobody chose the column then, so it is not called new (E27)',
    only: 'a-week-later',
  },
];

export const hubspotContactColumns: readonly Column[] = [...OWN_COLUMNS, ...CUSTOM_COLUMNS];

/** "Export view" of HubSpot's contacts: every cell quoted, as people typed it. */
export function hubspotContactsCsv(customers: readonly Customer[], setting: Setting): string {
  return csvOf(tableOf(hubspotContactColumns, customers, setting), { quoteAll: true });
}

function messyCase(text: string, random: Random): string {
  const dice = random.next();
  if (dice < 0.06) return text.toUpperCase();
  return dice < 0.12 ? ` ${text} ` : text;
}

/** Six ways to write one number. */
function phoneAsTyped(phone: string | null, random: Random | null): string {
  if (phone === null) return '';
  const [area, exchange, line] = [phone.slice(0, 3), phone.slice(3, 6), phone.slice(6)];
  const forms = [
    `(${area}) ${exchange}-${line}`,
    `${area}-${exchange}-${line}`,
    `${area}.${exchange}.${line}`,
    `+1 ${area} ${exchange} ${line}`,
    `1${phone}`,
    phone,
  ] as const;
  return random === null ? forms[0] : random.pick(forms);
}

function withTime(day: string, number: number): string {
  return day === '' ? '' : `${day} ${timeOfDay(number)}`;
}

function birthDate({ birthday: { year, month, day } }: Customer): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function noteOf(customer: Customer, random: Random): string {
  if (random.chance(0.7)) return '';
  return random.pick([
    `Wants the "usual" box on Fridays,\nrings the back door.`,
    `Called about the ${random.pick(['wedding', 'birthday', 'retirement'])} cake; call back after 5.`,
    `Gate code is with ${customer.firstName}'s neighbour.\n\nNo plastic, please.`,
    'Prefers rye; "no caraway"',
  ]);
}
