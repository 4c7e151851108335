import { describe, expect, it } from '@jest/globals';
import type { Category } from '#connectors/contract/category.js';
import { aNotesColumn, aSystem, systemsOf } from '#rules/catalog/inventory.spec-builders.js';
import { rules } from '#rules/catalog/rules.js';
import { type SystemInventory, UNCLAIMED } from '#rules/engine/inventory.js';
import type { Policy } from '#rules/policy/policy.js';
import { emptyPolicy } from '#rules/policy/policy.spec-builders.js';
import { dataMapOf } from './data-map.js';
import { FIELD_RULES } from './found-kinds.js';
import { field, receipt, system } from './report.spec-builders.js';

function declaring(category: Category, ...systems: readonly string[]): Policy {
  return { ...emptyPolicy, data: [{ category, purposes: [], systems, fields: new Map() }] };
}

function mapOf(found: readonly Category[], policy: Policy | null): readonly string[] {
  const fields = found.map((category) => field(category, { category }));
  const inventory = { asOf: '2026-11-23', systems: [system('crm', { fields })] };
  return dataMapOf(inventory, policy).map(
    (cell) =>
      `${cell.category} in ${cell.system}: ${cell.declared ? 'declared' : 'not declared'}, ${cell.fields.length} found`,
  );
}

describe('the data map', () => {
  it.each<readonly [string, readonly Category[], Policy | null, readonly string[]]>([
    [
      'declared by its own key',
      ['user.contact.email'],
      declaring('user.contact.email', 'crm'),
      ['user.contact.email in crm: declared, 1 found'],
    ],
    [
      'declared by a wider key, which is not missing then',
      ['user.contact.email', 'user.contact.phone_number'],
      declaring('user.contact', 'crm'),
      ['user.contact.email in crm: declared, 1 found', 'user.contact.phone_number in crm: declared, 1 found'],
    ],
    [
      'sensitive, which a wider key does not declare (E2)',
      ['user.demographic.religious_belief'],
      declaring('user.demographic', 'crm'),
      [
        'user.demographic in crm: declared, 0 found',
        'user.demographic.religious_belief in crm: not declared, 1 found',
      ],
    ],
    [
      'declared elsewhere only',
      ['user.contact.email'],
      declaring('user.contact.email', 'books'),
      ['user.contact.email in crm: not declared, 1 found', 'user.contact.email in books: declared, 0 found'],
    ],
    ['found without a policy', ['user.name'], null, ['user.name in crm: not declared, 1 found']],
  ])('has data %s', (_, found, policy, expected) => {
    expect(mapOf(found, policy)).toEqual(expected);
  });

  it.each([
    ['agrees', 'found and declared', declaring('user.name', 'crm'), field('name', { category: 'user.name' })],
    [
      'differs',
      'found where only another field may be',
      closed('nickname'),
      field('name', { category: 'user.name' }),
    ],
    [
      'not found',
      'declared and empty',
      declaring('user.name', 'crm'),
      field('name', { category: 'user.name', filled: 0 }),
    ],
    ['found', 'there without a policy', null, field('name', { category: 'user.name' })],
  ] as const)('says “%s” of what is %s', (state, _, policy, found) => {
    const receipts = [receipt({ capability: 'fields' }), receipt()];
    const inventory = { asOf: '2026-11-23', systems: [system('crm', { receipts, fields: [found] })] };
    expect(dataMapOf(inventory, policy).map((cell) => cell.state)).toEqual([state]);
  });

  it('does not say that nothing is there where not everything was read (law 2)', () => {
    const receipts = [receipt({ capability: 'fields' }), receipt({ status: 'partial' })];
    const inventory = { asOf: '2026-11-23', systems: [system('crm', { receipts })] };
    const policy = declaring('user.name', 'crm', 'books');
    expect(dataMapOf(inventory, policy).map(({ state }) => state)).toEqual(['not known', 'not known']);
  });
});

describe('what breaks a rule is never fine in the data map', () => {
  it('is told by every rule about a field that is there', () => {
    const about = rules.map(({ id }) => id).filter((id) => /^(?:field|purpose)\./u.test(id));
    expect(FIELD_RULES.map(({ id }) => id).toSorted()).toEqual(
      about.filter((id) => id !== 'field.missing').toSorted(),
    );
  });

  it('names a purpose that it was not collected for, where the policy lists the place', () => {
    const phone = 'user.contact.phone_number';
    const policy: Policy = {
      ...emptyPolicy,
      systems: systemsOf({ newsletter: { connector: 'mailchimp', purposes: ['marketing'] } }),
      data: [{ category: phone, purposes: ['orders'], systems: ['newsletter'], fields: new Map() }],
    };
    const newsletter = system('newsletter', { fields: [field('PHONE', { category: phone })] });
    expect(cellsOf([newsletter], policy)).toEqual([`${phone} in newsletter: differs, purpose.mismatch 60%`]);
  });

  it('gives the figure of what is wrong, not of what the policy allows beside it', () => {
    const category = 'user.demographic.date_of_birth';
    const fields = [
      field('BIRTHDAY', { category, filled: 59, records: 100 }),
      field('DOB', { category, filled: 8, records: 100 }),
    ];
    const [entry] = declaring(category, 'newsletter').data;
    const policy = {
      ...emptyPolicy,
      data: entry ? [{ ...entry, fields: new Map([['newsletter', ['BIRTHDAY']]]) }] : [],
    };
    const [cell] = dataMapOf({ asOf: '2026-11-23', systems: [system('newsletter', { fields })] }, policy);
    expect(cell).toMatchObject({
      state: 'differs',
      filled: 8,
      breaks: [{ rule: 'field.undeclared', system: 'newsletter', subject: 'contact.DOB' }],
      fields: [{ name: 'DOB' }, { name: 'BIRTHDAY', declared: true, breaks: [] }],
    });
  });

  it('finds what stands only inside notes, there and in the notes themselves', () => {
    const notes = field('notes', {
      category: 'user.content',
      notes: aNotesColumn(['credit_card'], ['phone']),
    });
    const policy = {
      ...emptyPolicy,
      data: [...declaring('user.content', 'crm').data, ...declaring('user.contact.phone_number', 'crm').data],
    };
    expect(cellsOf([system('crm', { fields: [notes] })], policy)).toEqual([
      'user.contact.phone_number in crm: agrees,  1% in notes',
      'user.content in crm: differs, field.free-text 1%',
      'user.financial.credit_card in crm: differs, field.free-text 1% in notes',
    ]);
  });

  it('says so of files that no system claims', () => {
    const fields = [field('mail', { category: 'user.contact.email', object: 'old/list.csv' })];
    const files = aSystem({ system: UNCLAIMED, connector: 'exports', fields });
    expect(cellsOf([files], declaring('user.contact.email', 'crm'))).toContain(
      'user.contact.email in unclaimed: differs, field.wrong-system 60%',
    );
  });
});

function cellsOf(systems: readonly SystemInventory[], policy: Policy): readonly string[] {
  return dataMapOf({ asOf: '2026-11-23', systems }, policy).map(
    ({ category, system: where, state, breaks, filled, records, fields }) => {
      const rulesBroken = breaks.map(({ rule }) => rule).join(' ');
      const share = `${Math.round((100 * filled) / records)}%`;
      const inNotes = fields.some((one) => one.inNotes) ? ' in notes' : '';
      return `${category} in ${where}: ${state}, ${rulesBroken} ${share}${inNotes}`;
    },
  );
}

/** `user.name` in the CRM, in these fields and no others. */
function closed(...names: readonly string[]): Policy {
  const [entry] = declaring('user.name', 'crm').data;
  return { ...emptyPolicy, data: entry ? [{ ...entry, fields: new Map([['crm', names]]) }] : [] };
}
