import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '@hubspot/api-client';
import { drive } from '@googleapis/drive';
import * as quickbooks from 'node-quickbooks';
import { getGlobalDispatcher } from 'undici';
import { installChokePoints, withinGuard } from './choke-points.js';
import { json, type LoopbackServer, loopbackServer } from './guarded-server.spec-builders.js';
import type { RequestRules } from './request-rules.js';
import { Transport } from './transport.js';

const rules: RequestRules = {
  connector: 'hubspot',
  hosts: ['api.hubapi.com', 'www.googleapis.com'],
  readsByPost: [/\/search$/u],
  tokenUrls: [],
};

function viaHttps(method: string, address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = https.request(address, { method }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString())).on('end', () => resolve(body));
    });
    request.on('error', reject).end();
  });
}

/** Our sentence, also where fetch has wrapped it. */
async function refusalOf(request: Promise<unknown>): Promise<string> {
  const error = await request.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  let innermost = error;
  while (innermost instanceof Error && innermost.cause instanceof Error) innermost = innermost.cause;
  return innermost instanceof Error ? innermost.message : 'sent';
}

describe('the choke points', () => {
  let takeAway: () => void;
  beforeAll(() => {
    // Nobody listens there.
    process.env['https_proxy'] = 'http://127.0.0.1:9';
    takeAway = installChokePoints();
  });
  afterAll(() => {
    takeAway();
    expect(process.env['https_proxy']).toBe('http://127.0.0.1:9');
    delete process.env['https_proxy'];
  });

  async function guarded<T>(
    use: (server: LoopbackServer, within: <R>(work: () => R) => R) => Promise<T>,
  ): Promise<T> {
    await using server = await loopbackServer((_, response) => json(response, { kept: true }));
    const transport = new Transport(server.origin);
    try {
      return await use(server, (work) => withinGuard({ rules, transport }, work));
    } finally {
      transport.drop();
    }
  }

  it('refuse every request outside of a guard, by fetch and by node:http', async () => {
    await using server = await loopbackServer((_, response) => json(response, {}));
    const plain = new Promise((resolve, reject) => http.get(server.origin, resolve).on('error', reject));
    const sentences = await Promise.all([
      refusalOf(fetch('https://api.hubapi.com/crm')),
      refusalOf(fetch(server.origin)),
      refusalOf(viaHttps('GET', 'https://api.hubapi.com/crm')),
      refusalOf(plain),
    ]);
    expect(new Set(sentences)).toEqual(new Set(['A request outside of a guard was refused']));
    expect(server.seen).toEqual([]);
  });

  it.each([
    ['DELETE', 'https://api.hubapi.com/crm', 'A request that could change something was refused'],
    ['PATCH', 'https://api.hubapi.com/crm/search', 'A request that could change something was refused'],
    ['POST', 'https://api.hubapi.com/crm', 'A POST request that is not known as a read was refused'],
    ['GET', 'https://evil.example/crm', 'A request to a foreign host was refused'],
    ['GET', 'https://api.hubapi.com.evil.example/crm', 'A request to a foreign host was refused'],
    ['GET', 'https://api.hubapi.com:8443/crm', 'A request to a foreign host was refused'],
    ['GET', 'http://api.hubapi.com/crm', 'A request without encryption was refused'],
    ['GET', 'https://api.hubapi.com/crm', 'sent'],
    ['POST', 'https://api.hubapi.com/crm/search', 'sent'],
  ])('answer %s %s with: %s', (method, address, sentence) =>
    guarded(async (server, within) => {
      expect(await within(() => refusalOf(fetch(address, { method })))).toBe(sentence);
      if (!address.startsWith('http:')) {
        expect(await within(() => refusalOf(viaHttps(method, address)))).toBe(sentence);
      }
      expect(server.seen.every(({ path }) => path.startsWith('/crm'))).toBe(true);
      expect(server.seen.length > 0).toBe(sentence === 'sent');
    }),
  );

  it('go by where a request is sent, and not by the address that it names there', () =>
    guarded(async (server, within) => {
      const { hostname, port } = new URL(server.origin);
      const sent = (options: https.RequestOptions) =>
        within(() =>
          refusalOf(
            new Promise((resolve, reject) => {
              (options.protocol === 'http:' ? http : https).get(options, resolve).on('error', reject);
            }),
          ),
        );
      const unclear = 'A request with an unclear address was refused';
      const path = 'https://api.hubapi.com/crm';
      expect(await sent({ protocol: 'http:', hostname, port, path })).toBe(unclear);
      expect(await sent({ hostname: 'evil.example', path })).toBe(unclear);
      expect(await sent({ hostname: 'api.hubapi.com?.evil.example', path: '/crm' })).toBe(unclear);
      // It would be judged as /search, and sent as it stands.
      expect(await sent({ hostname: 'api.hubapi.com', path: '/crm/delete/../search' })).toBe(unclear);
      const dispatch = () =>
        getGlobalDispatcher().dispatch({ origin: server.origin, path, method: 'GET' }, {});
      expect(() => within(dispatch)).toThrow(unclear);
      expect(server.seen).toEqual([]);
    }));

  it('stand also before a request that wants no agent', () =>
    guarded(async (server, within) => {
      const ask = () =>
        new Promise((resolve, reject) => {
          https.get({ host: 'api.hubapi.com', path: '/crm', agent: false }, resolve).on('error', reject);
        });
      expect(await refusalOf(ask())).toBe('A request outside of a guard was refused');
      expect(server.seen).toEqual([]);
      expect(await within(() => refusalOf(ask()))).toBe('sent');
      expect(server.seen.map(({ path }) => path)).toEqual(['/crm']);
    }));

  it('catch what the SDKs of HubSpot and Google send, and nothing of it reaches a vendor in a simulation', () =>
    guarded(async (server, within) => {
      const hubspot = new Client({ accessToken: 'T' });
      const files = drive({ version: 'v3', fetchImplementation: fetch }).files;
      const told = await within(() =>
        hubspot.apiRequest({ path: '/crm/objects/2026-03/contacts', qs: { limit: 100 } }),
      );
      expect(await told.json()).toEqual({ kept: true });
      await within(() => files.list({ pageSize: 2 }, { responseType: 'text' }));
      expect(server.seen.map(({ path, headers }) => [path, headers['x-forwarded-host']])).toEqual([
        ['/crm/objects/2026-03/contacts?limit=100', 'api.hubapi.com'],
        ['/drive/v3/files?pageSize=2', 'www.googleapis.com'],
      ]);
      expect(await refusalOf(files.list({}))).toMatch(/outside of a guard/u);
    }));

  it('stand before an SDK that would take the way over a proxy', () =>
    guarded(async (server, within) => {
      // Its types name the class, and it is what the module itself is.
      const { default: Sdk } = quickbooks as unknown as { readonly default: typeof quickbooks.QuickBooks };
      const sdk = new Sdk('', '', 'T', false, '1', false, false, '75', '2.0', undefined);
      sdk.endpoint = 'https://api.hubapi.com/';
      const asked = () =>
        new Promise((resolve, reject) => {
          sdk.getPreferences((error, answer) => (error ? reject(error) : resolve(answer)));
        });
      await within(asked);
      expect(server.seen).toHaveLength(1);
    }));

  it('reach a simulated vendor at an address of IPv6 too, by node:http as by fetch', async () => {
    const server = http.createServer((_, response) => json(response, { kept: true }));
    const hasIpv6 = await new Promise((resolve) => {
      server.once('error', () => resolve(false)).listen(0, '::1', () => resolve(true));
    });
    if (!hasIpv6) return;
    const transport = new Transport(`http://[::1]:${(server.address() as AddressInfo).port}`);
    const body = await withinGuard({ rules, transport }, () => viaHttps('GET', 'https://api.hubapi.com/crm'));
    expect(body).toBe('{"kept":true}');
    transport.drop();
    await new Promise((resolve) => server.close(resolve));
  });

  it('stop a redirect that would carry the token to another host', async () => {
    await using server = await loopbackServer((_, response) =>
      response.writeHead(302, { location: 'https://evil.example/steal' }).end(),
    );
    const transport = new Transport(server.origin);
    const sentence = await withinGuard({ rules, transport }, () =>
      refusalOf(fetch('https://api.hubapi.com/crm', { headers: { authorization: 'Bearer T' } })),
    );
    expect(sentence).toBe('A request to a foreign host was refused');
    transport.drop();
  });
});
