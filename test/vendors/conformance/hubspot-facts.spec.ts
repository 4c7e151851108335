import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { startVendors } from '../start-vendors.js';
import { HubspotFacts } from './hubspot-facts.js';

const FOLDER = path.join(
  process.env['PLUMBLINE_VENDOR_APIS'] ??
    fileURLToPath(new URL('../../../../shared/vendor-apis', import.meta.url)),
  'hubspot',
);
const whereThereAreFacts = existsSync(FOLDER) ? it : it.skip;

const PATHS = [
  ...['v3', '2026-03', '2026-09'].flatMap((version) => [
    `/account-info/${version}/details`,
    `/account-info/${version}/api-usage/daily/private-apps`,
    `/account-info/${version}/activity/login`,
    `/account-info/${version}/activity/security?limit=3`,
    ...crm('owners', version, '', '?archived=true'),
    ...['contacts', 'companies', '0-3'].flatMap((type) =>
      crm('objects', version, `/${type}?limit=3&properties=email`, `/${type}?archived=true`),
    ),
    ...crm('properties', version, '/0-3', '/companies/groups', '/contacts?archived=true'),
  ]),
  '/crm/properties/2026-03/contacts',
  '/settings/users/v3',
  '/settings/v3/users/roles',
  '/settings/v3/users/teams',
  '/settings/users/2026-03?limit=2',
  '/settings/users/2026-03/roles',
  '/settings/users/2026-03/teams',
];

/** What the simulation does differently, because HubSpot itself does. */
const ON_PURPOSE = [
  // Requested and unset properties come as null (documentation), though the specification knows text only.
  '/results/*/properties/',
  // An official example has this field as text.
  '/results/*/superAdmin must be boolean',
  // An official example of an archived owner has null.
  '/results/*/userId must be integer',
];

describe('the simulated HubSpot', () => {
  whereThereAreFacts('answers every endpoint as HubSpot publishes it', async () => {
    await using vendors = await startVendors({
      size: 50,
      speed: 0,
      vendors: ['hubspot'],
      recordAnswers: true,
      enforceLimits: false,
    });
    const { origin, key, client } = vendors.hubspot;
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    for (const one of PATHS) expect((await fetch(origin + one, { headers })).status).toBe(200);
    const { access, refresh } = vendors.hubspot.grant(['oauth']);
    const forms = [
      ['token', { grant_type: 'refresh_token', refresh_token: refresh?.text ?? '' }],
      ['token/introspect', { token: access.text }],
      ['token/introspect', { token: refresh?.text ?? '' }],
    ] as const;
    for (const [end, form] of forms) {
      const body = new URLSearchParams({ client_id: client.id, client_secret: client.secret, ...form });
      await fetch(`${origin}/oauth/2026-03/${end}`, { method: 'POST', body });
    }
    const [contact] = (
      (await (await fetch(`${origin}/crm/objects/2026-03/contacts`, { headers })).json()) as {
        results: { id: string }[];
      }
    ).results;
    for (const [end, body] of [
      ['batch/read', { inputs: [{ id: contact?.id }] }],
      ['search', { limit: 2 }],
    ] as const) {
      await fetch(`${origin}/crm/objects/2026-03/contacts/${end}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
    }
    const facts = new HubspotFacts(FOLDER);
    const deviations = vendors.exchanges.flatMap((exchange) => facts.deviationsOf(exchange));
    const others = deviations.filter(({ what }) => !ON_PURPOSE.some((start) => what.startsWith(start)));
    expect(others).toEqual([]);
    expect(vendors.exchanges.every(({ status }) => status === 200)).toBe(true);
  });

  whereThereAreFacts('is caught when it answers with something else', async () => {
    await using vendors = await startVendors({
      size: 50,
      speed: 0,
      vendors: ['hubspot'],
      recordAnswers: true,
    });
    const facts = new HubspotFacts(FOLDER);
    await fetch(`${vendors.hubspot.origin}/account-info/2026-03/details?nobody=knows`, {
      headers: { authorization: `Bearer ${vendors.hubspot.key}` },
    });
    const [exchange] = vendors.exchanges;
    expect(exchange).toBeDefined();
    if (exchange === undefined) return;
    const body = JSON.stringify({ ...JSON.parse(exchange.answerBody ?? ''), portalId: 'text' });
    expect(facts.deviationsOf({ ...exchange, answerBody: body }).map(({ what }) => what)).toEqual([
      'the query parameter nobody is not published',
      '/portalId must be integer',
    ]);
  });
});

/** Version 3 has the version in another place. */
function crm(api: string, version: string, ...ends: readonly string[]): readonly string[] {
  return ends.map((end) => (version === 'v3' ? `/crm/v3/${api}${end}` : `/crm/${api}/${version}${end}`));
}
