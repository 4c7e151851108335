import { isCategory, type FieldCategory } from '#connectors/contract/category.js';
import { valuesFor } from './field-values.js';

/** One labelled field: what a classifier may see, and the answer of a careful reviewer. */
export interface LabelledField {
  readonly id: string;
  readonly system: string;
  readonly object: string;
  readonly language: string;
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly sampleValues: readonly string[];
  readonly category: FieldCategory;
  readonly alsoRight: readonly FieldCategory[];
  readonly isBoundary: boolean;
}

const SHORT: Readonly<Record<string, FieldCategory>> = {
  none: 'none',
  name: 'user.name',
  first: 'user.name.first',
  last: 'user.name.last',
  email: 'user.contact.email',
  phone: 'user.contact.phone_number',
  url: 'user.contact.url',
  org: 'user.contact.organization',
  addr: 'user.contact.address',
  street: 'user.contact.address.street',
  city: 'user.contact.address.city',
  state: 'user.contact.address.state',
  zip: 'user.contact.address.postal_code',
  country: 'user.contact.address.country',
  job: 'user.job_title',
  username: 'user.account.username',
  cred: 'user.authorization.credentials',
  demo: 'user.demographic',
  dob: 'user.demographic.date_of_birth',
  age: 'user.demographic.age_range',
  gender: 'user.demographic.gender',
  marital: 'user.demographic.marital_status',
  lang: 'user.demographic.language',
  race: 'user.demographic.race_ethnicity',
  religion: 'user.demographic.religious_belief',
  politics: 'user.demographic.political_opinion',
  orient: 'user.demographic.sexual_orientation',
  profile: 'user.demographic.profile',
  child: 'user.childrens',
  fin: 'user.financial',
  bank: 'user.financial.bank_account',
  card: 'user.financial.credit_card',
  behavior: 'user.behavior',
  purchase: 'user.behavior.purchase_history',
  note: 'user.content.private',
  image: 'user.content.self_image',
  device: 'user.device',
  ip: 'user.device.ip_address',
  geo: 'user.location.precise',
  place: 'user.location.imprecise',
  uid: 'user.unique_id',
  gov: 'user.government_id',
  nat: 'user.government_id.national_identification_number',
  passport: 'user.government_id.passport_number',
  health: 'user.health_and_medical',
  bio: 'user.biometric',
  consent: 'user.privacy_preferences',
  crime: 'user.criminal_history',
};

/** Reads the project's own set: blocks that begin with "@ system object language", then name|label|type|category. */
export function parseFieldSet(text: string, setName: string): LabelledField[] {
  const fields: LabelledField[] = [];
  let block = { system: '', object: '', language: '' };
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (line.startsWith('@ ')) {
      const [system = '', object = '', language = ''] = line.slice(2).split(' ');
      block = { system, object, language };
      continue;
    }
    const [name = '', label = '', type = '', answer = ''] = line.split('|');
    const [first = '', ...others] = answer.replace('!', '').split('~');
    const category = categoryOf(first, index);
    const id = `${setName}-${index + 1}`;
    fields.push({
      ...block,
      id,
      name,
      label,
      type,
      category,
      alsoRight: others.map((other) => categoryOf(other, index)),
      isBoundary: answer.includes('!'),
      sampleValues: valuesFor(category, { id, name, label, type, language: block.language }),
    });
  }
  return fields;
}

/** Reads labelled fields of the shape {id, system, object, name, label, type, lang, sample_values, category, also, boundary}. */
export function parseLabelledLines(text: string): LabelledField[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const row = JSON.parse(line) as Record<string, unknown>;
      const word = (key: string): string => (typeof row[key] === 'string' ? row[key] : '');
      const list = (key: string): string[] => (Array.isArray(row[key]) ? row[key].map(String) : []);
      return {
        id: word('id'),
        system: word('system'),
        object: word('object'),
        language: word('lang'),
        name: word('name'),
        label: word('label'),
        type: word('type'),
        sampleValues: list('sample_values'),
        category: word('category') as FieldCategory,
        alsoRight: list('also') as FieldCategory[],
        isBoundary: row['boundary'] === true,
      };
    });
}

function categoryOf(short: string, index: number): FieldCategory {
  const category = SHORT[short];
  if (category === undefined || (category !== 'none' && !isCategory(category))) {
    throw new Error(`Line ${index + 1} of the set has no category that we know.`);
  }
  return category;
}
