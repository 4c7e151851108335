import { describe, expect, it } from '@jest/globals';
import type { InventoryApp } from '#rules/engine/inventory.js';
import type { Policy } from '#rules/policy/policy.js';
import { emptyPolicy } from '#rules/policy/policy.spec-builders.js';
import { dataFlowOf } from './data-flow.js';
import { field, receipt, system } from './report.spec-builders.js';

const zapier: InventoryApp = {
  name: 'Zapier',
  clientId: null,
  scopes: ['drive'],
  users: 1,
  access: 'trusted',
};

const policy: Policy = {
  ...emptyPolicy,
  systems: new Map([
    ['crm', { connector: 'hubspot', purposes: null, files: [], connection: null }],
    ['office', { connector: 'google-workspace', purposes: null, files: [], connection: null }],
  ]),
  purposes: new Map([['orders', { why: 'to deliver orders', basis: null }]]),
  data: [{ category: 'user.contact', purposes: ['orders'], systems: ['crm'], fields: new Map() }],
  apps: [
    { name: 'Zapier', clientId: null, vendor: null, systems: ['office'], scopes: null },
    { name: 'Crumbs', clientId: null, vendor: null, systems: ['office'], scopes: null },
  ],
};

const fields = [
  field('email', { category: 'user.contact.email' }),
  field('gender', { category: 'user.demographic.gender' }),
];

function linksOf(apps: readonly InventoryApp[], given: Policy | null = policy): readonly string[] {
  const read = [receipt({ capability: 'apps', object: null })];
  const systems = [system('crm', { fields }), system('office', { receipts: read, apps })];
  return dataFlowOf({ asOf: '2026-11-23', systems }, given).links.map(
    ({ from, to, state }) => `${from} > ${to}: ${state}`,
  );
}

describe('the way of data', () => {
  it('goes from what the policy says to what was found, each link by its gravest', () => {
    expect(linksOf([zapier])).toEqual([
      'purpose:orders > category:user.contact: agrees',
      'category:user.contact > system:crm: agrees',
      'category:user.demographic.gender > system:crm: differs',
      'system:office > app:zapier: differs',
      'system:office > app:crumbs: not found',
    ]);
  });

  it('says nothing of an app that only signs people in, nor of one that is blocked', () => {
    const apps = [
      { ...zapier, scopes: ['openid'] },
      { ...zapier, name: 'Otter', access: 'blocked' as const },
    ];
    expect(linksOf(apps).filter((line) => line.includes('otter'))).toEqual([]);
  });

  it('judges nothing without a policy', () => {
    expect(linksOf([zapier], null)).toEqual([
      'category:user.contact.email > system:crm: found',
      'category:user.demographic.gender > system:crm: found',
      'system:office > app:zapier: found',
    ]);
  });
});
