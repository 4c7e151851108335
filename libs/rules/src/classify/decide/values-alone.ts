import type { Category } from '#connectors/contract/category.js';
import type { ValueKind } from '../values/value-kind.js';
import { shareOf, type ValueProfile } from '../values/value-profile.js';
import type { ObjectKind } from './object-kind.js';

interface ValueRule {
  readonly category: Category;
  readonly kinds: readonly ValueKind[];
  readonly share: number;
  /** How sure the values alone make us, on an object about persons. */
  readonly confidence: number;
  /** What the sentence calls them. */
  readonly words: string;
  readonly personObjectOnly?: boolean;
}

const RULES: readonly ValueRule[] = [
  {
    category: 'user.contact.email',
    kinds: ['email'],
    share: 0.7,
    confidence: 0.93,
    words: 'e-mail addresses',
  },
  { category: 'user.device.ip_address', kinds: ['ip'], share: 0.8, confidence: 0.85, words: 'IP addresses' },
  {
    category: 'user.financial.bank_account',
    kinds: ['iban'],
    share: 0.6,
    confidence: 0.93,
    words: 'account numbers (IBAN)',
  },
  {
    category: 'user.financial.credit_card',
    kinds: ['card'],
    share: 0.7,
    confidence: 0.9,
    words: 'card numbers with a right check digit',
  },
  {
    category: 'user.government_id.national_identification_number',
    kinds: ['personNumber'],
    share: 0.7,
    confidence: 0.85,
    words: 'national id numbers',
  },
  {
    category: 'user.authorization.credentials',
    kinds: ['passwordHash', 'credential'],
    share: 0.6,
    confidence: 0.85,
    words: 'password hashes or keys',
  },
  {
    category: 'user.device',
    kinds: ['userAgent'],
    share: 0.7,
    confidence: 0.85,
    words: 'browser descriptions',
  },
  {
    category: 'user.contact.url',
    kinds: ['profileUrl'],
    share: 0.7,
    confidence: 0.75,
    words: 'links to profiles',
    personObjectOnly: true,
  },
  {
    category: 'user.contact.phone_number',
    kinds: ['phone'],
    share: 0.75,
    confidence: 0.75,
    words: 'phone numbers',
  },
  { category: 'user.name', kinds: ['personName'], share: 0.7, confidence: 0.75, words: 'names of persons' },
  {
    category: 'user.name.first',
    kinds: ['oneName'],
    share: 0.7,
    confidence: 0.65,
    words: 'first names',
    personObjectOnly: true,
  },
  {
    category: 'user.demographic.gender',
    kinds: ['gender'],
    share: 0.9,
    confidence: 0.6,
    words: 'words for a gender',
    personObjectOnly: true,
  },
  {
    category: 'user.demographic.marital_status',
    kinds: ['marital'],
    share: 0.9,
    confidence: 0.7,
    words: 'words for a marital status',
    personObjectOnly: true,
  },
  {
    category: 'user.contact.address',
    kinds: ['postalAddress'],
    share: 0.7,
    confidence: 0.65,
    words: 'postal addresses',
    personObjectOnly: true,
  },
  {
    category: 'user.contact.address.street',
    kinds: ['streetLine'],
    share: 0.7,
    confidence: 0.65,
    words: 'street lines',
    personObjectOnly: true,
  },
  {
    category: 'user.location.precise',
    kinds: ['coordinate'],
    share: 0.9,
    confidence: 0.75,
    words: 'coordinates',
    personObjectOnly: true,
  },
  {
    category: 'user.location.imprecise',
    kinds: ['timeZone'],
    share: 0.8,
    confidence: 0.65,
    words: 'time zones',
    personObjectOnly: true,
  },
];

/** Kinds that speak for themselves only where the name says nothing at all: elsewhere other things look like them. */
const UNDER_SILENT_NAMES: readonly ValueRule[] = [
  {
    category: 'user.name.first',
    kinds: ['oneName'],
    share: 0.4,
    confidence: 0.6,
    words: 'first names',
  },
  {
    category: 'user.demographic.date_of_birth',
    kinds: ['birthLikeDate'],
    share: 0.7,
    confidence: 0.55,
    words: 'dates on which people were born',
  },
  { category: 'user.contact.address.city', kinds: ['town'], share: 0.4, confidence: 0.6, words: 'towns' },
  {
    category: 'user.contact.address.country',
    kinds: ['country'],
    share: 0.7,
    confidence: 0.6,
    words: 'countries',
  },
  {
    category: 'user.contact.address.street',
    kinds: ['streetLine'],
    share: 0.5,
    confidence: 0.6,
    words: 'street lines',
  },
  {
    category: 'user.contact.address.postal_code',
    kinds: ['postalCode'],
    share: 0.7,
    confidence: 0.55,
    words: 'postal codes',
  },
  { category: 'user.name', kinds: ['salutation'], share: 0.8, confidence: 0.6, words: 'forms of address' },
  {
    category: 'user.demographic.language',
    kinds: ['language'],
    share: 0.8,
    confidence: 0.5,
    words: 'languages',
  },
  {
    category: 'user.content.private',
    kinds: ['sentence'],
    share: 0.6,
    confidence: 0.5,
    words: 'sentences',
  },
];

/** What the values say under a name that says nothing ("Column A"). */
export function judgeUnderSilentName(profile: ValueProfile, object: ObjectKind): ValueRule | undefined {
  if (profile.count < 2 || (object !== 'person' && object !== 'unknown')) return undefined;
  const alone = judgeValuesAlone(profile, object);
  if (alone !== undefined) return alone;
  const named = shareOf(profile, 'personName', 'twoCapitals');
  if (named >= 0.85 && profile.variety >= 0.6) return SOME_NAMES;
  return UNDER_SILENT_NAMES.find((rule) => shareOf(profile, ...rule.kinds) >= rule.share);
}

/** What the values would say if the field had no name. */
export function judgeValuesAlone(profile: ValueProfile, object: ObjectKind): ValueRule | undefined {
  if (profile.count < 2) return undefined;
  const found = RULES.find(
    (rule) =>
      shareOf(profile, ...rule.kinds) >= rule.share &&
      (rule.personObjectOnly !== true || object === 'person' || object === 'unknown'),
  );
  if (found !== undefined || object !== 'person' || profile.variety < 0.5) return found;
  const named = shareOf(profile, 'personName');
  return named >= 0.2 && named + shareOf(profile, 'twoCapitals') >= 0.9 ? SOME_NAMES : undefined;
}

/** A given name we know in some values, and all of them written like names. */
const SOME_NAMES: ValueRule = {
  category: 'user.name',
  kinds: ['personName'],
  share: 0.2,
  confidence: 0.6,
  words: 'names of persons',
};
