import type { InventoryField, NoteKind, SystemInventory } from '../../engine/inventory.js';
import type { Evidence, Rule, Violation } from '../../engine/rule.js';
import { toolOf } from '../../vendors/tools.js';
import { isFullyRead } from '../reading.js';
import { whichRecords } from '../which-records.js';
import { counted, inFigures, listed, sortedOnce, systemName } from '../wording.js';
import { idOf, labelsOf, pathOf, shownAs } from './field-group.js';
import { knownKind } from './note-kinds.js';
import { type JudgedText, judgedTexts, kindsOutOfPlace, notesWith, recordsWith } from './text-verdict.js';

/** Personal or secret data inside notes and other free text, one finding a column (E29). */
export const fieldFreeText: Rule = {
  id: 'field.free-text',
  title: 'Personal data or secrets inside notes',
  severity: 'medium',
  needs: ['records'],
  *evaluate({ policy, inventory }) {
    for (const judged of judgedTexts(policy, inventory)) yield outOfPlace(judged);
  },
  /** A column that was not exported says nothing of its notes, nor does one that another rule speaks of. */
  isSilentOn(finding, { policy, inventory }) {
    const system = inventory.systems.find((one) => one.system === finding.system);
    if (system === undefined) return false;
    const field = system.fields.find((one) => idOf(one) === finding.objectId);
    if (field === undefined) return !isFullyRead(system, 'fields');
    return isLeftOut(system, field) || kindsOutOfPlace(policy, system, field).length > 0;
  },
  saysLess: (before, now) => {
    const known = kindsOf(before);
    const found = kindsOf(now);
    return found.length < known.length && found.every((kind) => known.includes(kind));
  },
};

/** Some records came without the column: another export of them did not choose it, or it was not read at all. */
function isLeftOut(system: SystemInventory, field: InventoryField): boolean {
  if (field.offered === undefined) return false;
  return field.records === 0 || !isFullyRead(system, 'fields', { object: field.object, list: field.list });
}

function outOfPlace(judged: JudgedText): Violation {
  const { system, field, notes, kinds } = judged;
  return {
    system: system.system,
    connector: system.connector,
    account: system.account,
    objectType: 'field',
    objectId: idOf(field),
    subject: pathOf(field),
    // What a note held is gone when every record was read again; other columns of the tool do not matter.
    readFrom: [{ system: system.system, capability: 'records', object: field.object, list: field.list }],
    ...texts(judged),
    ...(kinds.some(isSecret) && { severity: 'high' }),
    evidence: {
      fields: [pathOf(field)],
      labels: shownAs([field]),
      kinds,
      ...Object.fromEntries(kinds.map((kind) => [kind, notesWith(notes, [kind])])),
      count: notesWith(notes, kinds),
      of: notes.read,
      sample: recordsWith(notes, kinds),
    },
    content: { kinds },
  };
}

function texts(judged: JudgedText): Pick<Violation, 'title' | 'message' | 'remedy'> {
  const { system, field, notes, kinds } = judged;
  const label = labelsOf([field]).join('');
  const count = notesWith(notes, kinds);
  const each = kinds.map((kind) => `${wordsOf(kind)} in ${inFigures(notesWith(notes, [kind]))}`);
  const secrets = kinds.filter(isSecret);
  const others = kinds.filter((kind) => !isSecret(kind));
  return {
    title: `${label} in ${systemName(system)} has ${listed(kinds.map(wordsOf))} in its text`,
    message:
      `${inFigures(count)} of ${counted(notes.read, 'note')} ${count === 1 ? 'holds' : 'hold'} what does not belong there: ${listed(each)}.` +
      (secrets.length === 0 ? '' : ` ${WHY_SECRETS}`) +
      (others.length === 0 ? '' : ` ${WHY_OTHERS}`),
    remedy: [
      `${whichRecords('field.free-text', system, { subjects: count, records: count, sample: recordsWith(notes, kinds) })}Take it out of the text ${placeOf(judged)}.`,
      ...(secrets.length === 0 ? [] : [KEEP_SECRETS]),
      ...(others.length === 0 ? [] : [declareThem(system.system, others)]),
      `If Plumbline takes something else for it, say what the field holds under classify: in the policy.`,
    ].join(' '),
  };
}

const WHY_SECRETS =
  'Everybody who can open these records can read it, and so can whoever gets hold of an export: enough to log in, to pay, or to pose as the customer.';
const WHY_OTHERS =
  'Nobody looks for it in a note, so it is missed when a customer asks what you have of her, or wants it deleted.';
const KEEP_SECRETS =
  'Keep passwords in a password manager, and leave card and account numbers to the company that takes your payments.';

function placeOf({ system: { connector } }: JudgedText): string {
  const { title } = toolOf(connector);
  return title === '' ? 'in the file, or in the tool that it came from' : `in ${title}`;
}

/** What a person may want to keep in notes after all, in the words of the policy. */
function declareThem(system: string, kinds: readonly NoteKind[]): string {
  const categories = sortedOnce(kinds.map((kind) => knownKind(kind).category));
  return `What you need belongs in a field made for it; where notes may hold it, add ${system} to in: [...] of ${listed(categories, 'and')} under data: in the policy.`;
}

function isSecret(kind: NoteKind): boolean {
  return knownKind(kind).isSecret;
}

function wordsOf(kind: NoteKind): string {
  return knownKind(kind).words;
}

function kindsOf(evidence: Evidence): readonly string[] {
  const { kinds } = evidence;
  return Array.isArray(kinds) ? (kinds as readonly string[]) : [];
}
