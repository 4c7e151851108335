import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { startVendors, type Vendors } from '../start-vendors.js';
import { googleScope } from './google-scopes.js';
import { delegate, serviceAccountKeyFile } from './oauth/service-account.js';

const REDIRECT = 'http://127.0.0.1:41999/callback';
const DRIVE = googleScope('drive.metadata.readonly');
const CONTACTS = googleScope('contacts.readonly');
const USERS = googleScope('admin.directory.user.readonly');

let vendors: Vendors;

beforeAll(async () => {
  vendors = await startVendors({ size: 60, speed: 0, vendors: ['google'] });
});

afterAll(async () => {
  await vendors[Symbol.asyncDispose]();
});

beforeEach(() => {
  vendors.google.consent.mode = 'allow';
  vendors.google.consent.without = [];
  vendors.google.setCondition('testing', false);
});

/** Where Google sends the browser; the page itself where it sends it nowhere. */
async function authorize(more: Readonly<Record<string, string>> = {}): Promise<URL | string> {
  const query = new URLSearchParams({
    client_id: vendors.google.client.id,
    redirect_uri: REDIRECT,
    response_type: 'code',
    scope: `openid email ${DRIVE} ${CONTACTS}`,
    state: 'one-use',
    access_type: 'offline',
    prompt: 'consent',
    ...more,
  });
  const answer = await fetch(`${vendors.google.origin}/o/oauth2/v2/auth?${query.toString()}`, {
    redirect: 'manual',
  });
  const target = answer.headers.get('location');
  return target === null ? answer.text() : new URL(target);
}

type Body = Readonly<Record<string, unknown>>;

async function token(form: Readonly<Record<string, string>>): Promise<{ status: number; body: Body }> {
  const answer = await fetch(`${vendors.google.origin}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: vendors.google.client.id,
      client_secret: vendors.google.client.secret,
      ...form,
    }),
  });
  return { status: answer.status, body: (await answer.json()) as Body };
}

async function connected(more: Readonly<Record<string, string>> = {}): Promise<Body> {
  const target = await authorize(more);
  const code = target instanceof URL ? (target.searchParams.get('code') ?? '') : '';
  const { body } = await token({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT });
  return body;
}

describe('consent', () => {
  it('may be given in part: the answer says what was granted', async () => {
    vendors.google.consent.without = [CONTACTS];
    const target = await authorize();
    expect(target).toBeInstanceOf(URL);
    expect((target as URL).searchParams.get('scope')?.split(' ')).not.toContain(CONTACTS);
    const body = await connected();
    expect(String(body['scope']).split(' ')).toEqual([DRIVE, googleScope('userinfo.email'), 'openid']);
    expect(body).toMatchObject({ expires_in: 3599, token_type: 'Bearer', id_token: expect.any(String) });
    expect(body).not.toHaveProperty('refresh_token_expires_in');
  });

  it('gives a refresh token for offline access, once, or when consent is asked for again', async () => {
    expect(await connected({ access_type: 'online' })).not.toHaveProperty('refresh_token');
    expect(await connected()).toHaveProperty('refresh_token');
    expect(await connected({ prompt: 'select_account' })).not.toHaveProperty('refresh_token');
    expect(await connected()).toHaveProperty('refresh_token');
  });

  it('is not even asked for an app that is wrong or blocked', async () => {
    expect(await authorize({ client_id: 'nobody' })).toContain('client id');
    expect(await authorize({ redirect_uri: 'http://crumb.example/callback' })).toContain('redirect');
    expect(await authorize({ scope: 'drive' })).toContain('invalid_scope');
    vendors.google.setCondition('blocked-by-admin');
    expect(await authorize()).toContain('admin_policy_enforced');
    vendors.google.setCondition('blocked-by-admin', false);
  });

  it('is bound to the verifier', async () => {
    const challenge = createHash('sha256').update('verifier').digest('base64url');
    const exchange = async (code_verifier: string): Promise<Body> => {
      const target = (await authorize({ code_challenge: challenge, code_challenge_method: 'S256' })) as URL;
      const code = target.searchParams.get('code') ?? '';
      const form = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT, code_verifier };
      return (await token(form)).body;
    };
    expect(await exchange('guessed')).toMatchObject({ error: 'invalid_grant' });
    expect(await exchange('verifier')).toHaveProperty('access_token');
  });
});

describe('refresh tokens', () => {
  const refresh = async (text: unknown): Promise<{ status: number; body: Body }> =>
    token({ grant_type: 'refresh_token', refresh_token: String(text) });
  const DEAD = {
    status: 400,
    body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
  };

  it('stay the same, and die when they are taken back', async () => {
    const { refresh_token: text } = await connected();
    const { body } = await refresh(text);
    expect(body).not.toHaveProperty('refresh_token');
    const revoked = await fetch(`${vendors.google.origin}/revoke?token=${String(body['access_token'])}`, {
      method: 'POST',
    });
    expect(revoked.status).toBe(200);
    expect(await refresh(text)).toEqual(DEAD);
  });

  it('of an app in Testing live a week, and the answer says so', async () => {
    vendors.google.setCondition('testing');
    const body = await connected();
    expect(body['refresh_token_expires_in']).toBe(604_800);
    vendors.clock.advance(7 * 86_400_000);
    expect(await refresh(body['refresh_token'])).toEqual(DEAD);
  });

  it('are a hundred at most: the oldest dies without a word', async () => {
    const first = vendors.google.grant([DRIVE], { access_type: 'offline', prompt: 'consent' });
    for (let count = 0; count < 99; count += 1) {
      vendors.google.grant([DRIVE], { access_type: 'offline', prompt: 'consent' });
    }
    expect(await refresh(first.refresh?.text)).toMatchObject({ status: 200 });
    await connected();
    expect(await refresh(first.refresh?.text)).toEqual(DEAD);
  });
});

describe('a service account', () => {
  const file = (): { client_email: string; private_key: string } =>
    JSON.parse(serviceAccountKeyFile()) as { client_email: string; private_key: string };

  async function assert(more: Body = {}, key = file().private_key): Promise<{ status: number; body: Body }> {
    const now = Math.floor(vendors.clock.now() / 1000);
    const claims = {
      iss: file().client_email,
      sub: 'maria@sweetcrumb.example',
      aud: 'https://oauth2.googleapis.com/token',
      scope: `${USERS} ${DRIVE}`,
      iat: now,
      exp: now + 3600,
      ...more,
    };
    const text = [{ alg: 'RS256', typ: 'JWT' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const signature = sign('RSA-SHA256', Buffer.from(text), createPrivateKey(key)).toString('base64url');
    return token({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: `${text}.${signature}`,
    });
  }

  it('reads in somebody’s name where the rights are delegated', async () => {
    const { body } = await assert();
    const answer = await fetch(`${vendors.google.origin}/admin/directory/v1/users?customer=my_customer`, {
      headers: { authorization: `Bearer ${String(body['access_token'])}` },
    });
    expect(answer.status).toBe(200);
    expect(await assert({ sub: 'nobody@sweetcrumb.example' })).toMatchObject({
      body: { error: 'invalid_grant' },
    });
  });

  it('is refused whole where one right is not delegated', async () => {
    delegate(vendors.google.tokens, [DRIVE]);
    expect(await assert()).toMatchObject({ status: 401, body: { error: 'unauthorized_client' } });
    expect(await assert({ scope: DRIVE })).toMatchObject({ status: 200 });
  });

  it('is refused with a clock that is wrong, or a forged signature', async () => {
    const late = Math.floor(vendors.clock.now() / 1000) + 360;
    expect(await assert({ iat: late, exp: late + 3600 })).toMatchObject({
      body: { error: 'invalid_grant', error_description: expect.stringContaining('iat and exp') },
    });
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const another = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    expect(await assert({}, another)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' },
    });
  });
});

describe('tokeninfo', () => {
  it('tells of a token as long as it is good', async () => {
    const { access_token: text } = await connected();
    const ask = async (): Promise<Body> =>
      (await (await fetch(`${vendors.google.origin}/tokeninfo?access_token=${String(text)}`)).json()) as Body;
    expect(await ask()).toMatchObject({
      email: 'maria@sweetcrumb.example',
      expires_in: '3600',
      access_type: 'offline',
    });
    vendors.clock.advance(3_600_000);
    expect(await ask()).toEqual({ error: 'invalid_token', error_description: 'Invalid Value' });
  });
});
