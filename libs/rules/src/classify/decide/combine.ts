import type { FieldCategory } from '#connectors/contract/category.js';
import type { FieldEvidence } from '../classifier.js';
import { CONCEPT_CATEGORY } from '../reading/concept-table.js';
import { readWords, type Reading } from '../reading/read-words.js';
import { profileValues, shareOf, type ValueProfile } from '../values/value-profile.js';
import { fitOf } from './category-fit.js';
import { typeClassOf, type TypeClass } from './declared-type.js';
import { objectKindOf, type ObjectKind } from './object-kind.js';
import type { ModelGuess, WordGuesser } from '../model/field-model.js';
import type { Clue } from './clue.js';
import { onThisObject } from './on-this-object.js';
import { judgeUnderSilentName, judgeValuesAlone } from './values-alone.js';
import { saysNothing } from '../reading/silent-names.js';

/** A verdict with what it rests on; turned into a confidence and a sentence elsewhere. */
export interface Judgement {
  readonly category: FieldCategory;
  readonly basis: Basis;
  /** What decided, in words that quote names and labels only. */
  readonly because: string;
  readonly label: Reading;
  readonly name: Reading;
  readonly object: ObjectKind;
  readonly type: TypeClass;
  readonly profile: ValueProfile;
  readonly fit: -1 | 0 | 1;
  readonly guess: ModelGuess | undefined;
}

export type Basis =
  | 'words'
  | 'weak-words'
  | 'words-and-values'
  | 'values'
  | 'values-over-words'
  | 'process-words'
  | 'overruled'
  | 'object'
  | 'misfit'
  | 'word-parts'
  | 'patient-table'
  | 'nothing-known';

/** Weighs name, label, object, type and values against each other. */
export function combine(evidence: FieldEvidence, guesser: WordGuesser): Judgement {
  const label = readWords(evidence.label);
  const type = typeClassOf(evidence.type);
  const name = readWords(
    type === 'link' ? evidence.name.slice(0, 200).replace(/_ids?$/i, '') : evidence.name,
  );
  const object = objectKindOf(evidence.object);
  const values = evidence.sampleValues.length > 0 ? evidence.sampleValues : evidence.options;
  const profile = profileValues(values);
  const guess = guesser(evidence.name, evidence.label);
  const clue: Clue = { evidence, label, name, object, type, profile, guess };
  return { label, name, object, type, profile, guess, ...decide(clue) };
}

/** An ambiguous word beside words we do not know, where it is not the main word of the name. */
function isDoubtful(reading: Reading, { object }: Clue): boolean {
  if (reading.explained > 0.99) return false;
  return object !== 'person' || !reading.isMainWord;
}

type Decision = Pick<Judgement, 'category' | 'basis' | 'because' | 'fit'>;

function decide(clue: Clue): Decision {
  const { object, type, profile } = clue;
  if (object === 'settings') return { category: 'none', basis: 'object', because: 'settings', fit: 0 };
  if (saysNothing(clue.evidence.label) && saysNothing(clue.evidence.name)) return underSilentName(clue);
  const reading = mainReading(clue);
  if (reading.verdict === 'personal') {
    const placed = onThisObject(reading, clue);
    if (placed.category === 'none')
      return { category: 'none', basis: 'object', because: placed.because, fit: 0 };
    const fit = fitOf(placed.category, profile, type);
    if (fit === -1) return misfit(clue, placed.category);
    const basis = fit === 1 ? 'words-and-values' : placed.weak ? 'weak-words' : 'words';
    if (placed.weak && fit !== 1 && isDoubtful(reading, clue))
      return withoutPersonalWords(clue, { ...reading, verdict: 'unclear' });
    return { category: placed.category, basis, because: placed.because, fit };
  }
  return withoutPersonalWords(clue, reading);
}

function underSilentName({ profile, object, type }: Clue): Decision {
  const alone = judgeUnderSilentName(profile, object);
  if (alone === undefined || fitOf(alone.category, profile, type) === -1)
    return { category: 'none', basis: 'nothing-known', because: '', fit: 0 };
  return { category: alone.category, basis: 'values', because: alone.words, fit: 1 };
}

/** The reading that decides: the more telling of label and name; a word that takes a concept back wins over the bare concept. */
function mainReading({ label, name, evidence }: Clue): Reading {
  if (label.words.length === 0) return name;
  if (name.words.length === 0) return label;
  if (label.verdict === 'unclear') return name.verdict === 'unclear' ? label : name;
  if (name.verdict === 'unclear') return label;
  if (label.verdict === name.verdict) {
    if (label.verdict === 'process') return label.weak && !name.weak ? name : label;
    return preferred(label, name);
  }
  const personal = label.verdict === 'personal' ? label : name;
  const process = label.verdict === 'personal' ? name : label;
  // "ansprechpartner_label": the label is the text on the screen, and says it itself.
  if (personal === label && !label.weak && /^labels?$/.test(process.because)) return label;
  // In a path, the other steps say where a value lies, not what it is: "roles.customer.number".
  const isPath = personal === label && !label.weak && evidence.name.slice(0, 200).includes('.');
  if (
    !isPath &&
    process.overruled !== undefined &&
    !(
      personal === label &&
      !label.weak &&
      label.explained > 0.99 &&
      CONCEPT_CATEGORY[process.overruled] !== label.category
    )
  )
    return process;
  if (personal.weak) return process;
  if (process.weak || process.explained < 0.99) return personal;
  return personal === label ? label : process.because.split(' ').length > 1 ? process : personal;
}

function preferred(label: Reading, name: Reading): Reading {
  if (label.weak !== name.weak) return label.weak ? name : label;
  if (label.category.startsWith(name.category)) return label;
  if (name.category.startsWith(label.category)) return name;
  if (label.explained < 0.6 && name.explained > label.explained) return name;
  return label.concept === 'name' || label.concept === 'address' ? name : label;
}

function misfit(clue: Clue, category: FieldCategory): Decision {
  const alone = judgeValuesAlone(clue.profile, clue.object);
  if (alone !== undefined && alone.category !== category) {
    return { category: alone.category, basis: 'values-over-words', because: alone.words, fit: 1 };
  }
  if (category === 'user.job_title' && shareOf(clue.profile, 'salutation') >= 0.5) {
    return { category: 'user.name', basis: 'values-over-words', because: 'forms of address', fit: 1 };
  }
  return { category: 'none', basis: 'misfit', because: category, fit: -1 };
}

function withoutPersonalWords(clue: Clue, reading: Reading): Decision {
  const bareId = bareIdentifier(clue);
  if (bareId !== undefined) return bareId;
  const alone = judgeValuesAlone(clue.profile, clue.object);
  if (alone !== undefined && (reading.verdict === 'unclear' || alone.confidence > 0.7)) {
    const basis = reading.verdict === 'unclear' ? 'values' : 'values-over-words';
    return { category: alone.category, basis, because: alone.words, fit: 1 };
  }
  if (reading.overruled !== undefined)
    return { category: 'none', basis: 'overruled', because: reading.because, fit: 0 };
  if (reading.verdict === 'process')
    return { category: 'none', basis: 'process-words', because: reading.because, fit: 0 };
  return (
    guessed(clue) ?? inPatientTable(clue) ?? { category: 'none', basis: 'nothing-known', because: '', fit: 0 }
  );
}

/** Words the lexicon does not hold, but whose parts are like those of words it does. */
function guessed({ guess, object, profile, type }: Clue): Decision | undefined {
  if (guess === undefined || guess.category === 'none' || guess.margin < FEWEST_STEPS) return undefined;
  if (object !== 'person' && object !== 'unknown') return undefined;
  if (fitOf(guess.category, profile, type) === -1) return undefined;
  return { category: guess.category, basis: 'word-parts', because: guess.because, fit: 0 };
}

/** In a table of patients a field that we cannot read is more often about health than about nothing: a question. */
function inPatientTable({ evidence, guess, profile, type }: Clue): Decision | undefined {
  if (!/pa[tcz]i?[ei]n[tz]|clinic|medical|health/i.test(evidence.object.slice(0, 80))) return undefined;
  if (guess?.category === 'none' && guess.margin > SURELY_NOTHING) return undefined;
  if (fitOf('user.health_and_medical', profile, type) === -1) return undefined;
  return {
    category: 'user.health_and_medical',
    basis: 'patient-table',
    because: evidence.object.slice(0, 60),
    fit: 0,
  };
}

const SURELY_NOTHING = 120;
const FEWEST_STEPS = 55;

/** "Id" on a row that is a person singles out the person; on anything else it does not. */
function bareIdentifier({ label, name, object, profile }: Clue): Decision | undefined {
  if (object !== 'person') return undefined;
  if (
    label.words.length === 0 &&
    name.verdict === 'unclear' &&
    name.words.length === 2 &&
    name.words[1] === 'id' &&
    TOOLS.has(name.words[0] ?? '')
  ) {
    return { category: 'user.unique_id', basis: 'weak-words', because: name.words.join(' '), fit: 0 };
  }
  const text = [name.words.join(' '), label.words.join(' ')];
  const found = text.find((words) => BARE_IDS.has(words));
  if (found === undefined || shareOf(profile, 'bool', 'date', 'dateTime', 'sentence') > 0.5) return undefined;
  return { category: 'user.unique_id', basis: 'words', because: found, fit: 0 };
}

/** Tools whose own id of a person other tools keep: "segmentio_id". */
const TOOLS = new Set(
  'hubspot salesforce segment segmentio mixpanel braze marketo pardot eloqua intercom zendesk stripe paypal quickbooks xero mailchimp klaviyo nationbuilder shopify woocommerce pipedrive zoho dynamics activecampaign amplitude google facebook apple mailerlite brevo sendinblue drip convertkit keap infusionsoft freshsales freshdesk crm erp legacy netsuite sap civicrm'.split(
    ' ',
  ),
);

const BARE_IDS = new Set([
  'id',
  'record id',
  'object id',
  'uuid',
  'guid',
  'entity id',
  'unique id',
  'id 18',
  'external id',
]);
