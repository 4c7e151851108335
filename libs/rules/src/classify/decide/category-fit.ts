import type { FieldCategory } from '#connectors/contract/category.js';
import type { ValueKind } from '../values/value-kind.js';
import { shareOf, type ValueProfile } from '../values/value-profile.js';
import type { TypeClass } from './declared-type.js';

/** The kinds of value that speak for a category, and those that speak against it. */
interface Expectation {
  readonly good: readonly ValueKind[];
  readonly bad: readonly ValueKind[];
}

const DATES: readonly ValueKind[] = ['date', 'dateTime', 'birthLikeDate'];
const TEXT_LIKE: readonly ValueKind[] = ['email', 'url', 'profileUrl', 'ip', 'dateTime', 'uuid', 'json'];

const EXPECTED: Readonly<Partial<Record<FieldCategory, Expectation>>> = {
  'user.contact.email': {
    good: ['email'],
    bad: ['bool', ...DATES, 'smallNumber', 'status', 'url', 'decimal', 'sentence', 'year'],
  },
  'user.contact.phone_number': {
    good: ['phone'],
    bad: ['bool', 'dateTime', 'status', 'email', 'url', 'decimal', 'sentence', 'personName'],
  },
  'user.contact.url': {
    good: ['url', 'profileUrl', 'imageUrl'],
    bad: ['bool', ...DATES, 'smallNumber', 'email', 'decimal'],
  },
  'user.name': {
    good: ['personName', 'oneName', 'salutation', 'twoCapitals'],
    bad: [...TEXT_LIKE, ...DATES, 'bool', 'smallNumber', 'number', 'decimal', 'phone'],
  },
  'user.name.first': {
    good: ['oneName', 'personName'],
    bad: [...TEXT_LIKE, ...DATES, 'smallNumber', 'number', 'decimal', 'sentence'],
  },
  'user.name.last': {
    good: ['oneName', 'words'],
    bad: [...TEXT_LIKE, ...DATES, 'smallNumber', 'number', 'decimal', 'sentence'],
  },
  'user.contact.organization': {
    good: ['companyName'],
    bad: ['bool', ...DATES, 'email', 'decimal', 'dateTime', 'ip'],
  },
  'user.contact.address': {
    good: ['postalAddress', 'streetLine'],
    bad: ['bool', 'coordinate', ...DATES, 'email', 'ip', 'status', 'decimal'],
  },
  'user.contact.address.street': {
    good: ['streetLine', 'postalAddress'],
    bad: ['bool', ...DATES, 'email', 'ip', 'status', 'decimal', 'url'],
  },
  'user.contact.address.city': {
    good: ['town'],
    bad: ['bool', ...DATES, 'email', 'ip', 'status', 'decimal', 'smallNumber', 'sentence', 'url'],
  },
  'user.contact.address.state': {
    good: [],
    bad: [...DATES, 'email', 'ip', 'status', 'decimal', 'sentence', 'url'],
  },
  'user.contact.address.postal_code': {
    good: ['postalCode', 'number'],
    bad: ['bool', ...DATES, 'email', 'ip', 'status', 'decimal', 'sentence', 'url'],
  },
  'user.contact.address.country': {
    good: ['country'],
    bad: [...DATES, 'email', 'ip', 'status', 'decimal', 'sentence', 'url'],
  },
  'user.job_title': {
    good: ['words', 'twoCapitals'],
    bad: [...DATES, 'email', 'ip', 'status', 'decimal', 'salutation', 'url', 'bool', 'phone'],
  },
  'user.account.username': {
    good: ['handle', 'email', 'profileUrl'],
    bad: ['bool', ...DATES, 'status', 'decimal', 'sentence'],
  },
  'user.authorization.credentials': {
    good: ['credential', 'passwordHash'],
    bad: ['bool', ...DATES, 'status', 'decimal', 'year'],
  },
  'user.demographic.date_of_birth': {
    good: ['birthLikeDate', 'date', 'year'],
    bad: ['bool', 'email', 'status', 'url', 'sentence', 'decimal'],
  },
  'user.demographic.age_range': {
    good: ['smallNumber'],
    bad: ['dateTime', 'email', 'status', 'url', 'sentence'],
  },
  'user.demographic.gender': {
    good: ['gender', 'salutation'],
    bad: [...DATES, 'email', 'status', 'url', 'sentence', 'decimal'],
  },
  'user.demographic.marital_status': { good: ['marital'], bad: [...DATES, 'email', 'url', 'decimal'] },
  'user.demographic.language': {
    good: ['language', 'country'],
    bad: [...DATES, 'email', 'status', 'url', 'decimal', 'bool', 'sentence'],
  },
  'user.content.self_image': { good: ['imageUrl', 'url'], bad: ['bool', ...DATES, 'smallNumber', 'email'] },
  'user.content.private': {
    good: ['sentence', 'words', 'twoCapitals'],
    bad: ['bool', 'dateTime', 'smallNumber', 'decimal', 'status', 'uuid'],
  },
  'user.financial.bank_account': {
    good: ['iban', 'maskedNumber'],
    bad: ['bool', ...DATES, 'email', 'status', 'url', 'sentence'],
  },
  'user.financial.credit_card': {
    good: ['card', 'maskedNumber', 'shortDate'],
    bad: ['bool', 'dateTime', 'email', 'status', 'url', 'sentence'],
  },
  'user.government_id.national_identification_number': {
    good: ['personNumber', 'maskedNumber'],
    bad: ['bool', ...DATES, 'email', 'status', 'url', 'sentence', 'decimal'],
  },
  'user.government_id.passport_number': {
    good: ['code'],
    bad: ['bool', 'email', 'status', 'url', 'sentence', 'decimal'],
  },
  'user.device.ip_address': { good: ['ip'], bad: ['bool', ...DATES, 'email', 'status', 'sentence'] },
  'user.unique_id': {
    good: ['code', 'number', 'uuid'],
    bad: ['bool', ...DATES, 'sentence', 'decimal', 'status'],
  },
  'user.behavior.purchase_history': { good: [], bad: ['email', 'phone', 'ip'] },
  'user.location.precise': { good: ['coordinate'], bad: ['bool', ...DATES, 'email', 'status', 'sentence'] },
};

const CHOICE_CATEGORIES = new Set<FieldCategory>([
  'user.contact.email',
  'user.contact.phone_number',
  'user.contact.address',
  'user.contact.address.street',
  'user.name',
  'user.name.first',
  'user.name.last',
]);
const NOT_YES_OR_NO = new Set<FieldCategory>([
  'user.contact.email',
  'user.contact.phone_number',
  'user.contact.address',
  'user.contact.address.street',
  'user.contact.address.city',
  'user.contact.address.postal_code',
  'user.contact.url',
  'user.name',
  'user.name.first',
  'user.name.last',
  'user.content.private',
  'user.content.self_image',
  'user.contact.organization',
  'user.account.username',
  'user.authorization.credentials',
  'user.unique_id',
  'user.device',
  'user.device.ip_address',
  'user.job_title',
  'user.demographic.language',
  'user.financial.credit_card',
  'user.financial.bank_account',
]);
/** Words, which a field declared to hold numbers does not hold: a "state" of type int is a state of work. */
const NOT_A_NUMBER = new Set<FieldCategory>([
  'user.name',
  'user.name.first',
  'user.name.last',
  'user.contact.email',
  'user.contact.url',
  'user.contact.organization',
  'user.contact.address',
  'user.contact.address.city',
  'user.contact.address.state',
  'user.job_title',
  'user.content.private',
  'user.content.self_image',
]);
const NOT_A_DATE = new Set<FieldCategory>([
  ...NOT_YES_OR_NO,
  'user.contact.address.state',
  'user.contact.address.country',
  'user.demographic.gender',
  'user.demographic.marital_status',
  'user.demographic.language',
  'user.government_id.national_identification_number',
  'user.financial.bank_account',
  'user.location.precise',
  'user.demographic.profile',
]);

/** Whether values and declared type suit a category: 1 they speak for it, -1 against it, 0 they do not say. */
export function fitOf(category: FieldCategory, profile: ValueProfile, type: TypeClass): -1 | 0 | 1 {
  if (type === 'bool' && NOT_YES_OR_NO.has(category)) return -1;
  if (type === 'date' && NOT_A_DATE.has(category) && category !== 'user.financial.credit_card') return -1;
  if (type === 'count' && NOT_YES_OR_NO.has(category)) return -1;
  if (type === 'number' && NOT_A_NUMBER.has(category)) return -1;
  if (
    type === 'choice' &&
    CHOICE_CATEGORIES.has(category) &&
    shareOf(profile, 'email', 'phone', 'personName', 'oneName', 'salutation', 'postalAddress') < 0.5
  )
    return profile.count === 0 ? 0 : -1;
  if (type === 'money' && (NOT_A_DATE.has(category) || category === 'user.health_and_medical')) return -1;
  const expectation = EXPECTED[category];
  if (expectation === undefined || profile.count === 0) return 0;
  if (shareOf(profile, ...expectation.good) >= 0.5) return 1;
  if (shareOf(profile, ...expectation.bad) >= 0.6) return -1;
  return 0;
}
