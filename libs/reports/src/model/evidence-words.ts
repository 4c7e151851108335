import { isCategory, titleOf } from '#connectors/contract/category.js';
import { isNoteKind, knownKind } from '#rules/policy/note-kinds.js';
import type { Finding } from '#rules/engine/finding.js';
import type { Evidence } from '#rules/engine/rule.js';
import { capitalised, counted, listed, numberInWords } from './words.js';

/** Rules that count subjects and staff, not records (E30). */
const COUNTS_PEOPLE = /^(?:retention|consent)\.|^program\.training$/u;

/** "1,204 of 2,011 records", or null where the finding counts nothing. */
export function countInWords({ rule, evidence }: Pick<Finding, 'rule' | 'evidence'>): string | null {
  const { count, of } = evidence;
  if (typeof count !== 'number') return null;
  const all = typeof of === 'number' ? of : count;
  const nouns = nounsOf(rule, all);
  return typeof of === 'number' ? `${numberInWords(count)} of ${nouns}` : nouns;
}

function nounsOf(rule: Finding['rule'], all: number): string {
  if (COUNTS_PEOPLE.test(rule)) return counted(all, 'person', 'people');
  return counted(all, rule === 'field.free-text' ? 'note' : 'record');
}

/** A piece of evidence in words. */
export interface EvidenceLine {
  readonly name: string;
  readonly value: string;
}

/** All the evidence of a finding, its count first; what says nothing is left out. */
export function evidenceInWords(finding: Finding): readonly EvidenceLine[] {
  const count = countInWords(finding);
  const others = Object.entries(finding.evidence)
    .filter(([key]) => key !== 'count' && key !== 'of')
    .flatMap(([key, value]) => {
      const words = valueInWords(key === 'kinds' ? kindsInWords(value) : value);
      return words === null ? [] : [{ name: nameInWords(key), value: words }];
    });
  return [...(count === null ? [] : [{ name: 'Count', value: count }]), ...others];
}

function valueInWords(value: Evidence[string]): string | null {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return numberInWords(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return inWords(value);
  return value.length === 0 ? null : listed(value.map(inWords), 20);
}

/** What stands inside notes, in the words of the finding's title. */
function kindsInWords(value: Evidence[string]): Evidence[string] {
  if (!Array.isArray(value)) return value;
  return (value as readonly string[]).map((kind) => (isNoteKind(kind) ? knownKind(kind).words : kind));
}

/** A category goes by its title and its key, which is what the policy is written in. */
function inWords(text: string): string {
  return isCategory(text) ? `${titleOf(text)} (${text})` : text;
}

/** Where the key of the JSON report says little to a person. */
const NAMES: Readonly<Record<string, string>> = {
  labels: 'Shown as',
  kinds: 'In the text',
  after: 'Counted from',
  sample: 'Some of them',
  role: 'Role there',
  level: 'Rights',
  state: 'Login',
  declared_level: 'Policy gives',
  client_id: 'App id',
  scopes: 'May use',
  broad: 'Far-reaching',
  beyond_declared: 'Beyond the policy',
  users: 'Given by (people)',
  is_declared: 'In the policy',
  has_entry: 'In the policy',
  has_live_grant: 'Has access now',
  training_default: 'Trains by default',
};

function nameInWords(key: string): string {
  const name = NAMES[key];
  if (name !== undefined) return name;
  if (isNoteKind(key)) return `Notes with ${knownKind(key).words}`;
  const words = key.replaceAll(/(?<=[a-z0-9])[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
  return capitalised(words.replaceAll('_', ' ')).replace(/^Ai\b/u, 'AI');
}
