import { describe, expect, it } from '@jest/globals';
import {
  aRetentionMeasure,
  measuredInventory,
  measuresOf,
  months,
  retentionPolicy,
  tally,
} from '#rules/catalog/measured.spec-builders.js';
import type { RetentionMeasure } from '#rules/engine/measures.js';
import { aField, aSystem, inventoryOf } from '#rules/catalog/inventory.spec-builders.js';
import { UNCLAIMED } from '#rules/engine/inventory.js';
import {
  consentInLists,
  deletionsInSystems,
  termsInSystems,
  unclaimedFilesOfPeople,
} from './retention-map.js';

const policy = retentionPolicy();

function customersIn(system: string, given: Partial<RetentionMeasure>) {
  const inventory = measuredInventory([measuresOf(system, { retention: [aRetentionMeasure(given)] })]);
  return termsInSystems(inventory, policy).find(({ subjects }) => subjects === 'customers');
}

describe('terms in systems', () => {
  it('tell from which day on somebody is overdue, by the term of that system', () => {
    expect(customersIn('crm', { overdue: tally(3) })).toMatchObject({
      keepInWords: '24 months',
      because: null,
      overdue: 3,
      state: 'differs',
      overdueBefore: '2024-11-21',
    });
    expect(customersIn('books', { keep: months(84) })).toMatchObject({
      keepInWords: '84 months',
      because: 'tax records',
      state: 'agrees',
      overdueBefore: '2019-11-21',
    });
  });

  it('call nothing fine where somebody could not be judged (law 2)', () => {
    expect(customersIn('crm', { unjudged: 1 })).toMatchObject({ state: 'not known', unjudged: 1 });
  });
});

describe('consent and deletions', () => {
  const list = {
    object: 'contact',
    list: null,
    marketed: 9,
    missing: [{ requires: 'opt_in_timestamp' as const, evidence: null, tally: tally(2) }],
    conflicts: tally(0),
    optedOutIn: [],
  };

  it('count people, and name none', () => {
    const inventory = measuredInventory([measuresOf('crm', { consent: [list] })]);
    expect(consentInLists(inventory, policy)).toMatchObject([
      { system: 'crm', marketed: 9, missing: [{ people: 2 }], state: 'differs' },
    ]);
  });

  it('call deletions done only if a list of requests and every system were read (law 2)', () => {
    const inCrm = [measuresOf('crm')];
    const read = measuredInventory(inCrm, { erasureRequests: 3 });
    expect(deletionsInSystems(read)).toMatchObject([{ requested: 0, state: 'agrees' }]);
    const noList = measuredInventory(inCrm, { erasureRequests: null });
    expect(deletionsInSystems(noList)).toMatchObject([{ requested: null, state: 'not known' }]);
    const [crm, ...others] = read.systems;
    const half = others.map((system) => ({
      ...system,
      receipts: system.receipts.map((receipt) => ({ ...receipt, status: 'partial' as const })),
    }));
    const inPart = { ...read, systems: [...(crm ? [crm] : []), ...half] };
    expect(deletionsInSystems(inPart)).toMatchObject([{ state: 'not known' }]);
    const fine = measuredInventory([measuresOf('crm', { consent: [{ ...list, missing: [] }] })]);
    expect(consentInLists(fine, policy)).toMatchObject([{ state: 'agrees' }]);
    expect(consentInLists({ ...fine, systems: inPart.systems }, policy)).toMatchObject([
      { state: 'not known' },
    ]);
  });

  it('are not known where nobody could see who opted out', () => {
    const fine = { ...list, missing: [] };
    const inventory = measuredInventory([measuresOf('crm', { consent: [fine] })], {
      optOutsUnread: ['newsletter'],
    });
    expect(consentInLists(inventory, policy)).toMatchObject([{ state: 'not known' }]);
  });
});

describe('files that no system claims', () => {
  it('are told where they hold people, whom no term reaches', () => {
    const fields = [
      aField('mail', 'user.contact.email', { object: 'market.csv', records: 60 }),
      aField('name', 'user.name', { object: 'market.csv', records: 60 }),
      aField('price', 'none', { object: 'prices.csv' }),
      aField('mail', 'user.contact.email', { object: 'empty.csv', filled: 0, records: 0 }),
    ];
    const files = aSystem({ system: UNCLAIMED, connector: 'exports', fields });
    const claimed = aSystem({ fields: [aField('mail', 'user.contact.email')] });
    expect(unclaimedFilesOfPeople(inventoryOf(claimed, files))).toEqual([
      { path: 'market.csv', records: 60 },
    ]);
  });
});
