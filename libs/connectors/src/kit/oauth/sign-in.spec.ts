import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { OAuthFacts } from '../../contract/vendor-connector.js';
import { SignIn } from './sign-in.js';
import {
  clientOf,
  granted,
  NOW,
  REDIRECT,
  SECRET,
  sheetWith,
  type Scripted,
  tokenServer,
} from './token-server.spec-builders.js';

const rights = { needed: ['base', 'read'], optional: ['extra'] };

async function begun(change: Partial<OAuthFacts> = {}, ...answers: readonly Scripted[]) {
  let now = NOW;
  const sheet = sheetWith(change);
  const server = tokenServer(...answers);
  const signIn = new SignIn(
    sheet,
    clientOf(server, sheet, () => now),
    () => now,
  );
  const address = new URL(await signIn.begin(REDIRECT, rights, 'browser 1'));
  const state = address.searchParams.get('state') ?? '';
  return {
    server,
    signIn,
    address,
    state,
    later: (ms: number) => (now = new Date(now.getTime() + ms)),
    landed: (parameters: Readonly<Record<string, string>>, place = REDIRECT) =>
      `${place}?${new URLSearchParams({ state, ...parameters }).toString()}`,
  };
}

async function problemOf(finishing: Promise<unknown>): Promise<unknown> {
  const error = await finishing.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(inspect(error, { depth: Infinity, showHidden: true })).not.toMatch(/canary/u);
  return error !== null && typeof error === 'object' && 'problem' in error ? error.problem : error;
}

describe('the address that the browser is sent to', () => {
  it('asks for the rights, and carries state, challenge and what the vendor wants beside', async () => {
    const { address } = await begun();
    expect(address.origin + address.pathname).toBe('https://app.vendor.example/authorize');
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      access_type: 'offline',
      client_id: 'client-1',
      redirect_uri: REDIRECT,
      response_type: 'code',
      scope: 'base read extra',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(address.href).not.toContain(SECRET);
  });

  it('asks for optional rights apart where the vendor has a parameter for them, and without PKCE where it knows none', async () => {
    const { address } = await begun({ optionalScopesParameter: 'optional_scope', pkce: false });
    expect(address.searchParams.get('scope')).toBe('base read');
    expect(address.searchParams.get('optional_scope')).toBe('extra');
    expect(address.searchParams.has('code_challenge')).toBe(false);
  });
});

describe('the address that the browser lands on', () => {
  it('is given for tokens, with the verifier and the secret where the vendor wants them', async () => {
    const { signIn, landed, server } = await begun();
    const { tokens, account } = await signIn.finish(landed({ code: 'C' }), 'browser 1');
    expect(tokens.accessToken.reveal()).toBe(granted.access_token);
    expect(tokens).toMatchObject({
      accessEndsAt: new Date('2026-11-23T10:30:00Z'),
      scopes: ['base', 'read'],
    });
    expect(account).toBeNull();
    expect(Object.fromEntries(server.seen[0]?.form ?? [])).toMatchObject({
      grant_type: 'authorization_code',
      code: 'C',
      redirect_uri: REDIRECT,
      client_id: 'client-1',
      client_secret: SECRET,
      code_verifier: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it('gives the secret in the header where the vendor wants it there', async () => {
    const { signIn, landed, server } = await begun({ clientAuthentication: 'basic' });
    await signIn.finish(landed({ code: 'C' }), 'browser 1');
    const basic = server.seen[0]?.headers.get('authorization')?.replace('Basic ', '') ?? '';
    // Encoded as in a form before it is joined (RFC 6749, 2.3.1).
    const sent = decodeURIComponent(Buffer.from(basic, 'base64').toString());
    expect(sent).toBe('client-1:client-secret-canary');
    expect(server.seen[0]?.form.has('client_secret')).toBe(false);
  });

  it('names the account where the vendor has a parameter for it, once and in a plain form', async () => {
    const change = { accountParameter: 'realmId' };
    const fine = await begun(change);
    expect((await fine.signIn.finish(fine.landed({ code: 'C', realmId: '123' }), 'browser 1')).account).toBe(
      '123',
    );
    for (const parameters of [{}, { realmId: '../other' }]) {
      const { signIn, landed } = await begun(change);
      expect(await problemOf(signIn.finish(landed({ code: 'C', ...parameters }), 'browser 1'))).toBe(
        'account-not-told',
      );
    }
  });

  it('is taken once', async () => {
    const { signIn, landed, server } = await begun();
    await signIn.finish(landed({ code: 'C' }), 'browser 1');
    expect(await problemOf(signIn.finish(landed({ code: 'C2' }), 'browser 1'))).toBe('attempt-unknown');
    expect(server.seen).toHaveLength(1);
  });

  it.each([
    ['of another browser', 'other-browser', { code: 'C' }, 'browser 2'],
    ['of a browser without our cookie', 'other-browser', { code: 'C' }, null],
    ['with a state we never gave', 'attempt-unknown', { code: 'C', state: 'made-up' }, 'browser 1'],
    ['of a person who did not allow it', 'consent-denied', { error: 'access_denied' }, 'browser 1'],
    [
      'of an administrator who blocks the app',
      'blocked-by-admin',
      { error: 'admin_policy_enforced' },
      'browser 1',
    ],
    ['of an app without the rights', 'rights-not-offered', { error: 'invalid_scope' }, 'browser 1'],
    ['with an error nobody knows', 'refused-without-reason', { error: 'canary' }, 'browser 1'],
    ['of another vendor', 'wrong-address', { code: 'C', iss: 'https://evil.example' }, 'browser 1'],
  ] as const)('%s is refused: %s', async (_, problem, parameters, browser) => {
    const { signIn, landed, server } = await begun();
    expect(await problemOf(signIn.finish(landed(parameters), browser))).toBe(problem);
    expect(server.seen).toEqual([]);
    // Whatever came of it, the state is used up.
    if ('state' in parameters) return;
    expect(await problemOf(signIn.finish(landed({ code: 'C' }), 'browser 1'))).toBe('attempt-unknown');
  });

  it('is refused after ten minutes, and not before', async () => {
    const early = await begun();
    early.later(600_000 - 1);
    await early.signIn.finish(early.landed({ code: 'C' }), 'browser 1');
    const late = await begun();
    late.later(600_000);
    expect(await problemOf(late.signIn.finish(late.landed({ code: 'C' }), 'browser 1'))).toBe(
      'attempt-too-late',
    );
  });

  it('is refused where it is no such address', async () => {
    for (const pasted of ['', 'not an address', REDIRECT]) {
      const { signIn } = await begun();
      expect(await problemOf(signIn.finish(pasted, 'browser 1'))).toBe('wrong-address');
    }
    const { signIn, landed } = await begun();
    expect(
      await problemOf(signIn.finish(landed({ code: 'C' }, 'https://evil.example/callback'), 'browser 1')),
    ).toBe('wrong-address');
  });

  it.each([
    ['code-spent', { status: 400, body: { error: 'invalid_grant', error_description: 'canary' } }],
    [
      'wrong-client',
      { status: 401, body: { error: 'invalid_client' }, headers: { 'www-authenticate': 'Basic' } },
    ],
    ['wrong-redirect', { status: 400, body: { error: 'redirect_uri_mismatch' } }],
    ['refused-without-reason', { status: 400, body: { message: 'canary' } }],
    ['refused-without-reason', { status: 403, body: '<html>canary</html>' }],
  ])('ends as %s where the vendor answers %j', async (problem, answer) => {
    const { signIn, landed } = await begun({}, answer);
    expect(await problemOf(signIn.finish(landed({ code: 'C' }), 'browser 1'))).toBe(problem);
  });

  it.each([
    { status: 503, body: '<html>canary</html>' },
    { status: 429, body: {}, headers: { 'retry-after': '7' } },
    { status: 200, body: '{"access_token": "canary' },
    { status: 200, body: { token_type: 'bearer', canary: 1 } },
    { throws: new TypeError('canary') },
  ])('is the vendor’s failure where it answers %j; the code is sent once only', async (answer) => {
    const { signIn, landed, server } = await begun({}, answer);
    expect(await problemOf(signIn.finish(landed({ code: 'C' }), 'browser 1'))).toMatchObject({
      actor: 'vendor',
      retryAfterMs: answer.status === 429 ? 7000 : null,
    });
    expect(server.seen).toHaveLength(1);
  });
});

describe('an odd answer', () => {
  it('without type, with an empty scope and no end is completed', async () => {
    const answer = { body: { access_token: 'canary', expires_in: 0, scope: null } };
    const { signIn, landed } = await begun({}, answer);
    const { tokens } = await signIn.finish(landed({ code: 'C' }), 'browser 1');
    expect(tokens).toMatchObject({
      accessEndsAt: null,
      refreshToken: null,
      scopes: ['base', 'read', 'extra'],
    });
  });

  it('is brought into the standard’s form by the data sheet, errors too', async () => {
    const standardAnswer: NonNullable<OAuthFacts['standardAnswer']> = ({ scopes, status, ...answer }) => ({
      ...answer,
      ...(Array.isArray(scopes) && { scope: scopes.join(' ') }),
      ...(status === 'BAD_AUTH_CODE' && { error: 'invalid_grant' }),
    });
    const { scope: _, ...rest } = granted;
    const listed = await begun({ standardAnswer }, { body: { ...rest, scopes: ['one', 'two'] } });
    const { tokens } = await listed.signIn.finish(listed.landed({ code: 'C' }), 'browser 1');
    expect(tokens.scopes).toEqual(['one', 'two']);
    const refused = await begun({ standardAnswer }, { status: 400, body: { status: 'BAD_AUTH_CODE' } });
    expect(await problemOf(refused.signIn.finish(refused.landed({ code: 'C' }), 'browser 1'))).toBe(
      'code-spent',
    );
  });

  it('tells by how much our clock is wrong, and how long the login is good for', async () => {
    const headers = { date: 'Mon, 23 Nov 2026 09:55:00 GMT' };
    const body = { ...granted, refresh_token_expires_in: 604_799 };
    const { signIn, landed } = await begun({}, { headers, body });
    const { tokens } = await signIn.finish(landed({ code: 'C' }), 'browser 1');
    expect(tokens.clockAheadMs).toBe(300_000);
    expect(tokens.refreshEndsAt).toEqual(new Date('2026-11-30T09:59:59Z'));
  });
});

it('a token is never shown by what holds it', async () => {
  const { signIn, landed } = await begun();
  const signedIn = await signIn.finish(landed({ code: 'C' }), 'browser 1');
  const shown = [
    inspect(signedIn, { depth: Infinity, showHidden: true, getters: true }),
    JSON.stringify(signedIn),
    String(signedIn.tokens.accessToken),
    inspect(signIn, { depth: Infinity, showHidden: true }),
  ].join('\n');
  expect(shown).toContain('(secret)');
  expect(shown).not.toMatch(/canary/u);
});
