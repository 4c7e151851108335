import { describe, expect, it } from '@jest/globals';
import type { SystemInventory } from '../../engine/inventory.js';
import type { Policy } from '../../policy/policy.js';
import {
  anApp,
  anOffice,
  aPolicy,
  aReceipt,
  aSystem,
  aVendor,
  inventoryOf,
  systemsOf,
} from '../inventory.spec-builders.js';
import { vendorsInUse } from './vendors-in-use.js';

const systems = systemsOf({
  crm: { connector: 'hubspot' },
  newsletter: { connector: 'mailchimp' },
  books: { connector: 'quickbooks' },
  sheets: { connector: 'exports' },
});

function inUse(given: Partial<Policy>, ...found: readonly SystemInventory[]) {
  return vendorsInUse({ policy: aPolicy(given), inventory: inventoryOf(...found) });
}

function names(...given: Parameters<typeof inUse>) {
  return inUse(...given).map(({ name, entry }) => `${name}: ${entry?.name ?? 'no entry'}`);
}

describe('vendors in use', () => {
  it('are those of connected systems; files of any origin have none (E18, E33)', () => {
    expect(names({ systems })).toEqual(['HubSpot: no entry', 'Mailchimp: no entry', 'QuickBooks: no entry']);
  });

  it('are not behind a key that the business made itself', () => {
    const key = anApp('Service key 7700021', { isOwnKey: true });
    const office = anOffice({ apps: [key, anApp('Dough Scheduler')] });
    expect(names({}, office)).toEqual(['Dough Scheduler: no entry']);
  });

  it('are found in the policy by name, alias or parent company, whatever the spelling', () => {
    expect(
      names({
        systems,
        vendors: [aVendor('HUBSPOT, Inc.'), aVendor('Rocket Science Group'), aVendor('Intuit')],
      }),
    ).toEqual([
      'HUBSPOT, Inc.: HUBSPOT, Inc.',
      'Intuit: Intuit',
      'Rocket Science Group: Rocket Science Group',
    ]);
  });

  it('are judged once where one entry speaks for several (E6)', () => {
    const intuit = inUse({ systems, vendors: [aVendor('Intuit'), aVendor('HubSpot')] }).find(
      ({ name }) => name === 'Intuit',
    );

    expect(intuit).toMatchObject({ key: 'intuit', systems: ['books', 'newsletter'] });
  });

  it('are also found by the system that an entry names, unless it is about somebody else', () => {
    const crm = systemsOf({ crm: { connector: 'hubspot' } });

    expect(inUse({ systems: crm, vendors: [aVendor('Our CRM', { systems: ['crm'] })] })).toMatchObject([
      { key: 'hubspot', name: 'Our CRM', systems: ['crm'] },
    ]);
    expect(names({ systems: crm, vendors: [aVendor('Zapier', { systems: ['crm'] })] })).toEqual([
      'HubSpot: no entry',
      'Zapier: Zapier',
    ]);
  });

  it('are those of files only if an entry names the system (E33)', () => {
    const sheets = systemsOf({ sheets: { connector: 'exports' } });

    expect(names({ systems: sheets, vendors: [aVendor('Till Maker', { systems: ['sheets'] })] })).toEqual([
      'Till Maker: Till Maker',
    ]);
    expect(names({ systems: sheets, vendors: [aVendor('Mill & Sons Flour')] })).toEqual([]);
  });

  it('are those of apps, as the policy, the catalogue or the app itself tells (E33)', () => {
    const apps = [
      { name: 'Order Sync', clientId: null, vendor: 'Zapier', systems: [], scopes: null },
      { name: 'Calendly', clientId: null, vendor: null, systems: [], scopes: null },
    ];
    const office = anOffice({
      apps: [
        anApp('Otter.ai'),
        anApp('Dough Scheduler'),
        anApp('Order Sync'),
        anApp('Perplexity', { scopes: ['openid'] }),
        anApp('DeepSeek', { access: 'blocked' }),
      ],
    });

    expect(names({ apps }, office)).toEqual([
      'Calendly: no entry',
      'Dough Scheduler: no entry',
      'Otter.ai: no entry',
      'Zapier: no entry',
    ]);
  });

  it('name an app once, however the policy writes it', () => {
    const apps = [{ name: 'dough  scheduler', clientId: null, vendor: null, systems: [], scopes: null }];

    expect(inUse({ apps }, anOffice({ apps: [anApp('Dough Scheduler')] }))).toMatchObject([
      { apps: ['Dough Scheduler'] },
    ]);
  });

  it('are live where a grant works now, and rest on what told of it', () => {
    const apps = [{ name: 'Calendly', clientId: null, vendor: null, systems: [], scopes: null }];
    const read = inUse(
      { systems, apps },
      aSystem({ account: '4711', receipts: [aReceipt('people', { status: 'partial' })] }),
      aSystem({
        system: 'books',
        connector: 'quickbooks',
        receipts: [aReceipt('fields', { status: 'unsupported' })],
      }),
      anOffice({ apps: [anApp('Otter.ai')] }),
    );

    expect(read.map(({ key, isLive, readFrom }) => [key, isLive, readFrom.length])).toEqual([
      ['calendly', false, 0],
      ['hubspot', true, 0],
      ['mailchimp', false, 0],
      ['otterai', true, 1],
      ['quickbooks', false, 0],
    ]);
  });

  it('take the vetted one of two entries for one vendor', () => {
    expect(
      inUse({
        systems: systemsOf({ crm: { connector: 'hubspot' } }),
        vendors: [aVendor('HubSpot CRM', { vetted: null }), aVendor('HubSpot')],
      }),
    ).toMatchObject([{ name: 'HubSpot', entry: { vetted: '2026-06-01' } }]);
  });

  it('are not judged where the policy has no list of vendors (E36)', () => {
    expect(names({ systems, missingSections: ['vendors'] })).toEqual([]);
  });
});
