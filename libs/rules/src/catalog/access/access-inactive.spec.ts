import { describe, expect, it } from '@jest/globals';
import type { InventoryPerson } from '../../engine/inventory.js';
import {
  aPerson,
  aPolicy,
  aReceipt,
  aSystem,
  found,
  inventoryOf,
  judge,
} from '../inventory.spec-builders.js';
import { accessInactive } from './access-inactive.js';

function inactive(given: Partial<InventoryPerson>, policy = aPolicy()) {
  return found(accessInactive, {
    policy,
    inventory: inventoryOf(aSystem({ people: [aPerson('sam', given)] })),
  });
}

describe('access.inactive', () => {
  it.each([
    [89, []],
    [90, []],
    [91, ['crm: sam']],
  ])('after %i days without a login: %j (E35)', (daysSinceLogin, expected) => {
    expect(inactive({ lastLogin: '2026-08', daysSinceLogin })).toEqual(expected);
  });

  it('counts calendar months as the policy says (E1)', () => {
    const policy = aPolicy({ inactiveAfter: { years: 0, months: 3, weeks: 0, days: 0 } });

    // 24 August to 24 November are 92 days.
    expect(inactive({ lastLogin: '2026-08', daysSinceLogin: 92 }, policy)).toEqual([]);
    expect(inactive({ lastLogin: '2026-08', daysSinceLogin: 93 }, policy)).toEqual(['crm: sam']);
  });

  it('counts never as inactive (E35)', () => {
    expect(inactive({ lastLogin: 'never' })).toEqual(['crm: sam']);
  });

  it('is silent where the list does not say, and about suspended logins (E15)', () => {
    expect(inactive({ lastLogin: null })).toEqual([]);
    expect(inactive({ lastLogin: 'never', state: 'suspended' })).toEqual([]);
  });

  it('needs the list in full: another may know of a later login (law 2)', () => {
    const system = aSystem({
      people: [aPerson('sam', { lastLogin: 'never' })],
      receipts: [aReceipt('people', { status: 'partial' })],
    });

    expect(found(accessInactive, { inventory: inventoryOf(system) })).toEqual([]);
  });

  it('tells the month, not the day (law 1)', () => {
    const people = [aPerson('sam', { lastLogin: '2026-04', daysSinceLogin: 214 })];
    const [violation] = judge(accessInactive, { inventory: inventoryOf(aSystem({ people })) });

    expect(violation?.message).toContain('last logged in in April 2026; the policy allows 90 days');
    expect(JSON.stringify(violation)).not.toContain('214');
  });
});
