import { describe, expect, it } from '@jest/globals';
import type { InventoryApp } from '../../engine/inventory.js';
import type { PolicyApp } from '../../policy/policy.js';
import { anApp, anOffice, aPolicy, found, inventoryOf, judge } from '../inventory.spec-builders.js';
import { appUndeclared } from './app-undeclared.js';

const scheduler: PolicyApp = {
  name: 'Dough Scheduler',
  clientId: null,
  vendor: null,
  systems: ['office'],
  scopes: null,
};

function undeclared(app: InventoryApp, ...apps: readonly PolicyApp[]) {
  return found(appUndeclared, {
    policy: aPolicy({ apps }),
    inventory: inventoryOf(anOffice({ apps: [app] })),
  });
}

describe('app.undeclared', () => {
  it('reports an app that the policy does not name', () => {
    const app = anApp('Dough Scheduler', { clientId: '42.apps.example', users: 3 });

    expect(judge(appUndeclared, { inventory: inventoryOf(anOffice({ apps: [app] })) })).toMatchObject([
      {
        system: 'office',
        objectType: 'app',
        objectId: '42.apps.example',
        subject: 'Dough Scheduler',
        evidence: { scopes: ['calendar'], users: 3, client_id: '42.apps.example' },
        content: { scopes: ['calendar'] },
        readFrom: [{ system: 'office', capability: 'apps', object: null, list: null }],
      },
    ]);
  });

  it('matches by client id where the policy gives one (E16)', () => {
    const entry = { ...scheduler, clientId: '42' };

    expect(undeclared(anApp('Renamed', { clientId: '42' }), entry)).toEqual([]);
    expect(undeclared(anApp('Dough Scheduler', { clientId: '43' }), entry)).toEqual([
      'office: Dough Scheduler',
    ]);
  });

  it('matches by name where one side gives no client id (E16)', () => {
    expect(undeclared(anApp('dough  scheduler', { clientId: '43' }), scheduler)).toEqual([]);
    expect(undeclared(anApp('Dough Scheduler'), { ...scheduler, clientId: '42' })).toEqual([]);
  });

  it('does not take an entry for another system', () => {
    expect(undeclared(anApp('Dough Scheduler'), { ...scheduler, systems: ['crm'] })).toEqual([
      'office: Dough Scheduler',
    ]);
  });

  it.each([
    ['only signs in (E16)', anApp('Parcel Pigeon', { scopes: ['openid', 'userinfo.email'] })],
    ['is blocked', anApp('Parcel Pigeon', { access: 'blocked' })],
    ['is this tool (E16)', anApp('Plumbline', { scopes: ['admin.directory.user.readonly', 'openid'] })],
    [
      'is this tool in a list that names services only',
      anApp('Plumbline', { scopes: ['Drive', 'Admin SDK'] }),
    ],
  ])('is silent about an app that %s', (_, app) => {
    expect(undeclared(app)).toEqual([]);
  });

  it('does not believe the name of this tool where the app may write', () => {
    expect(undeclared(anApp('Plumbline', { scopes: ['calendar'] }))).toEqual(['office: Plumbline']);
  });

  it('is not judged where the policy has no list of apps (E36)', () => {
    const inventory = inventoryOf(anOffice({ apps: [anApp('Dough Scheduler')] }));

    expect(found(appUndeclared, { policy: aPolicy({ missingSections: ['apps'] }), inventory })).toEqual([]);
  });
});
