import { describe, expect, it } from '@jest/globals';
import type { Category } from '#connectors/contract/category.js';
import type { Policy } from '#rules/policy/policy.js';
import { emptyPolicy } from '#rules/policy/policy.spec-builders.js';
import { dataMapOf } from './data-map.js';
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

/** `user.name` in the CRM, in these fields and no others. */
function closed(...names: readonly string[]): Policy {
  const [entry] = declaring('user.name', 'crm').data;
  return { ...emptyPolicy, data: entry ? [{ ...entry, fields: new Map([['crm', names]]) }] : [] };
}
