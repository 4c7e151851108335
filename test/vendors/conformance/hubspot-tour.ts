import type { Vendors } from '../start-vendors.js';

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

/** Asks every endpoint that the simulated HubSpot has, in every version. Gives the status of each answer. */
export async function tourOfHubspot({ hubspot }: Vendors): Promise<readonly number[]> {
  const { origin, key, client } = hubspot;
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const ask = async (path: string, init?: RequestInit): Promise<Response> => fetch(origin + path, init);
  const statuses: number[] = [];
  for (const one of PATHS) statuses.push((await ask(one, { headers })).status);
  const { access, refresh } = hubspot.grant(['oauth']);
  const forms = [
    ['token', { grant_type: 'refresh_token', refresh_token: refresh?.text ?? '' }],
    ['token/introspect', { token: access.text }],
    ['token/introspect', { token: refresh?.text ?? '' }],
  ] as const;
  for (const [end, form] of forms) {
    const body = new URLSearchParams({ client_id: client.id, client_secret: client.secret, ...form });
    statuses.push((await ask(`/oauth/2026-03/${end}`, { method: 'POST', body })).status);
  }
  const page = await ask('/crm/objects/2026-03/contacts', { headers });
  const { results } = (await page.json()) as { readonly results: readonly { readonly id: string }[] };
  const bodies = [
    ['batch/read', { inputs: [{ id: results[0]?.id }], properties: [], propertiesWithHistory: [] }],
    ['search', { filterGroups: [], sorts: [], properties: ['email'], limit: 2, after: '0' }],
  ] as const;
  for (const [end, body] of bodies) {
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    statuses.push((await ask(`/crm/objects/2026-03/contacts/${end}`, init)).status);
  }
  return statuses;
}

/** Version 3 has the version in another place. */
function crm(api: string, version: string, ...ends: readonly string[]): readonly string[] {
  return ends.map((end) => (version === 'v3' ? `/crm/v3/${api}${end}` : `/crm/${api}/${version}${end}`));
}
