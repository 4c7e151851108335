import type { FieldCategory } from '#connectors/contract/category.js';
import { namesAnybody } from '../reading/person-nouns.js';
import type { Concept } from '../reading/lexicon.js';
import type { Reading } from '../reading/read-words.js';
import { shareOf } from '../values/value-profile.js';
import { isOfAnAnimal, isOfAThing } from './animals-and-things.js';
import type { Clue } from './clue.js';

interface Placed {
  readonly category: FieldCategory;
  readonly weak: boolean;
  readonly because: string;
}

/** What a personal word means on the object it stands on: a name on a company is not a person's name. */
export function onThisObject(reading: Reading, clue: Clue): Placed {
  const concept = reading.concept;
  const none = (because: string): Placed => ({ category: 'none', weak: false, because });
  if (concept === undefined) return none(reading.because);
  const object = objectOf(reading, clue);
  if (object === 'organisation' && ORGANISATION_FACTS.has(concept)) return none('organisation');
  if (object === 'document' && DOCUMENT_FACTS.has(concept)) return none('document');
  if (object === 'document' && concept === 'organization' && !OF_THE_BUYER.test(reading.words.join(' ')))
    return none('document');
  if ((object === 'process' || object === 'product') && (THING_FACTS.has(concept) || reading.weak))
    return none(object);
  if (object === 'product' && PRODUCT_FACTS.has(concept)) return none(object);
  if (isOfAnAnimal(concept, reading, clue) || isOfAThing(concept, reading)) return none('product');
  if (object === 'document' && concept === 'note') return noteOnDocument(reading, clue) ?? none(object);
  if ((object === 'organisation' || object === 'document') && reading.weak) return none(object);
  if ((concept === 'uniqueId' || concept === 'username') && reading.roles.has('staff')) return none('staff');
  if (concept === 'url' && reading.roles.has('org')) return none('organisation');
  return { category: refined(concept, reading, clue), weak: reading.weak, because: reading.because };
}

/** "host_about" on a flat, "Patient age" on an order: the name itself says that it is about a person. */
function objectOf(reading: Reading, { object }: Clue): Clue['object'] {
  if (!namesAnybody(reading.words)) return object;
  if (object === 'product' || object === 'process') return 'person';
  return object === 'document' && reading.concept !== undefined && FACTS_OF_A_PERSON.has(reading.concept)
    ? 'person'
    : object;
}

/**
 * Free text on a sale (labelling guide, rule 15): notes and messages are about somebody, a "description" names goods,
 * unless its values are sentences. "Description" and "Memo/Description" are one thing and get one answer.
 */
function noteOnDocument(reading: Reading, { profile, evidence }: Clue): Placed | undefined {
  const note: Placed = { category: 'user.content.private', weak: reading.weak, because: reading.because };
  if (REQUESTS.test(evidence.object.slice(0, 120))) return note;
  const describes = reading.weak || DESCRIPTION.test(reading.words.join(' '));
  return describes && shareOf(profile, 'sentence') < 0.5 ? undefined : note;
}

/** What people write to us: its text is theirs, whatever it is called. */
const REQUESTS = /ticket|case|conversation|complaint|enquir|inquir|support|incident|reclam|anfrage|demande/i;
const DESCRIPTION = /descri|beschr|bezeichn|omschr|descriz|descric/;

function refined(concept: Concept, reading: Reading, { profile, evidence }: Clue): FieldCategory {
  // A "user id" is a login where people chose it, and a number of the customer where the tool did.
  if (
    concept === 'username' &&
    /\bids?$/.test(reading.because) &&
    shareOf(profile, 'number', 'code', 'uuid') >= 0.6
  )
    return 'user.unique_id';
  if (concept === 'name' && profile.count > 1) {
    if (
      shareOf(profile, 'oneName') >= 0.6 ||
      (profile.meanWords < 1.2 &&
        /^(?:nome|nombre)$/.test(reading.because) &&
        shareOf(profile, 'words', 'oneName') > 0.8)
    )
      return 'user.name.first';
    if (shareOf(profile, 'companyName') >= 0.5) return 'user.contact.organization';
    if (
      profile.meanWords < 1.2 &&
      /^(?:nom|naam|nachname|name)$/.test(reading.because) &&
      shareOf(profile, 'personName') < 0.3
    )
      return 'user.name.last';
  }
  // "Informe médico" is a finding; only "médico responsable" and "médico" are the doctor.
  if (
    concept === 'fullName' &&
    /^medic[oa]$/.test(reading.because) &&
    !/^medic[oa]$/.test(reading.words[0] ?? '')
  )
    return 'user.health_and_medical';
  // A field that is itself called "Titel" holds the academic one; "title" with that label is a position.
  if (concept === 'job' && reading.because === 'titel' && /titel$/i.test(evidence.name.slice(0, 80)))
    return 'user.name';
  if (
    concept === 'job' &&
    reading.because.startsWith('depart') &&
    IN_AN_ADDRESS.test(evidence.name.slice(0, 200))
  )
    return 'user.contact.address.state';
  // An "account number" that has letters and no check digits is the number of the customer.
  if (concept === 'bank' && reading.weak && shareOf(profile, 'code') >= 0.6) return 'user.unique_id';
  if (concept === 'street' && shareOf(profile, 'postalAddress') >= 0.6) return 'user.contact.address';
  if (
    (concept === 'passport' || concept === 'natId') &&
    /(?:issue|issued|expir|valid|place|gultig|caduc|vencim|scaden|rilasc|validade|geldig|expiration|delivr|emission)/.test(
      reading.words.join(' '),
    )
  )
    return 'user.government_id';
  if (concept === 'passport' && reading.roles.has('expiry')) return 'user.government_id';
  if (concept === 'natId' && reading.roles.has('expiry')) return 'user.government_id';
  return readingCategory(reading);
}

const IN_AN_ADDRESS = /(?:addr|adres|direcc|indiriz|enderec)\w{0,12}\W/i;

function readingCategory(reading: Reading): FieldCategory {
  return reading.category;
}

const OF_THE_BUYER =
  /billing|shipping|bill|ship|employer|customer|buyer|donor|arbeitgeber|employeur|empregador|werkgever|datore|empleador/;

const ORGANISATION_FACTS = new Set<Concept>([
  'name',
  'namePart',
  'address',
  'street',
  'city',
  'state',
  'zip',
  'country',
  'url',
  'organization',
  'phone',
  'financial',
  'image',
  'note',
  'uniqueId',
  'purchase',
  'behavior',
  'job',
  'username',
  'preciseLocation',
  'impreciseLocation',
  'language',
  'demographic',
  'profile',
  'age',
  'device',
  'religion',
]);
const FACTS_OF_A_PERSON = new Set<Concept>(['fullName', 'namePart', 'name', 'age', 'job', 'image']);
const DOCUMENT_FACTS = new Set<Concept>(['name', 'purchase', 'financial', 'image', 'job', 'profile', 'age']);
/** What a product is, may do or is for, where the same word on a person would be about them. */
const PRODUCT_FACTS = new Set<Concept>([
  'dob',
  'child',
  'marital',
  'bank',
  'passport',
  'consent',
  'purchase',
]);
const THING_FACTS = new Set<Concept>([
  'race',
  'politics',
  'biometric',
  'orientation',
  'crime',
  'name',
  'namePart',
  'note',
  'url',
  'image',
  'organization',
  'purchase',
  'financial',
  'address',
  'street',
  'city',
  'state',
  'zip',
  'country',
  'preciseLocation',
  'impreciseLocation',
  'profile',
  'job',
  'phone',
  'language',
  'gender',
  'age',
  'behavior',
  'health',
  'religion',
  'uniqueId',
  'demographic',
  'card',
  'device',
]);
