import { describe, expect, it } from '@jest/globals';
import type { InventoryPerson } from '../../engine/inventory.js';
import { aPerson, aPolicy, aSystem, found, inventoryOf, judge } from '../inventory.spec-builders.js';
import { accessExcessRole } from './access-excess-role.js';

const policy = aPolicy({
  people: [{ email: 'tom@sweetcrumb.example', also: ['tom f.'], roles: ['sales', 'till'], since: null }],
  access: [
    { role: 'everyone', systems: new Map([['crm', 'viewer']]) },
    { role: 'sales', systems: new Map([['crm', 'member']]) },
    { role: 'till', systems: new Map([['books', 'admin']]) },
  ],
});

function judged(...people: readonly InventoryPerson[]) {
  return { policy, inventory: inventoryOf(aSystem({ people })) };
}

describe('access.excess-role', () => {
  it('reports a role above the highest declared one (E15)', () => {
    const tom = aPerson('tom@sweetcrumb.example', { level: 'admin', role: 'Super admin' });

    expect(judge(accessExcessRole, judged(tom))).toMatchObject([
      {
        subject: 'tom@sweetcrumb.example',
        title: 'tom@sweetcrumb.example has admin rights in crm (HubSpot), the policy gives member',
        evidence: { role: 'Super admin', level: 'admin', declared_level: 'member' },
        content: { role: 'Super admin', level: 'admin' },
      },
    ]);
  });

  it.each(['viewer', 'member', 'unknown'] as const)(
    'is silent about %s, which is not above member (E15)',
    (level) => {
      expect(found(accessExcessRole, judged(aPerson('tom@sweetcrumb.example', { level })))).toEqual([]);
    },
  );

  it('judges the highest of several logins of one person, once (E15, E35)', () => {
    const logins = [
      aPerson('tom@sweetcrumb.example', { level: 'viewer' }),
      aPerson('Tom F.', { level: 'admin' }),
    ];

    expect(found(accessExcessRole, judged(...logins))).toEqual(['crm: Tom F.']);
  });

  it('does not count a suspended login with higher rights (E15)', () => {
    const logins = [
      aPerson('tom@sweetcrumb.example', { level: 'member' }),
      aPerson('tom f.', { level: 'admin', state: 'suspended' }),
    ];

    expect(found(accessExcessRole, judged(...logins))).toEqual([]);
  });

  it('leaves a person whom the policy does not name to the graver rule (E35)', () => {
    expect(found(accessExcessRole, judged(aPerson('jo@agency.example', { level: 'admin' })))).toEqual([]);
  });
});
