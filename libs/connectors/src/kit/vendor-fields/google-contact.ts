import type { FieldCategory } from '../../contract/category.js';
import type { ColumnRole } from '../../contract/fact.js';

interface ContactField {
  /** Plain header of an exported column, of the format of 2024 or the one before it. */
  readonly header: RegExp;
  readonly name: string;
  readonly type: string;
  readonly custom: boolean;
  /** Several columns make one field. */
  readonly isNumbered: boolean;
  readonly category?: FieldCategory;
  readonly role?: ColumnRole;
}

type Row = readonly [header: RegExp, name: string, category: FieldCategory, role?: ColumnRole];

/** Columns that come once. */
const SINGLE: readonly Row[] = [
  [/^name$/, 'displayName', 'user.name'],
  [/^(first|given) name$/, 'givenName', 'user.name.first'],
  [/^(middle|additional) name$/, 'middleName', 'user.name'],
  [/^(last|family) name$/, 'familyName', 'user.name.last'],
  [/^(phonetic first name|given name yomi)$/, 'phoneticGivenName', 'user.name.first'],
  [/^(phonetic middle name|additional name yomi)$/, 'phoneticMiddleName', 'user.name'],
  [/^(phonetic last name|family name yomi)$/, 'phoneticFamilyName', 'user.name.last'],
  [/^yomi name$/, 'phoneticFullName', 'user.name'],
  [/^name prefix$/, 'honorificPrefix', 'user.name'],
  [/^name suffix$/, 'honorificSuffix', 'user.name'],
  [/^(nickname|short name|initials)$/, 'nicknames', 'user.name'],
  [/^maiden name$/, 'maidenName', 'user.name.last'],
  [/^file as$/, 'fileAses', 'user.name'],
  [/^birthday$/, 'birthdays', 'user.demographic.date_of_birth'],
  [/^gender$/, 'genders', 'user.demographic.gender'],
  [/^location$/, 'locations', 'user.contact.address'],
  [/^billing information$/, 'billingInformation', 'user.financial'],
  [/^occupation$/, 'occupations', 'user.job_title'],
  [/^hobby$/, 'interests', 'user.demographic.profile'],
  [/^language$/, 'locales', 'user.demographic.language'],
  [/^notes$/, 'biographies', 'user.content.private'],
  [/^photo$/, 'photos', 'user.content.self_image'],
  [/^(labels|group membership)$/, 'memberships', 'none'],
  [/^(directory server|mileage|sensitivity|priority|subject)$/, 'miscellaneous', 'none'],
];

/** Columns that come with a number, as often as the fullest contact needs. */
const NUMBERED: readonly Row[] = [
  [/^e-mail \d+ - /, 'emails', 'user.contact.email', 'email'],
  [/^phone \d+ - /, 'phones', 'user.contact.phone_number', 'phone'],
  [/^address \d+ - /, 'addresses', 'user.contact.address'],
  [/^organization( \d+ -)? (name|yomi name)$/, 'organizations', 'user.contact.organization'],
  [/^organization( \d+ -)? (title|department|job description)$/, 'jobTitles', 'user.job_title'],
  [/^organization \d+ - /, 'organizationDetails', 'none'],
  [/^relation \d+ - /, 'relations', 'user.name'],
  [/^website \d+ - /, 'urls', 'user.contact.url'],
  [/^event \d+ - /, 'events', 'user.demographic'],
  [/^im \d+ - /, 'imClients', 'user.account.username'],
  [/^jot \d+ - /, 'jots', 'user.content.private'],
  [/^calendar link \d+ - /, 'calendarUrls', 'user.contact.url'],
  [/^external id \d+ - /, 'externalIds', 'user.unique_id'],
];

/** What Google's own columns of a contact hold (E6). What people put into custom fields, the classifier finds out. */
export const googleContactFields: readonly ContactField[] = [
  ...SINGLE.map((row) => field(row, false)),
  ...NUMBERED.map((row) => field(row, true)),
  { header: /^custom field \d+ - /, name: 'userDefined', type: 'string', custom: true, isNumbered: true },
];

function field([header, name, category, role]: Row, isNumbered: boolean): ContactField {
  return {
    header,
    name,
    type: 'string',
    custom: false,
    isNumbered,
    category,
    ...(role === undefined ? {} : { role }),
  };
}
