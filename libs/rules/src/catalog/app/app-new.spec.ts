import { describe, expect, it } from '@jest/globals';
import type { SystemInventory } from '../../engine/inventory.js';
import { anApp, anOffice, aPolicy, aReceipt, found, inventoryOf } from '../inventory.spec-builders.js';
import { appNew } from './app-new.js';

const pigeon = anApp('Parcel Pigeon', { clientId: '8' });
const policy = aPolicy({
  apps: [{ name: 'Parcel Pigeon', clientId: null, vendor: null, systems: [], scopes: ['calendar'] }],
});

function newSince(approved: Partial<SystemInventory>) {
  return found(appNew, {
    policy,
    inventory: inventoryOf(anOffice({ apps: [pigeon] })),
    baseline: inventoryOf(anOffice({ receipts: [aReceipt('apps')], ...approved })),
  });
}

describe('app.new', () => {
  it('reports a declared app that was not there when the state was approved (law 7)', () => {
    expect(newSince({})).toEqual(['office: Parcel Pigeon']);
  });

  it('knows the app by its id, or by its name where a list gave none', () => {
    expect(newSince({ apps: [{ ...pigeon, name: 'Pigeon' }] })).toEqual([]);
    expect(newSince({ apps: [{ ...pigeon, clientId: null }] })).toEqual([]);
    expect(newSince({ apps: [{ ...pigeon, clientId: '9' }] })).toEqual(['office: Parcel Pigeon']);
  });

  it('is silent where the apps were not all known then (law 2)', () => {
    expect(newSince({ receipts: [] })).toEqual([]);
    expect(newSince({ receipts: [aReceipt('apps', { status: 'partial' })] })).toEqual([]);
    expect(newSince({ account: '4711' })).toEqual([]);
  });

  it('is silent before the first approval, and beside another finding of the app (E6)', () => {
    const inventory = inventoryOf(anOffice({ apps: [pigeon] }));
    const baseline = inventoryOf(anOffice({ receipts: [aReceipt('apps')] }));

    expect(found(appNew, { policy, inventory })).toEqual([]);
    expect(found(appNew, { policy: aPolicy(), inventory, baseline })).toEqual([]);
  });
});
