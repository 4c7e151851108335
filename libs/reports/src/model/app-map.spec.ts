import { describe, expect, it } from '@jest/globals';
import { anApp, anOffice, aPolicy, aVendor, inventoryOf } from '#rules/catalog/inventory.spec-builders.js';
import type { PolicyVendor } from '#rules/policy/policy.js';
import { appMapOf } from './app-map.js';
import { dataFlowOf } from './data-flow.js';

const calendar = anApp('Crumb Calendar', { clientId: 'crumb-1' });
const inventory = inventoryOf(anOffice({ apps: [calendar] }));

function policyWith(vendors: readonly PolicyVendor[]) {
  const app = { name: 'Crumb Calendar', clientId: 'crumb-1', vendor: 'Loaf Labs', systems: [], scopes: null };
  return aPolicy({ apps: [app], vendors });
}

describe('apps against the policy', () => {
  it('agree only where nothing speaks against the maker either', () => {
    const map = (vendors: readonly PolicyVendor[]) =>
      appMapOf(inventory, policyWith(vendors)).map(({ standing, breaks }) => [standing, breaks]);
    expect(map([aVendor('Loaf Labs')])).toEqual([['agrees', []]]);
    expect(map([])).toEqual([['differs', [{ rule: 'vendor.unvetted', system: null, subject: 'Loaf Labs' }]]]);
    expect(map([aVendor('Loaf Labs', { answers: { trains_shared_ai: true }, dpa: null })])).toMatchObject([
      ['differs', [{ rule: 'vendor.trains-ai' }, { rule: 'vendor.dpa' }]],
    ]);
  });

  it('are drawn as they stand', () => {
    expect(dataFlowOf(inventory, policyWith([])).links).toMatchObject([{ state: 'differs' }]);
  });

  it('say what came since the state was approved', () => {
    const approved = inventoryOf(anOffice({ apps: [anApp('Zapier')] }));
    expect(appMapOf(inventory, policyWith([aVendor('Loaf Labs')]), approved)).toMatchObject([
      { standing: 'differs', breaks: [{ rule: 'app.new', system: 'office', subject: 'Crumb Calendar' }] },
    ]);
  });

  it('are not asked who made them where the business made the key itself', () => {
    const own = inventoryOf(anOffice({ apps: [{ ...calendar, isOwnKey: true as const }] }));
    expect(appMapOf(own, { ...policyWith([]), missingSections: [] })[0]?.breaks).toEqual([]);
  });
});
