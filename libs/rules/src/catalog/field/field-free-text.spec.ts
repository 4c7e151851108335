import { describe, expect, it } from '@jest/globals';
import type { InventoryField, NoteKind } from '../../engine/inventory.js';
import { evaluate } from '../../engine/evaluate.js';
import type { Policy } from '../../policy/policy.js';
import {
  aField,
  aNotesColumn,
  aPolicy,
  aReceipt,
  aSystem,
  declared,
  found,
  inventoryOf,
  judge,
} from '../inventory.spec-builders.js';
import { rules } from '../rules.js';
import { fieldFreeText } from './field-free-text.js';
import { fieldMissing } from './field-missing.js';
import { noteKinds } from '../../policy/note-kinds.js';

const SECRETS: readonly NoteKind[] = [
  'password',
  'api_key',
  'credit_card',
  'iban',
  'bank_account',
  'national_id',
  'passport',
  'drivers_license',
];
const OTHERS = noteKinds.filter((kind) => !SECRETS.includes(kind));

function notes(sets: readonly (readonly NoteKind[])[], given: Partial<InventoryField> = {}): InventoryField {
  return aField('notes', 'user.content.private', { notes: aNotesColumn(...sets), ...given });
}

function inCrm(...fields: readonly InventoryField[]) {
  return inventoryOf(aSystem({ fields }));
}

/** Everything that can stand in a note, declared for the CRM by its exact key. */
const EVERYTHING = aPolicy({
  data: [
    'user.contact.email',
    'user.contact.phone_number',
    'user.contact.address',
    'user.demographic.date_of_birth',
    'user.health_and_medical',
    'user.device.ip_address',
    'user.authorization.credentials',
    'user.financial.credit_card',
    'user.financial.bank_account',
    'user.government_id',
    'user.government_id.national_identification_number',
    'user.government_id.passport_number',
  ].map((category) => declared(category as Policy['data'][number]['category'], ['crm'])),
});

describe('field.free-text', () => {
  it('is one finding a column: which kinds, in how many notes, and where to look (E29, E30)', () => {
    const inventory = inCrm(notes([['phone', 'health'], ['health'], ['credit_card'], ['email']]));
    const policy = aPolicy({ data: [declared('user.contact.email', ['crm'])] });
    const [violation, ...more] = judge(fieldFreeText, { policy, inventory });
    expect(more).toEqual([]);
    expect(violation).toMatchObject({
      system: 'crm',
      objectType: 'field',
      objectId: 'contact.notes',
      subject: 'contact.notes',
      severity: 'high',
      title: 'Notes in crm (HubSpot) hold card numbers, health details and phone numbers: "notes"',
      evidence: {
        kinds: ['credit_card', 'health', 'phone'],
        credit_card: 1,
        health: 2,
        phone: 1,
        count: 3,
        of: 100,
        sample: ['1', '2', '3'],
      },
    });
    expect(violation?.remedy).toContain('user.contact.phone_number and user.health_and_medical');
  });

  it.each(SECRETS)('reports %s, whatever the policy declares, and gravely', (kind) => {
    const inventory = inCrm(notes([[kind]]));
    expect(judge(fieldFreeText, { policy: EVERYTHING, inventory })).toMatchObject([{ severity: 'high' }]);
  });

  it.each(OTHERS)('reports %s unless the policy declares it for that system', (kind) => {
    const inventory = inCrm(notes([[kind]]));
    expect(found(fieldFreeText, { policy: EVERYTHING, inventory })).toEqual([]);
    const [violation] = judge(fieldFreeText, { inventory });
    expect(violation?.evidence['kinds']).toEqual([kind]);
    expect(violation?.severity).toBeUndefined();
  });

  it('counts what is declared elsewhere, by an ancestor of sensitive data, or in other fields only (E2, E4)', () => {
    const inventory = inCrm(notes([['health'], ['date_of_birth'], ['phone']]));
    const policy = aPolicy({
      data: [
        declared('user.health_and_medical', ['books']),
        declared('user.demographic.date_of_birth', ['crm'], { fields: new Map([['crm', ['BIRTHDAY']]]) }),
        declared('user.contact', ['crm']),
      ],
    });
    expect(judge(fieldFreeText, { policy, inventory })[0]?.evidence['kinds']).toEqual([
      'health',
      'date_of_birth',
    ]);
  });

  it('knows the field by its list, and by nothing that changes (law 4)', () => {
    const [violation] = judge(fieldFreeText, {
      inventory: inCrm(notes([['phone']], { list: 'news', object: 'member' })),
    });
    expect(violation).toMatchObject({ objectId: 'news/member.notes', content: { kinds: ['phone'] } });
  });

  it('is silent about an address in a column of addresses: that is what the column is judged for', () => {
    const inventory = inCrm(notes([['postal_address']], { category: 'user.contact.address.street' }));
    expect(found(fieldFreeText, { inventory })).toEqual([]);
  });

  it('leaves files that nobody claims to their one finding (E26)', () => {
    const unclaimed = aSystem({ system: 'unclaimed', connector: 'exports', fields: [notes([['password']])] });
    expect(found(fieldFreeText, { inventory: inventoryOf(unclaimed) })).toEqual([]);
  });
});

describe('a column is judged by field.sensitive or by field.free-text, never by both (E29)', () => {
  const medical = (...sets: readonly (readonly NoteKind[])[]) =>
    inCrm(notes(sets, { category: 'user.health_and_medical' }));
  const rulesThatSpeak = (inventory: ReturnType<typeof medical>, policy = aPolicy()) =>
    [...evaluate({ rules, policy, inventory, baseline: null, digest: (text) => text }).values()].map(
      ({ rule, evidence }) => ({ rule, kinds: evidence['kinds'] }),
    );

  it('the sensitive column speaks while nothing graver is in it', () => {
    expect(rulesThatSpeak(medical(['health'], ['phone']))).toEqual([
      { rule: 'field.sensitive', kinds: undefined },
    ]);
  });

  it('a secret in it is graver, and then all that is in it is named', () => {
    expect(rulesThatSpeak(medical(['health'], ['password']))).toEqual([
      { rule: 'field.free-text', kinds: ['password', 'health'] },
    ]);
  });

  it('what is left in a declared sensitive column is judged as text', () => {
    const policy = aPolicy({ data: [declared('user.health_and_medical', ['crm'])] });
    expect(rulesThatSpeak(medical(['health'], ['phone']), policy)).toEqual([
      { rule: 'field.free-text', kinds: ['phone'] },
    ]);
  });
});

describe("a person's word on a field (E4)", () => {
  const word = (category: Policy['classify'][number]['category']) =>
    aPolicy({ classify: [{ system: 'crm', object: 'contact', field: 'Notes', category }] });
  const judged = (policy: Policy, inventory = inCrm(notes([['health'], ['password']]))) => {
    const input = { rules: [fieldFreeText], policy, inventory, baseline: null };
    const violations = evaluate({ ...input, digest: (text) => text });
    return [...violations.values()].flatMap(({ evidence }) => evidence['kinds']);
  };

  it('none: nothing in it is judged, not even what looks like a password (docs/decisions/0011)', () => {
    expect(judged(word('none'))).toEqual([]);
  });

  it('another kind: what the person says it holds is no find, all else is', () => {
    expect(judged(word('user.health_and_medical'))).toEqual(['password', 'health']);
    const declaredToo = { ...word('user.health_and_medical'), data: EVERYTHING.data };
    expect(judged(declaredToo)).toEqual(['password']);
  });

  it('the verdict of the machine alone silences nothing', () => {
    expect(judged(aPolicy(), inCrm(notes([['phone']], { category: 'none' })))).toEqual(['phone']);
  });
});

describe('when a finding may close (law 2)', () => {
  const isSilent = (...given: Parameters<typeof aSystem>) =>
    fieldFreeText.isSilentOn?.(
      { system: 'crm', objectId: 'contact.notes' },
      { policy: aPolicy(), baseline: null, inventory: inventoryOf(aSystem(...given)) },
    );
  const chosenColumns = [aReceipt('fields', { status: 'partial' }), aReceipt('records')];

  it('when the column was there and nothing is in its notes any more', () => {
    expect(isSilent({ fields: [notes([])], receipts: chosenColumns })).toBe(false);
  });

  it('not when the column was not exported, or came with some of the records only', () => {
    expect(isSilent({ fields: [], receipts: chosenColumns })).toBe(true);
    expect(isSilent({ fields: [notes([], { offered: 50 })], receipts: chosenColumns })).toBe(true);
    expect(isSilent({ fields: [notes([], { offered: 0, records: 0 })] })).toBe(true);
  });

  it('when all columns are known and it is gone', () => {
    expect(isSilent({ fields: [aField('email', 'user.contact.email')] })).toBe(false);
  });

  it('not while another rule speaks of the column', () => {
    expect(isSilent({ fields: [notes([['phone']], { category: 'user.health_and_medical' })] })).toBe(true);
  });
});

describe('what makes it news (law 4)', () => {
  it('says less only where kinds that were known are not seen, and none is new', () => {
    const saysLess = (before: readonly string[], now: readonly string[]) =>
      fieldFreeText.saysLess?.({ kinds: before }, { kinds: now });
    expect(saysLess(['health', 'phone'], ['phone'])).toBe(true);
    expect(saysLess(['health', 'phone'], ['health', 'phone'])).toBe(false);
    expect(saysLess(['health', 'phone'], ['password'])).toBe(false);
  });
});

describe('other rules', () => {
  it('do not call data missing that stands in notes', () => {
    const policy = aPolicy({ data: [declared('user.contact.phone_number', ['crm'])] });
    expect(found(fieldMissing, { policy, inventory: inCrm(notes([['phone']])) })).toEqual([]);
    expect(found(fieldMissing, { policy, inventory: inCrm(notes([['email']])) })).toHaveLength(1);
  });
});
