import { describe, expect, it } from '@jest/globals';
import type { SystemInventory } from '../../engine/inventory.js';
import {
  aField,
  aPolicy,
  aReceipt,
  aSystem,
  declared,
  found,
  inventoryOf,
  judge,
} from '../inventory.spec-builders.js';
import { fieldMissing } from './field-missing.js';

const policy = aPolicy({ data: [declared('user.contact.address', ['crm'])] });

function missing(given: Partial<SystemInventory>) {
  const fields = [aField('email', 'none')];
  return found(fieldMissing, { policy, inventory: inventoryOf(aSystem({ fields, ...given })) });
}

describe('field.missing', () => {
  it('reports data that the policy declares and no record has, from the first complete read (E5)', () => {
    const inventory = inventoryOf(
      aSystem({ fields: [aField('address', 'user.contact.address', { filled: 0 })] }),
    );

    expect(judge(fieldMissing, { policy, inventory })).toMatchObject([
      {
        objectType: 'category',
        objectId: 'user.contact.address',
        subject: 'user.contact.address',
        title: 'The policy lists postal address for crm (HubSpot), but there is none',
        evidence: { count: 0, of: 100 },
        readFrom: [
          { capability: 'fields', object: 'contact' },
          { capability: 'records', object: 'contact' },
        ],
      },
    ]);
  });

  it('is told once where several entries declare the category (E3)', () => {
    const twice = aPolicy({ data: [...policy.data, ...policy.data] });

    expect(
      judge(fieldMissing, {
        policy: twice,
        inventory: inventoryOf(aSystem({ fields: [aField('a', 'none')] })),
      }),
    ).toHaveLength(1);
  });

  it.each([
    ['a narrower kind is there (E2)', aField('city', 'user.contact.address.city')],
    ['a wider kind, which contains it, is there', aField('contact', 'user.contact.address')],
    [
      'a field that may be it has values, though nobody is sure',
      aField('x', 'user.contact.address', { confidence: 0.2 }),
    ],
    ['a column without a header may be it', aField('column 2', 'none', { confidence: 0.45 })],
  ])('is silent where %s', (_, field) => {
    expect(missing({ fields: [field] })).toEqual([]);
  });

  it.each([
    [
      'columns were chosen (E27)',
      [aReceipt('fields', { status: 'partial', reason: 'chosen columns' }), aReceipt('records')],
    ],
    ['records were read in part', [aReceipt('fields'), aReceipt('records', { status: 'partial' })]],
    [
      'one of several objects was not read',
      [aReceipt('fields'), aReceipt('records'), aReceipt('records', { object: 'deal', status: 'failed' })],
    ],
    ['not one record was read', [aReceipt('fields', { read: 1 }), aReceipt('records', { read: 0 })]],
    ['nothing was supplied', []],
  ])('is silent where %s (law 2)', (_, receipts) => {
    expect(missing({ receipts })).toEqual([]);
  });
});
