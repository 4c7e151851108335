import { isCategory, titleOf } from '#connectors/contract/category.js';
import type { Evidence } from '#rules/engine/rule.js';
import type { Finding } from '#rules/engine/finding.js';
import { counted, listed, numberInWords } from './words.js';

/** Said in other words, or only of use to machines. */
const SAID_ELSEWHERE = new Set([
  'count',
  'of',
  'category',
  'categories',
  'fields',
  'why',
  'level',
  'role',
  'state',
]);

/** "1,204 of 2,011 records", or null where the finding counts nothing. */
export function countInWords({ count, of }: Evidence): string | null {
  if (typeof count !== 'number') return null;
  if (typeof of !== 'number') return counted(count, 'record');
  return `${numberInWords(count)} of ${counted(of, 'record')}`;
}

/** What tells one finding of a rule from the others, in one line: the kind of data and the fields, or who with which rights. */
export function particularsOf({ subject, evidence }: Finding): string {
  const kinds = kindsOf(evidence);
  const fields = textsOf(evidence['fields']);
  if (kinds.length > 0) {
    const where = isCategory(subject) ? listed(fields) : subject;
    return where === '' ? listed(kinds) : `${listed(kinds)}: ${where}`;
  }
  const rights = rightsOf(evidence);
  return rights === null ? subject : `${subject}: ${rights}`;
}

/** Every other piece of evidence as "words: value", for the finding in full. */
export function furtherEvidence(evidence: Evidence): readonly string[] {
  return Object.entries(evidence).flatMap(([key, value]) => {
    if (SAID_ELSEWHERE.has(key) && key !== 'fields' && key !== 'why') return [];
    const words = valueInWords(value);
    return words === null ? [] : [`${keyInWords(key)}: ${words}`];
  });
}

function kindsOf({ category, categories }: Evidence): readonly string[] {
  return [...textsOf(category), ...textsOf(categories)].map((key) => (isCategory(key) ? titleOf(key) : key));
}

/** "admin rights (Super admin)" */
function rightsOf({ level, role }: Evidence): string | null {
  if (typeof level !== 'string') return null;
  const rights = level === 'unknown' ? 'rights that Plumbline cannot rank' : `${level} rights`;
  return typeof role === 'string' && role !== '' ? `${rights} (${role})` : rights;
}

function textsOf(value: Evidence[string] | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return isList(value) ? value : [];
}

function isList(value: Evidence[string] | undefined): value is readonly string[] {
  return Array.isArray(value);
}

function valueInWords(value: Evidence[string]): string | null {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberInWords(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value.length === 0 ? null : listed(value, 20);
}

function keyInWords(key: string): string {
  const words = key
    .replaceAll(/(?<=[a-z0-9])[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
