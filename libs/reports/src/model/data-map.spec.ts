import { describe, expect, it } from '@jest/globals';
import type { Category } from '#connectors/contract/category.js';
import type { Policy } from '#rules/policy/policy.js';
import { emptyPolicy } from '#rules/policy/policy.spec-builders.js';
import { dataMapOf } from './data-map.js';
import { field, system } from './report.spec-builders.js';

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
});
