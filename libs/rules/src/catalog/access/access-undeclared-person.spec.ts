import { describe, expect, it } from '@jest/globals';
import type { InventoryPerson } from '../../engine/inventory.js';
import { aPerson, aPolicy, aSystem, found, inventoryOf, judge } from '../inventory.spec-builders.js';
import { accessUndeclaredPerson } from './access-undeclared-person.js';

const policy = aPolicy({
  domains: ['sweetcrumb.example'],
  people: [
    { email: 'maria@sweetcrumb.example', also: ['maria.crumb'], roles: ['owner'], since: null },
    { email: 'priya@sweetcrumb.example', also: [], roles: ['books'], since: null },
  ],
  access: [{ role: 'owner', systems: new Map([['crm', 'admin']]) }],
});

function undeclared(...people: readonly InventoryPerson[]) {
  return { policy, inventory: inventoryOf(aSystem({ people })) };
}

describe('access.undeclared-person', () => {
  it('reports a stranger, with where to remove the access', () => {
    const [violation] = judge(
      accessUndeclaredPerson,
      undeclared(aPerson('Jo@Agency.example', { role: 'Marketing' })),
    );

    expect(violation).toMatchObject({
      system: 'crm',
      objectType: 'person',
      objectId: 'jo@agency.example',
      subject: 'Jo@Agency.example',
      readFrom: [{ system: 'crm', capability: 'people', object: null, list: null }],
      content: { role: 'Marketing', level: 'member' },
    });
    expect(violation?.message).toContain('member rights (Marketing)');
    expect(violation?.remedy).toContain('Users & Teams');
  });

  it('reports a person of the policy in a system that none of her roles opens (E15)', () => {
    const [violation] = judge(accessUndeclaredPerson, undeclared(aPerson('priya@sweetcrumb.example')));

    expect(violation?.message).toContain('none of the roles given there opens crm');
  });

  it('reports staff of the domain whom the policy does not name (E8)', () => {
    expect(found(accessUndeclaredPerson, undeclared(aPerson('kevin@sweetcrumb.example')))).toEqual([
      'crm: kevin@sweetcrumb.example',
    ]);
  });

  it('knows a person by the names in also: (E8)', () => {
    expect(found(accessUndeclaredPerson, undeclared(aPerson('Maria.Crumb')))).toEqual([]);
  });

  it('gives everybody named the role everyone, and nobody else (E15)', () => {
    const open = {
      ...policy,
      access: [{ role: 'everyone', systems: new Map([['crm', 'member' as const]]) }],
    };
    const inventory = inventoryOf(
      aSystem({ people: [aPerson('priya@sweetcrumb.example'), aPerson('kevin@sweetcrumb.example')] }),
    );

    expect(found(accessUndeclaredPerson, { policy: open, inventory })).toEqual([
      'crm: kevin@sweetcrumb.example',
    ]);
  });

  it('counts an invitation as access, a suspended login not (E15)', () => {
    const people = [
      aPerson('invited@agency.example', { state: 'invited' }),
      aPerson('gone@agency.example', { state: 'suspended' }),
    ];

    expect(found(accessUndeclaredPerson, undeclared(...people))).toEqual(['crm: invited@agency.example']);
  });

  it('reports whoever was seen, also in a list read in part (law 2)', () => {
    const inventory = inventoryOf(aSystem({ people: [aPerson('jo@agency.example')], receipts: [] }));

    expect(found(accessUndeclaredPerson, { policy, inventory })).toEqual(['crm: jo@agency.example']);
  });

  it.each(['people', 'access'])('is not judged where the policy has no section %s (E36)', (section) => {
    const inventory = inventoryOf(aSystem({ people: [aPerson('jo@agency.example')] }));

    expect(
      found(accessUndeclaredPerson, { policy: { ...policy, missingSections: [section] }, inventory }),
    ).toEqual([]);
  });
});
