import { describe, expect, it } from '@jest/globals';
import {
  aPerson,
  aPolicy,
  aReceipt,
  anOffice,
  aSystem,
  found,
  inventoryOf,
  judge,
} from '../inventory.spec-builders.js';
import { accessDeparted } from './access-departed.js';
import { accessExcessRole } from './access-excess-role.js';
import { accessUndeclaredPerson } from './access-undeclared-person.js';

const policy = aPolicy({
  people: [{ email: 'ben@sweetcrumb.example', also: ['ben.a'], roles: ['sales'], since: null }],
  access: [{ role: 'sales', systems: new Map([['crm', 'viewer']]) }],
});
const gone = aPerson('ben@sweetcrumb.example', { state: 'suspended' });
const office = anOffice({ people: [gone] });
const crm = aSystem({ people: [aPerson('Ben.A', { level: 'admin' })] });

describe('access.departed', () => {
  it('reports whoever is suspended in the directory and can still log in elsewhere, by any name (E8, E35)', () => {
    expect(judge(accessDeparted, { policy, inventory: inventoryOf(crm, office) })).toMatchObject([
      {
        system: 'crm',
        subject: 'Ben.A',
        title: 'Ben.A is suspended in office but still has access to crm (HubSpot)',
        evidence: { suspended_in: ['office'] },
        readFrom: [
          { system: 'crm', capability: 'people' },
          { system: 'office', capability: 'people' },
        ],
      },
    ]);
  });

  it('is the gravest: neither the role nor a missing entry is told beside it (E35)', () => {
    const input = { policy, inventory: inventoryOf(crm, office) };
    const stranger = {
      policy,
      inventory: inventoryOf(
        aSystem({ people: [aPerson('old@sweetcrumb.example')] }),
        anOffice({ people: [aPerson('old@sweetcrumb.example', { state: 'suspended' })] }),
      ),
    };

    expect(found(accessExcessRole, input)).toEqual([]);
    expect(found(accessUndeclaredPerson, stranger)).toEqual([]);
    expect(found(accessDeparted, stranger)).toEqual(['crm: old@sweetcrumb.example']);
  });

  it('counts an invitation elsewhere as access (E15)', () => {
    const invited = aSystem({ people: [aPerson('ben@sweetcrumb.example', { state: 'invited' })] });

    expect(found(accessDeparted, { policy, inventory: inventoryOf(invited, office) })).toHaveLength(1);
  });

  it.each([
    ['suspended there too', aSystem({ people: [gone] }), office],
    ['not a directory', crm, anOffice({ people: [gone], connector: 'mailchimp' })],
    ['still open under another name in the directory', crm, anOffice({ people: [gone, aPerson('ben.a')] })],
    [
      'of a directory read in part (law 2)',
      crm,
      { ...office, receipts: [aReceipt('people', { status: 'partial' })] },
    ],
    [
      'of a system read in part (law 2)',
      { ...crm, receipts: [aReceipt('people', { status: 'failed' })] },
      office,
    ],
  ])('is silent where the login is %s', (_, system, directory) => {
    expect(found(accessDeparted, { policy, inventory: inventoryOf(system, directory) })).toEqual([]);
  });

  it('falls back to what was seen where the join can not be made', () => {
    const partly = { ...office, receipts: [aReceipt('people', { status: 'partial' as const })] };

    expect(found(accessExcessRole, { policy, inventory: inventoryOf(crm, partly) })).toEqual(['crm: Ben.A']);
  });
});
