import { describe, expect, it } from '@jest/globals';
import { aPerson, aPolicy, aSystem, found, inventoryOf } from '../inventory.spec-builders.js';
import { accessSharedAccount } from './access-shared-account.js';
import { accessUndeclaredPerson } from './access-undeclared-person.js';

const inventory = inventoryOf(
  aSystem({
    people: [
      aPerson('info@sweetcrumb.example', { level: 'admin' }),
      aPerson('office@sweetcrumb.example', { level: 'viewer' }),
      aPerson('sales@sweetcrumb.example', { level: 'unknown' }),
      aPerson('orders@sweetcrumb.example', { state: 'suspended' }),
      aPerson('maria@sweetcrumb.example', { level: 'admin' }),
    ],
  }),
);

describe('access.shared-account', () => {
  it('reports desks with more than viewer rights; a level that nobody knows is not more (E15)', () => {
    expect(found(accessSharedAccount, { inventory })).toEqual(['crm: info@sweetcrumb.example']);
  });

  it('reports them even if the policy names them (E35)', () => {
    const policy = aPolicy({
      people: [{ email: 'info@sweetcrumb.example', also: [], roles: [], since: null }],
      access: [{ role: 'everyone', systems: new Map([['crm', 'admin']]) }],
    });

    expect(found(accessSharedAccount, { policy, inventory })).toEqual(['crm: info@sweetcrumb.example']);
  });

  it('stands beside the finding that nobody named the login (E35)', () => {
    expect(found(accessUndeclaredPerson, { inventory })).toContain('crm: info@sweetcrumb.example');
  });
});
