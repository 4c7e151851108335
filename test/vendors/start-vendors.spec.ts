import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FaultRule } from './core/fault.js';
import { startVendors, type Vendors } from './start-vendors.js';

const CONTACTS = '/crm/objects/2026-03/contacts';

interface Page {
  readonly results: readonly { readonly id: string; readonly createdAt?: unknown }[];
  readonly paging?: { readonly next: { readonly after: string; readonly link: string } };
}

let vendors: Vendors;

beforeAll(async () => {
  vendors = await startVendors({ size: 60, speed: 0, vendors: ['hubspot'], recordAnswers: true });
});

afterAll(async () => {
  await vendors[Symbol.asyncDispose]();
});

beforeEach(() => {
  vendors.clearFaults();
  vendors.clearExchanges();
  // Every test starts with a fresh ten seconds.
  vendors.clock.advance(60_000);
});

async function get(path: string, token = vendors.hubspot.key): Promise<Response> {
  return fetch(vendors.hubspot.origin + path, { headers: { authorization: `Bearer ${token}` } });
}

async function idsOf(answer: Response): Promise<readonly string[]> {
  return ((await answer.json()) as Page).results.map(({ id }) => id);
}

function provoke(rule: Omit<FaultRule, 'vendor'>): void {
  vendors.addFault({ vendor: 'hubspot', ...rule });
}

describe('limits', () => {
  it('are enforced as published, told in headers, and free again after the window', async () => {
    const first = await get(CONTACTS);
    expect(first.headers.get('x-hubspot-ratelimit-max')).toBe('100');
    expect(first.headers.get('x-hubspot-ratelimit-remaining')).toBe('99');
    await Promise.all(Array.from({ length: 99 }, async () => get(`${CONTACTS}?limit=1`)));
    const refused = await get(CONTACTS);
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({
      policyName: 'TEN_SECONDLY_ROLLING',
      errorType: 'RATE_LIMIT',
    });
    expect(refused.headers.get('retry-after')).toBeNull();
    vendors.clock.advance(9_999);
    expect((await get(CONTACTS)).status).toBe(429);
    vendors.clock.advance(1);
    expect((await get(CONTACTS)).status).toBe(200);
  });

  it('of search are five a second, and no part of the others', async () => {
    const search = async (): Promise<Response> =>
      fetch(`${vendors.hubspot.origin}${CONTACTS}/search`, {
        method: 'POST',
        headers: { authorization: `Bearer ${vendors.hubspot.key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ limit: 1 }),
      });
    const answers = await Promise.all(Array.from({ length: 6 }, search));
    expect(answers.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(1);
    expect((await get(CONTACTS)).headers.get('x-hubspot-ratelimit-remaining')).toBe('99');
  });
});

describe('faults', () => {
  it('strike the request they name, and are recorded with it', async () => {
    provoke({ path: /contacts$/u, nth: 2, do: '429-retry-after' });
    const statuses = [
      (await get(CONTACTS)).status,
      (await get(CONTACTS)).status,
      (await get(CONTACTS)).status,
    ];
    expect(statuses).toEqual([200, 429, 200]);
    expect(vendors.exchanges.map(({ fault }) => fault)).toEqual([null, '429-retry-after', null]);
  });

  it('turn 5xx through all forms that HubSpot is known for, one without a content type', async () => {
    provoke({ do: '5xx' });
    const answers = [await get(CONTACTS), await get(CONTACTS), await get(CONTACTS), await get(CONTACTS)];
    expect(answers.map(({ status }) => status)).toEqual([503, 502, 500, 504]);
    expect(answers[0]?.headers.get('content-type')).toBeNull();
  });

  it('cut JSON, send HTML with status 200, or break the connection', async () => {
    provoke({ times: 1, do: 'truncated' });
    await expect((await get(CONTACTS)).json()).rejects.toThrow(SyntaxError);
    provoke({ times: 1, do: 'html' });
    const html = await get(CONTACTS);
    expect([html.status, html.headers.get('content-type')]).toEqual([200, 'text/html;charset=utf-8']);
    provoke({ times: 1, do: 'reset' });
    await expect(get(CONTACTS)).rejects.toThrow('fetch failed');
    provoke({ times: 1, do: 'reset-midway' });
    await expect((await get(CONTACTS)).text()).rejects.toThrow('terminated');
  });

  it('let an answer drip, or keep it back altogether', async () => {
    provoke({ times: 1, do: 'slow-drip' });
    const drip = await get(CONTACTS);
    const reader = drip.body?.getReader();
    const first = (await reader?.read())?.value as Uint8Array | undefined;
    expect(first?.length).toBeLessThan(Number(drip.headers.get('content-length')) / 40);
    await reader?.cancel();
    provoke({ path: /companies/u, do: 'hang' });
    const controller = new AbortController();
    const hanging = fetch(`${vendors.hubspot.origin}/crm/objects/2026-03/companies`, {
      headers: { authorization: `Bearer ${vendors.hubspot.key}` },
      signal: controller.signal,
    });
    const other = await get(CONTACTS);
    expect(other.status).toBe(200);
    controller.abort();
    await expect(hanging).rejects.toThrow('aborted');
  });

  it('repeat a page, or leave one out', async () => {
    const pageAfter = async (after: string): Promise<readonly string[]> =>
      idsOf(await get(`${CONTACTS}?limit=2&after=${after}`));
    const first = (await (await get(`${CONTACTS}?limit=2`)).json()) as Page;
    const next = first.paging?.next.after ?? '';
    provoke({ times: 1, do: 'repeat-page' });
    expect(await pageAfter(next)).toEqual(first.results.map(({ id }) => id));
    const second = await pageAfter(next);
    provoke({ times: 1, do: 'skip-page' });
    const skipped = await pageAfter(next);
    expect(skipped).toHaveLength(2);
    expect(skipped.some((id) => second.includes(id))).toBe(false);
  });

  it('let a field vanish or change its type', async () => {
    provoke({ times: 1, do: { dropField: 'createdAt' } });
    const dropped = (await (await get(CONTACTS)).json()) as Page;
    expect(dropped.results.every((contact) => !('createdAt' in contact))).toBe(true);
    provoke({ times: 1, do: { changeType: 'results.id' } });
    const changed = (await (await get(CONTACTS)).json()) as { results: { id: unknown }[] };
    expect(changed.results.every(({ id }) => typeof id === 'number')).toBe(true);
  });

  it('take a scope away for good', async () => {
    const token = vendors.hubspot.issueKey(['crm.objects.contacts.read']).text;
    provoke({ nth: 2, do: { loseScope: 'crm.objects.contacts.read' } });
    expect((await get(CONTACTS, token)).status).toBe(200);
    const refused = await get(CONTACTS, token);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({
      category: 'MISSING_SCOPES',
      errors: [{ context: { requiredScopes: ['crm.objects.contacts.read'] } }],
    });
    vendors.clearFaults();
    expect((await get(CONTACTS, token)).status).toBe(403);
  });

  it('strike the same requests again with the same seed', async () => {
    const struck = async (): Promise<readonly number[]> => {
      await using again = await startVendors({ size: 50, seed: 7, speed: 0, vendors: ['hubspot'] });
      again.addFault({ vendor: 'hubspot', share: 0.3, do: '403' });
      const statuses: number[] = [];
      for (let count = 0; count < 20; count += 1) {
        const { status } = await fetch(`${again.hubspot.origin}/account-info/2026-03/details`, {
          headers: { authorization: `Bearer ${again.hubspot.key}` },
        });
        statuses.push(status);
      }
      return statuses;
    };
    const once = await struck();
    expect(new Set(once)).toEqual(new Set([200, 403]));
    expect(await struck()).toEqual(once);
  });
});

describe('the record', () => {
  it('holds every request, with the scopes it had, without the values of headers', async () => {
    await get(`${CONTACTS}?limit=1&properties=email&properties=phone`);
    const [exchange] = vendors.exchanges;
    expect(exchange).toMatchObject({
      vendor: 'hubspot',
      method: 'GET',
      path: CONTACTS,
      kind: 'api',
      query: [
        ['limit', '1'],
        ['properties', 'email'],
        ['properties', 'phone'],
      ],
      token: { kind: 'key' },
      scopesAsked: [['crm.objects.contacts.read']],
      status: 200,
    });
    expect(exchange?.requestHeaderNames).toContain('authorization');
    expect(exchange?.answerBody).toContain('"results"');
    expect(vendors.exchangesAsLines()).not.toContain(vendors.hubspot.key);
  });
});
