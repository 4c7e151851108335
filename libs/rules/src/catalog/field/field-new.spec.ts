import { describe, expect, it } from '@jest/globals';
import type { InventoryField, SystemInventory } from '../../engine/inventory.js';
import {
  aField,
  aPolicy,
  aReceipt,
  aSystem,
  declared,
  found,
  inventoryOf,
} from '../inventory.spec-builders.js';
import { fieldNew } from './field-new.js';

const policy = aPolicy({ data: [declared('user.contact.email', ['crm'])] });
const email = aField('email', 'user.contact.email');
const second = aField('second email', 'user.contact.email');

function newSince(approved: Partial<SystemInventory>, fields: readonly InventoryField[] = [email, second]) {
  return found(fieldNew, {
    policy,
    inventory: inventoryOf(aSystem({ fields })),
    baseline: inventoryOf(aSystem({ fields: [email], ...approved })),
  });
}

describe('field.new', () => {
  it('reports a declared field that was not there when the state was approved (law 7)', () => {
    expect(newSince({})).toEqual(['crm: contact.second email']);
  });

  it('is silent before the first approval', () => {
    expect(found(fieldNew, { policy, inventory: inventoryOf(aSystem({ fields: [second] })) })).toEqual([]);
  });

  it('is silent where another rule speaks of the field (E5)', () => {
    expect(newSince({}, [email, aField('gender', 'user.demographic.gender')])).toEqual([]);
  });

  it.each([
    [
      'only chosen columns were known then',
      { receipts: [aReceipt('fields', { status: 'partial' as const })] },
    ],
    ['the object was not read then', { receipts: [aReceipt('fields', { object: 'deal' })] }],
    ['it was another account', { account: '4711' }],
    ['it was another system', { system: 'books' }],
  ])('is silent where %s (law 2)', (_, approved) => {
    expect(newSince(approved)).toEqual([]);
  });
});
