import { describe, expect, it } from '@jest/globals';
import type { InventoryField } from '../../engine/inventory.js';
import {
  aField,
  aPolicy,
  aReceipt,
  aSystem,
  declared,
  found,
  inventoryOf,
} from '../inventory.spec-builders.js';
import { fieldMissing } from './field-missing.js';
import { fieldUnused } from './field-unused.js';

const policy = aPolicy({ data: [declared('user.contact.phone_number', ['crm'])] });

function phone(given: Partial<InventoryField>) {
  return aField('second phone', 'user.contact.phone_number', { records: 100, filled: 4, ...given });
}

function unused(field: InventoryField, given: Parameters<typeof aSystem>[0] = {}) {
  return found(fieldUnused, { policy, inventory: inventoryOf(aSystem({ fields: [field], ...given })) });
}

describe('field.unused', () => {
  it('reports a declared custom field that fewer than 5 % of records fill (E5)', () => {
    expect(unused(phone({}))).toEqual(['crm: contact.second phone']);
  });

  it.each([
    ['exactly 5 % fill it', { filled: 5 }],
    ['there are fewer than 50 records', { records: 49, filled: 1 }],
    ['the vendor itself defines it', { custom: false }],
    ['another finding of the field speaks (E5)', { category: 'user.demographic.gender' as const }],
    ['it holds nothing personal', { category: 'none' as const }],
  ])('is silent where %s', (_, given) => {
    expect(unused(phone(given))).toEqual([]);
  });

  it.each([
    [
      'fields:',
      {
        data: [
          declared('user.contact.phone_number', ['crm'], { fields: new Map([['crm', ['Second Phone']]]) }),
        ],
      },
    ],
    [
      'classify:',
      {
        data: policy.data,
        classify: [
          {
            system: 'crm',
            object: null,
            field: 'SECOND PHONE',
            category: 'user.contact.phone_number' as const,
          },
        ],
      },
    ],
  ])("reports a vendor's own field that %s names (E5)", (_, given) => {
    const inventory = inventoryOf(aSystem({ fields: [phone({ custom: false })] }));

    expect(found(fieldUnused, { policy: aPolicy(given), inventory })).toEqual([
      'crm: user.contact.phone_number',
    ]);
  });

  it('needs all records, but not all columns: what is filled was counted (E27, law 2)', () => {
    const chosenColumns = aReceipt('fields', { status: 'partial', reason: 'chosen columns' });

    expect(unused(phone({}), { receipts: [chosenColumns, aReceipt('records')] })).toHaveLength(1);
    expect(
      unused(phone({}), { receipts: [chosenColumns, aReceipt('records', { status: 'partial' })] }),
    ).toEqual([]);
    expect(unused(phone({}), { receipts: [] })).toEqual([]);
  });

  it('leaves it to field.missing where the policy expects data that nobody fills in at all', () => {
    const inventory = inventoryOf(aSystem({ fields: [phone({ filled: 0 })] }));

    expect(found(fieldMissing, { policy, inventory })).toEqual(['crm: user.contact.phone_number']);
    expect(found(fieldUnused, { policy, inventory })).toEqual([]);
  });

  it('reports an empty field beside one of the same kind that is filled', () => {
    const inventory = inventoryOf(
      aSystem({ fields: [phone({ filled: 0 }), aField('phone', 'user.contact.phone_number')] }),
    );

    expect(found(fieldUnused, { policy, inventory })).toEqual(['crm: contact.second phone']);
  });
});
