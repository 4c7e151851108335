import type { InventoryField, NoteKind, SystemInventory } from '../../engine/inventory.js';
import type { Evidence, Rule, Violation } from '../../engine/rule.js';
import { toolOf } from '../../vendors/tools.js';
import { isFullyRead } from '../reading.js';
import { whichRecords } from '../which-records.js';
import { counted, inFigures, listed, sortedOnce, systemName } from '../wording.js';
import { idOf, idsOf, labelsOf, pathOf, shownAs } from './field-group.js';
import { knownKind } from '../../policy/note-kinds.js';
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
    ...idsOf(field),
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
  const count = notesWith(notes, kinds);
  const each = kinds.map((kind) => `${wordsOf(kind)} in ${inFigures(notesWith(notes, [kind]))}`);
  const others = kinds.filter((kind) => !isSecret(kind));
  const begin = whichRecords('field.free-text', system, {
    subjects: count,
    records: count,
    sample: recordsWith(notes, kinds),
  });
  return {
    title: `Notes in ${systemName(system)} hold ${listed(kinds.map(wordsOf))}: ${labelsOf([field]).join('')}`,
    message: sentences(
      `${inFigures(count)} of ${counted(notes.read, 'note')} ${count === 1 ? 'holds' : 'hold'} what does not belong there: ${listed(each)}.`,
      kinds.some(isSecret) &&
        'Whoever can open these records, or gets hold of an export, can read and use it.',
      others.length > 0 &&
        'In a note it is missed when a customer asks what you have of her, or wants it deleted.',
    ),
    remedy: sentences(
      `${begin}Take it out of the notes ${placeOf(judged)}.`,
      kinds.some(isCredential) &&
        'Change these passwords and keys, and keep the new ones in a password manager.',
      kinds.some(isPayment) && 'Leave card and account numbers to the company that takes your payments.',
      others.length > 0 && declareThem(system.system, others),
      'If nothing in this field is about people, say so under classify: in the policy, with category: none.',
    ),
  };
}

function sentences(...parts: readonly (string | false)[]): string {
  return parts.filter((part) => part !== false).join(' ');
}

function isCredential(kind: NoteKind): boolean {
  return knownKind(kind).category === 'user.authorization.credentials';
}

function isPayment(kind: NoteKind): boolean {
  return knownKind(kind).category.startsWith('user.financial.');
}

function placeOf({ system: { connector } }: JudgedText): string {
  const { title } = toolOf(connector);
  return title === '' ? 'in the file, or in the tool that it came from' : `in ${title}`;
}

/** What a person may want to keep in notes after all, in the words of the policy. */
function declareThem(system: string, kinds: readonly NoteKind[]): string {
  const categories = sortedOnce(kinds.map((kind) => knownKind(kind).category));
  return `What you need belongs in a field made for it. Where notes may hold it, add ${system} to in: [...] of ${listed(categories, 'and')} under data: in the policy.`;
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
