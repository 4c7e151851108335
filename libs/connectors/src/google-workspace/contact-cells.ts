import type { Contact } from './people.schema.js';

/** What the People API calls the fields that are read (`personFields`). */
export const PERSON_FIELDS = [
  'names',
  'nicknames',
  'birthdays',
  'genders',
  'locations',
  'occupations',
  'interests',
  'locales',
  'biographies',
  'photos',
  'memberships',
  'miscKeywords',
  'emailAddresses',
  'phoneNumbers',
  'addresses',
  'organizations',
  'relations',
  'urls',
  'events',
  'imClients',
  'calendarUrls',
  'externalIds',
  'userDefined',
] as const satisfies readonly (keyof Contact)[];

type Texts = readonly (string | undefined)[];
type Name = NonNullable<Contact['names']>[number];

const name =
  (part: keyof Name) =>
  ({ names }: Contact): Texts => [names?.[0]?.[part]];

const valuesOf =
  (
    field:
      | 'nicknames'
      | 'genders'
      | 'locations'
      | 'occupations'
      | 'interests'
      | 'locales'
      | 'biographies'
      | 'emailAddresses'
      | 'urls'
      | 'externalIds',
  ) =>
  (contact: Contact): Texts =>
    (contact[field] ?? []).map(({ value }) => value);

/**
 * The fields of a contact, by the names that an exported list has too (E20), with how Google's screen calls them and
 * where their values are.
 */
export const contactCells: readonly (readonly [
  name: string,
  label: string,
  values: (contact: Contact) => Texts,
])[] = [
  ['displayName', 'Name', name('displayName')],
  ['givenName', 'First name', name('givenName')],
  ['middleName', 'Middle name', name('middleName')],
  ['familyName', 'Last name', name('familyName')],
  ['phoneticGivenName', 'Phonetic first name', name('phoneticGivenName')],
  ['phoneticMiddleName', 'Phonetic middle name', name('phoneticMiddleName')],
  ['phoneticFamilyName', 'Phonetic last name', name('phoneticFamilyName')],
  ['phoneticFullName', 'Phonetic name', name('phoneticFullName')],
  ['honorificPrefix', 'Name prefix', name('honorificPrefix')],
  ['honorificSuffix', 'Name suffix', name('honorificSuffix')],
  ['nicknames', 'Nickname', valuesOf('nicknames')],
  ['birthdays', 'Birthday', ({ birthdays = [] }) => birthdays.map(birthday)],
  ['genders', 'Gender', valuesOf('genders')],
  ['locations', 'Location', valuesOf('locations')],
  ['occupations', 'Occupation', valuesOf('occupations')],
  ['interests', 'Hobby', valuesOf('interests')],
  ['locales', 'Language', valuesOf('locales')],
  ['biographies', 'Notes', valuesOf('biographies')],
  [
    'photos',
    'Photo',
    ({ photos = [] }) => photos.map((photo) => (photo.default === true ? undefined : photo.url)),
  ],
  [
    'memberships',
    'Labels',
    ({ memberships = [] }) => memberships.map((one) => one.contactGroupMembership?.contactGroupId),
  ],
  ['miscellaneous', 'Other', ({ miscKeywords = [] }) => miscKeywords.map(({ value }) => value)],
  ['emails', 'Email', valuesOf('emailAddresses')],
  [
    'phones',
    'Phone',
    ({ phoneNumbers = [] }) => phoneNumbers.map(({ canonicalForm, value }) => canonicalForm ?? value),
  ],
  ['addresses', 'Address', ({ addresses = [] }) => addresses.map(address)],
  [
    'organizations',
    'Company',
    ({ organizations = [] }) => organizations.flatMap((one) => [one.name, one.phoneticName]),
  ],
  [
    'jobTitles',
    'Job title',
    ({ organizations = [] }) =>
      organizations.flatMap(({ title, department, jobDescription }) => [title, department, jobDescription]),
  ],
  ['relations', 'Related person', ({ relations = [] }) => relations.map(({ person }) => person)],
  ['urls', 'Website', valuesOf('urls')],
  [
    'events',
    'Significant date',
    ({ events = [] }) => events.map(({ type, date }) => (date ? (type ?? 'date') : type)),
  ],
  ['imClients', 'Chat', ({ imClients = [] }) => imClients.map(({ username }) => username)],
  ['calendarUrls', 'Calendar', ({ calendarUrls = [] }) => calendarUrls.map(({ url }) => url)],
  ['externalIds', 'External ID', valuesOf('externalIds')],
];

/** Several values of one field stand in one cell, as in an exported list. */
export function joined(texts: Texts): string {
  const present = texts.flatMap((text = '') => (text.trim() === '' ? [] : [text.trim()]));
  return [...new Set(present)].join('; ');
}

function birthday({ date, text }: NonNullable<Contact['birthdays']>[number]): string | undefined {
  if (date?.month === undefined || date.day === undefined) return text;
  const day = `${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
  return date.year === undefined || date.year === 0
    ? `--${day}`
    : `${String(date.year).padStart(4, '0')}-${day}`;
}

function address(one: NonNullable<Contact['addresses']>[number]): string {
  const { formattedValue, streetAddress, extendedAddress, poBox, city, region, postalCode, country } = one;
  return formattedValue ?? joined([streetAddress, extendedAddress, poBox, city, region, postalCode, country]);
}
