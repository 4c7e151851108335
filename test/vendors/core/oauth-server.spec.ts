import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startVendors, type Vendors } from '../start-vendors.js';

const REDIRECT = 'http://localhost:4455/callback';
const VERIFIER = 'a-verifier-that-is-long-enough-for-the-standard-43';

let vendors: Vendors;

beforeAll(async () => {
  vendors = await startVendors({ size: 50, speed: 0, vendors: ['hubspot'] });
});

afterAll(async () => {
  await vendors[Symbol.asyncDispose]();
});

beforeEach(() => {
  Object.assign(vendors.hubspot.consent, { mode: 'allow', without: [] });
});

async function authorize(more: Readonly<Record<string, string>> = {}): Promise<Response> {
  const query = new URLSearchParams({
    client_id: vendors.hubspot.client.id,
    redirect_uri: REDIRECT,
    scope: 'oauth crm.objects.contacts.read',
    optional_scope: 'account-info.security.read crm.objects.contacts.sensitive.read',
    state: 'a-state',
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  });
  return fetch(`${vendors.hubspot.origin}/oauth/authorize?${query.toString()}`, { redirect: 'manual' });
}

function landing(answer: Response): URLSearchParams {
  return new URL(answer.headers.get('location') ?? '').searchParams;
}

async function code(): Promise<string> {
  return landing(await authorize()).get('code') ?? '';
}

async function post(end: string, form: Readonly<Record<string, string>>): Promise<Response> {
  const { id, secret } = vendors.hubspot.client;
  return fetch(`${vendors.hubspot.origin}/oauth/2026-03/token${end}`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: id, client_secret: secret, ...form }),
  });
}

interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly scopes: readonly string[];
  readonly expires_in: number;
}

async function exchange(more: Readonly<Record<string, string>> = {}): Promise<Response> {
  return post('', {
    grant_type: 'authorization_code',
    code: more['code'] ?? (await code()),
    redirect_uri: REDIRECT,
    code_verifier: VERIFIER,
    ...more,
  });
}

async function connected(): Promise<TokenAnswer> {
  return (await (await exchange()).json()) as TokenAnswer;
}

async function statusWith(token: string): Promise<number> {
  const answer = await fetch(`${vendors.hubspot.origin}/crm/objects/2026-03/contacts`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return answer.status;
}

describe('consent', () => {
  it('is a page with a form that names every scope, and can be answered once', async () => {
    vendors.hubspot.consent.mode = 'page';
    const page = await authorize();
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain('crm.objects.contacts.read');
    const consent = /name="consent" value="(\w+)"/u.exec(html)?.[1] ?? '';
    const send = async (): Promise<Response> =>
      fetch(`${vendors.hubspot.origin}/oauth/authorize`, {
        method: 'POST',
        redirect: 'manual',
        // The optional scope is unticked.
        body: new URLSearchParams({ consent, answer: 'allow' }),
      });
    const sentBack = landing(await send());
    expect(sentBack.get('state')).toBe('a-state');
    const answer = await exchange({ code: sentBack.get('code') ?? '' });
    expect(((await answer.json()) as TokenAnswer).scopes).toEqual(['oauth', 'crm.objects.contacts.read']);
    expect((await send()).status).toBe(400);
  });

  it('may be denied', async () => {
    vendors.hubspot.consent.mode = 'deny';
    const sentBack = landing(await authorize());
    expect([sentBack.get('error'), sentBack.get('state'), sentBack.get('code')]).toEqual([
      'access_denied',
      'a-state',
      null,
    ]);
  });

  it('sends nobody to an address that is not registered, nor for an unknown app or scope', async () => {
    for (const wrong of [
      { redirect_uri: 'https://elsewhere.example/callback' },
      // HubSpot takes http for localhost only.
      { redirect_uri: 'http://127.0.0.1:4455/callback' },
      { client_id: 'nobody' },
      { scope: 'crm.everything' },
      // Not on this plan, and required: the installation fails.
      { scope: 'oauth crm.objects.contacts.sensitive.read' },
    ]) {
      const answer = await authorize(wrong);
      expect(answer.status).toBe(400);
      expect(answer.headers.get('location')).toBeNull();
    }
  });
});

describe('tokens', () => {
  it('are given for a code, with what was granted: what the plan lacks is left out', async () => {
    const tokens = await connected();
    expect(tokens.scopes).toEqual(['oauth', 'crm.objects.contacts.read', 'account-info.security.read']);
    expect(tokens.expires_in).toBe(1800);
    expect(tokens.access_token.length).toBeGreaterThan(300);
    expect(await statusWith(tokens.access_token)).toBe(200);
  });

  it('are refused for a code that was used, is old, or comes with the wrong words', async () => {
    const used = await code();
    expect((await exchange({ code: used })).status).toBe(200);
    expect((await exchange({ code: used })).status).toBe(400);
    const old = await code();
    vendors.clock.advance(10 * 60_000);
    expect((await exchange({ code: old })).status).toBe(400);
    for (const wrong of [
      { code_verifier: 'another-one' },
      { redirect_uri: 'http://localhost:1/' },
      { client_secret: 'guessed' },
      { grant_type: 'password' },
    ]) {
      expect((await exchange(wrong)).status).toBe(400);
    }
  });

  it('expire by the simulated clock, and are renewed; two renewals at once are both good', async () => {
    const tokens = await connected();
    vendors.clock.advance(1_799_000);
    expect(await statusWith(tokens.access_token)).toBe(200);
    vendors.clock.advance(1_000);
    expect(await statusWith(tokens.access_token)).toBe(401);
    const renew = async (): Promise<TokenAnswer> =>
      (await (
        await post('', { grant_type: 'refresh_token', refresh_token: tokens.refresh_token })
      ).json()) as TokenAnswer;
    const [first, second] = await Promise.all([renew(), renew()]);
    expect(first.refresh_token).toBe(tokens.refresh_token);
    expect(await statusWith(first.access_token)).toBe(200);
    expect(await statusWith(second.access_token)).toBe(200);
  });

  it('end with revocation, all of them, and introspection tells', async () => {
    const tokens = await connected();
    const introspect = async (): Promise<unknown> =>
      (await post('/introspect', { token: tokens.access_token, token_type_hint: 'access_token' })).json();
    expect(await introspect()).toMatchObject({ active: true, user: 'maria@sweetcrumb.example' });
    expect((await post('/revoke', { token: tokens.refresh_token })).status).toBe(200);
    expect(await introspect()).toEqual({ active: false });
    expect(await statusWith(tokens.access_token)).toBe(401);
    const renewed = await post('', { grant_type: 'refresh_token', refresh_token: tokens.refresh_token });
    expect([renewed.status, await renewed.json()]).toEqual([
      400,
      expect.objectContaining({ error: 'invalid_grant', status: 'BAD_REFRESH_TOKEN' }),
    ]);
  });
});
