import { describe, expect, it } from '@jest/globals';
import { aPerson, aReceipt, aSystem, inventoryOf } from '#rules/catalog/inventory.spec-builders.js';
import type { InventoryReceipt, InventoryPerson } from '#rules/engine/inventory.js';
import type { Policy } from '#rules/policy/policy.js';
import { emptyPolicy } from '#rules/policy/policy.spec-builders.js';
import { accessMapOf } from './access-map.js';
import { systemsRead } from './systems-read.js';

const policy: Policy = {
  ...emptyPolicy,
  people: [
    { email: 'maria@crumb.example', also: ['Maria C.'], roles: ['owner'], since: null },
    { email: 'tom@crumb.example', also: [], roles: ['sales'], since: null },
  ],
  access: [
    { role: 'owner', systems: new Map([['crm', 'admin']]) },
    { role: 'sales', systems: new Map([['crm', 'member']]) },
  ],
};

function mapOf(
  people: readonly InventoryPerson[],
  {
    given = policy,
    status = 'complete',
  }: { given?: Policy | null; status?: InventoryReceipt['status'] } = {},
): readonly string[] {
  const receipts = [aReceipt('people', { status })];
  return accessMapOf(inventoryOf(aSystem({ people, receipts })), given).flatMap(({ who, cells }) =>
    cells.map(({ declared, state, logins }) =>
      [who, declared, state, ...logins.flatMap(({ breaks }) => breaks)].join(' '),
    ),
  );
}

describe('access against the policy', () => {
  it('says who may, who does, and which rules a login breaks', () => {
    const tom = aPerson('tom@crumb.example', { level: 'admin', secondFactor: false });
    expect(mapOf([aPerson('maria c.', { level: 'admin' }), tom, aPerson('eve@else.example')])).toEqual([
      'maria@crumb.example admin agrees',
      'tom@crumb.example member differs access.excess-role access.weak-login',
      'eve@else.example  differs access.undeclared-person',
    ]);
  });

  it('calls nothing fine of which it does not know what the role may do', () => {
    expect(mapOf([aPerson('tom@crumb.example', { level: 'unknown' })])).toContain(
      'tom@crumb.example member not known',
    );
  });

  it('says that a login is missing only where the whole list was read (law 2)', () => {
    expect(mapOf([])).toEqual(['maria@crumb.example admin not found', 'tom@crumb.example member not found']);
    expect(mapOf([], { status: 'partial' })).toContain('tom@crumb.example member not known');
  });

  it('tells the login that breaks a rule from her own, which agrees', () => {
    const [maria, ...others] = policy.people;
    const given = { ...policy, people: maria ? [{ ...maria, also: ['info@crumb.example'] }, ...others] : [] };
    const people = [
      aPerson('maria@crumb.example', { level: 'admin' }),
      aPerson('info@crumb.example', { level: 'member' }),
      aPerson('old@crumb.example', { state: 'suspended' }),
    ];
    const inventory = inventoryOf(aSystem({ people, receipts: [aReceipt('people')] }));
    const logins = accessMapOf(inventory, given).flatMap(({ cells }) => cells.flatMap((cell) => cell.logins));
    expect(logins.map(({ identifier, standing, breaks }) => [identifier, standing, ...breaks])).toEqual([
      ['maria@crumb.example', 'agrees'],
      ['info@crumb.example', 'differs', 'access.shared-account'],
      ['old@crumb.example', null],
    ]);
  });

  it('asks a file for no logins, unless a list of them was handed over', () => {
    const given = {
      ...policy,
      access: [{ role: 'owner', systems: new Map([['catering', 'admin' as const]]) }],
    };
    const statesIn = (receipts: readonly InventoryReceipt[]) => {
      const file = aSystem({ system: 'catering', connector: 'exports', receipts });
      return [
        systemsRead(inventoryOf(file), ['people']).map(({ read }) => read),
        accessMapOf(inventoryOf(file), given).flatMap(({ cells }) => cells.map(({ state }) => state)),
      ];
    };
    expect(statesIn([aReceipt('records')])).toEqual([['nothing to read'], []]);
    expect(statesIn([aReceipt('people', { status: 'failed' })])).toEqual([['not read'], ['not known']]);
  });

  it('judges nobody where the policy is silent', () => {
    const silent = { ...policy, missingSections: ['access'] };
    expect(mapOf([aPerson('tom@crumb.example')], { given: silent })).toContain(
      'tom@crumb.example member found',
    );
    expect(mapOf([aPerson('tom@crumb.example')], { given: null })).toEqual(['tom@crumb.example  found']);
  });
});
