import type { Contact } from './contacts.js';

/** Fields that `personFields` may name. */
export const PERSON_FIELDS: ReadonlySet<string> = new Set([
  'addresses',
  'ageRanges',
  'biographies',
  'birthdays',
  'calendarUrls',
  'clientData',
  'coverPhotos',
  'emailAddresses',
  'events',
  'externalIds',
  'genders',
  'imClients',
  'interests',
  'locales',
  'locations',
  'memberships',
  'metadata',
  'miscKeywords',
  'names',
  'nicknames',
  'occupations',
  'organizations',
  'phoneNumbers',
  'photos',
  'relations',
  'sipAddresses',
  'skills',
  'urls',
  'userDefined',
]);
/** Fields that `readMask` may name for other contacts. */
export const OTHER_CONTACT_FIELDS: ReadonlySet<string> = new Set([
  'emailAddresses',
  'metadata',
  'names',
  'phoneNumbers',
  'photos',
]);

/** A contact with the fields that were asked for; a field without a value is not there. */
export function personResource(
  contact: Contact,
  wanted: ReadonlySet<string>,
  isOther = false,
): Readonly<Record<string, unknown>> {
  const id = idOf(contact, isOther);
  const source = { type: isOther ? 'OTHER_CONTACT' : 'CONTACT', id };
  const person: Record<string, unknown> = {
    resourceName: `${isOther ? 'otherContacts' : 'people'}/c${BigInt(`0x${id}`).toString()}`,
    etag: `%EgMBAgM3LhoE${id.slice(0, 8)}`,
  };
  if (wanted.has('metadata')) {
    person['metadata'] = {
      sources: [{ ...source, etag: `#${id}`, updateTime: contact.updated }],
      objectType: 'PERSON',
    };
  }
  for (const [name, valuesOf] of FIELDS) {
    const values = wanted.has(name) ? valuesOf(contact, { primary: true, source }) : [];
    if (values.length > 0) person[name] = values;
  }
  return person;
}

/** Whose a value is, as it stands at each of them. */
interface ValueMetadata {
  readonly primary: true;
  readonly source: Readonly<Record<string, string>>;
}

/** The fields that the bakery's contacts have; none is made that nobody asks for. */
const FIELDS = new Map<string, (contact: Contact, metadata: ValueMetadata) => readonly unknown[]>([
  ['names', namesOf],
  ['emailAddresses', emailAddressesOf],
  ['phoneNumbers', phoneNumbersOf],
  ['addresses', addressesOf],
  ['birthdays', birthdaysOf],
  [
    'biographies',
    ({ cell }, metadata) =>
      textOf(cell('Notes'), (value) => ({ metadata, value, contentType: 'TEXT_PLAIN' })),
  ],
  [
    'organizations',
    ({ cell }, metadata) => textOf(cell('Organization Name'), (name) => ({ metadata, name })),
  ],
  ['userDefined', ({ ownFields }, metadata) => ownFields.map(([key, value]) => ({ metadata, key, value }))],
  ['memberships', membershipsOf],
  [
    'photos',
    (_, metadata) => [{ metadata, url: 'https://lh3.googleusercontent.com/cm/invented=s100', default: true }],
  ],
]);

function namesOf({ cell }: Contact, metadata: ValueMetadata): readonly unknown[] {
  const givenName = cell('First Name');
  const familyName = cell('Last Name');
  const displayName = `${givenName} ${familyName}`;
  return [
    {
      metadata,
      displayName,
      givenName,
      familyName,
      displayNameLastFirst: `${familyName}, ${givenName}`,
      unstructuredName: displayName,
    },
  ];
}

function emailAddressesOf({ cell }: Contact, metadata: ValueMetadata): readonly unknown[] {
  return manyOf(cell('E-mail 1 - Value')).map((value, place) =>
    place === 0
      ? { metadata, value }
      : { metadata: { source: metadata.source }, value, type: 'work', formattedType: 'Work' },
  );
}

function phoneNumbersOf({ cell }: Contact, metadata: ValueMetadata): readonly unknown[] {
  return manyOf(cell('Phone 1 - Value')).map((value) => ({
    metadata,
    value: value.replace(/^\+1(\d{3})(\d{3})(\d{4})$/u, '+1 $1-$2-$3'),
    canonicalForm: value,
    type: 'mobile',
    formattedType: 'Mobile',
  }));
}

function addressesOf({ cell }: Contact, metadata: ValueMetadata): readonly unknown[] {
  return textOf(cell('Address 1 - Street'), (streetAddress) => ({
    metadata,
    type: 'home',
    formattedType: 'Home',
    formattedValue: cell('Address 1 - Formatted'),
    streetAddress,
    city: cell('Address 1 - City'),
    region: cell('Address 1 - Region'),
    postalCode: cell('Address 1 - Postal Code'),
    country: cell('Address 1 - Country'),
    countryCode: 'US',
  }));
}

/** `--05-17`: a birthday without its year, as most people tell it to a bakery. */
function birthdaysOf({ cell }: Contact, metadata: ValueMetadata): readonly unknown[] {
  const [, month, day] = /^--(\d\d)-(\d\d)$/u.exec(cell('Birthday')) ?? [];
  if (month === undefined || day === undefined) return [];
  const date = { month: Number(month), day: Number(day) };
  return [{ metadata, date, text: `${date.month}/${date.day}` }];
}

/** Other contacts are in no group: that is what makes them other. */
function membershipsOf({ cell }: Contact, metadata: ValueMetadata): readonly unknown[] {
  return manyOf(cell('Labels')).map((label) => {
    const contactGroupId = label === '* myContacts' ? 'myContacts' : `label${label.length}`;
    return {
      metadata,
      contactGroupMembership: { contactGroupId, contactGroupResourceName: `contactGroups/${contactGroupId}` },
    };
  });
}

/** Google's export joins several values of a cell. */
function manyOf(cell: string): readonly string[] {
  return cell === '' ? [] : cell.split(' ::: ');
}

function textOf(text: string, show: (text: string) => unknown): readonly unknown[] {
  return text === '' ? [] : [show(text)];
}

/** 15 hexadecimal digits, another one for each of the first four billion. */
function idOf({ index }: Contact, isOther: boolean): string {
  const low = Math.imul(index + 1, 0x9e37_79b1) >>> 0;
  const high = Math.imul(index + 7, 0x85eb_ca6b) >>> 0;
  return `${isOther ? '6' : '1'}${hex(high).slice(0, 6)}${hex(low)}`;
}

function hex(number: number): string {
  return number.toString(16).padStart(8, '0');
}
