import { createHash } from 'node:crypto';
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
  const metadata = { primary: true, source: { type: isOther ? 'OTHER_CONTACT' : 'CONTACT', id } };
  const fields = Object.entries(valuesOf(contact, metadata, isOther)).filter(
    ([name, values]) => wanted.has(name) && values.length > 0,
  );
  return {
    resourceName: isOther ? `otherContacts/c${number(id)}` : `people/c${number(id)}`,
    etag: `%E${createHash('sha256').update(`${id} ${contact.updated}`).digest('base64').slice(0, 24)}`,
    ...(wanted.has('metadata')
      ? {
          metadata: {
            sources: [{ ...metadata.source, etag: `#${id}`, updateTime: contact.updated }],
            objectType: 'PERSON',
          },
        }
      : {}),
    ...Object.fromEntries(fields),
  };
}

function valuesOf(
  { cells, ownFields }: Contact,
  metadata: Readonly<Record<string, unknown>>,
  isOther: boolean,
): Readonly<Record<string, readonly unknown[]>> {
  const cell = (header: string) => cells[header] ?? '';
  const first = cell('First Name');
  const last = cell('Last Name');
  return {
    names: [
      {
        metadata,
        displayName: `${first} ${last}`,
        givenName: first,
        familyName: last,
        displayNameLastFirst: `${last}, ${first}`,
        unstructuredName: `${first} ${last}`,
      },
    ],
    emailAddresses: manyOf(cell('E-mail 1 - Value')).map((value, place) => ({
      metadata: place === 0 ? metadata : { source: metadata['source'] },
      value,
      ...(place === 0 ? {} : { type: 'work', formattedType: 'Work' }),
    })),
    phoneNumbers: manyOf(cell('Phone 1 - Value')).map((value) => ({
      metadata,
      value: value.replace(/^\+1(\d{3})(\d{3})(\d{4})$/u, '+1 $1-$2-$3'),
      canonicalForm: value,
      type: 'mobile',
      formattedType: 'Mobile',
    })),
    addresses: cell('Address 1 - Street') === '' ? [] : [addressOf(cell, metadata)],
    birthdays: birthdaysOf(cell('Birthday'), metadata),
    biographies: cell('Notes') === '' ? [] : [{ metadata, value: cell('Notes'), contentType: 'TEXT_PLAIN' }],
    organizations: cell('Organization Name') === '' ? [] : [{ metadata, name: cell('Organization Name') }],
    userDefined: ownFields.map(([key, value]) => ({ metadata, key, value })),
    memberships: isOther ? [] : membershipsOf(cell('Labels'), metadata),
    photos: [{ metadata, url: 'https://lh3.googleusercontent.com/cm/invented=s100', default: true }],
  };
}

function addressOf(
  cell: (header: string) => string,
  metadata: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return {
    metadata,
    type: 'home',
    formattedType: 'Home',
    formattedValue: cell('Address 1 - Formatted'),
    streetAddress: cell('Address 1 - Street'),
    city: cell('Address 1 - City'),
    region: cell('Address 1 - Region'),
    postalCode: cell('Address 1 - Postal Code'),
    country: cell('Address 1 - Country'),
    countryCode: 'US',
  };
}

/** `--05-17`: a birthday without its year, as most people tell it to a bakery. */
function birthdaysOf(text: string, metadata: Readonly<Record<string, unknown>>): readonly unknown[] {
  const [, month, day] = /^--(\d\d)-(\d\d)$/u.exec(text) ?? [];
  if (month === undefined || day === undefined) return [];
  return [
    { metadata, date: { month: Number(month), day: Number(day) }, text: `${Number(month)}/${Number(day)}` },
  ];
}

function membershipsOf(labels: string, metadata: Readonly<Record<string, unknown>>): readonly unknown[] {
  return manyOf(labels).map((label) => {
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

function idOf({ index }: Contact, isOther: boolean): string {
  return createHash('sha256').update(`contact ${isOther} ${index}`).digest('hex').slice(0, 15);
}

function number(id: string): string {
  return BigInt(`0x${id}`).toString();
}
