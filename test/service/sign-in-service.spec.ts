import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CLIENT, FakeIssuer, ISSUER } from './fake-issuer.js';
import { Browser, invitedPerson, OWNER, signedInOwner } from './people-bench.js';
import { type StartedService, startService } from './started-service.js';

const BEN = 'ben@bakery.example';

let service: StartedService;
let issuer: FakeIssuer;
let owner: Browser;
let path: string;
beforeEach(async () => {
  service = await startService({
    PLUMBLINE_OIDC_ISSUER: ISSUER,
    PLUMBLINE_OIDC_CLIENT_ID: CLIENT.id,
    PLUMBLINE_OIDC_CLIENT_SECRET: CLIENT.secret,
  });
  issuer = await FakeIssuer.listen(() => service.clock.now);
  ({ owner, path } = await signedInOwner(service));
});
afterEach(async () => {
  issuer.end();
  await service[Symbol.asyncDispose]();
});

/** Where the browser lands after it came back from the sign-in service. */
async function comeBack(browser: Browser, address: string): Promise<string> {
  const { pathname, search } = new URL(address);
  const { status, headers } = await browser.get(pathname + search);
  expect(status).toBe(303);
  return decodeURIComponent(String(headers['location']));
}

async function signInAtService(browser: Browser): Promise<string> {
  const { body } = await browser.post('sign-in/service');
  return comeBack(browser, issuer.agree(String(body.address)));
}

async function invite(email = BEN): Promise<void> {
  expect((await owner.post(`${path}/invitations`, { email, role: 'viewer' })).status).toBe(201);
}

describe('signing in at the sign-in service', () => {
  it('lets in who was invited under the address that the service has verified', async () => {
    await invite('Ben@Bakery.example');
    const ben = new Browser(service);
    expect(await signInAtService(ben)).toBe('/');
    expect((await ben.get('me')).body).toEqual({
      id: expect.any(String),
      email: BEN,
      name: 'Ben',
      password: false,
      second_step: false,
      sign_in_service: true,
    });
    expect((await ben.get(path)).body.role).toBe('viewer');
    expect((await owner.get(`${path}/invitations`)).body.items).toEqual([]);
  });

  it('knows her from then on by what never changes, whatever address is told', async () => {
    await invite();
    await signInAtService(new Browser(service));
    issuer.claims = { sub: 's-1', email: 'anna@bakery.example', email_verified: true };
    const ben = new Browser(service);
    await signInAtService(ben);
    expect((await ben.get('me')).body.email).toBe(BEN);
    issuer.claims = { sub: 's-2', email: BEN, email_verified: true };
    expect(await signInAtService(new Browser(service))).toBe('/sign-in?problem=connect-first');
  });

  it.each([
    ['nobody invited', { sub: 's-9', email: 'eve@evil.example', email_verified: true }],
    ['whose address is not verified', { sub: 's-1', email: BEN, email_verified: false }],
    [
      'whose address is said to be verified in another way',
      { sub: 's-1', email: BEN, email_verified: 'true' },
    ],
    ['who has no address', { sub: 's-1' }],
  ])('refuses somebody %s', async (_who, claims) => {
    await invite();
    issuer.claims = claims;
    const browser = new Browser(service);
    expect(await signInAtService(browser)).toBe('/sign-in?problem=not-invited');
    expect((await browser.get('me')).status).toBe(401);
  });

  it('refuses an invitation that is over', async () => {
    await invite();
    service.clock.now = new Date('2026-11-30T09:00:00Z');
    expect(await signInAtService(new Browser(service))).toBe('/sign-in?problem=not-invited');
  });

  it('does not take over a person with a password, whose address it may be or not', async () => {
    issuer.claims = { sub: 's-7', email: 'anna@bakery.example', email_verified: true };
    const browser = new Browser(service);
    expect(await signInAtService(browser)).toBe('/sign-in?problem=connect-first');
    expect((await browser.get('me')).status).toBe(401);
  });

  it('is connected by who is signed in and knows her password, and disconnected', async () => {
    issuer.claims = { sub: 's-7', email: 'private@mail.example', email_verified: false };
    expect((await owner.post('me/sign-in-service', { password: 'wrong' })).status).toBe(403);
    const { body } = await owner.post('me/sign-in-service', { password: OWNER.password });
    expect(await comeBack(owner, issuer.agree(String(body.address)))).toBe('/');
    const browser = new Browser(service);
    expect(await signInAtService(browser)).toBe('/');
    expect((await browser.get('me')).body.email).toBe('anna@bakery.example');
    const other = await invitedPerson(owner, path, { email: 'cleo@bakery.example', role: 'viewer' });
    const again = await other.post('me/sign-in-service', { password: OWNER.password });
    expect(await comeBack(other, issuer.agree(String(again.body.address)))).toBe(
      '/sign-in?problem=of-somebody-else',
    );
    await browser.post('me/sign-in-service/disconnect', { password: OWNER.password });
    expect(await signInAtService(new Browser(service))).toBe('/sign-in?problem=not-invited');
  });

  it('is not taken from who has no password', async () => {
    await invite();
    const ben = new Browser(service);
    await signInAtService(ben);
    expect((await ben.post('me/sign-in-service/disconnect', {})).status).toBe(409);
    expect((await ben.ask('PUT', 'me/password', { next: OWNER.password })).status).toBe(204);
    expect((await ben.post('me/sign-in-service/disconnect', { password: OWNER.password })).status).toBe(204);
  });
});

describe('the way back', () => {
  it('is good once, in the browser it began in, for ten minutes', async () => {
    await invite();
    const [ben, eve] = [new Browser(service), new Browser(service)];
    const { body } = await ben.post('sign-in/service');
    const address = issuer.agree(String(body.address));
    expect(await comeBack(eve, address)).toMatch(/^\/sign-in\?problem=/u);
    expect(await comeBack(ben, address)).toMatch(/^\/sign-in\?problem=/u);
    const second = await ben.post('sign-in/service');
    const late = issuer.agree(String(second.body.address));
    service.clock.now = new Date(service.clock.now.getTime() + 600_000);
    expect(await comeBack(ben, late)).toMatch(/^\/sign-in\?problem=/u);
    expect((await ben.get('me')).status).toBe(401);
  });

  it('takes no code, state, nonce or issuer of another sign-in', async () => {
    await invite();
    const ben = new Browser(service);
    const begin = async () => String((await ben.post('sign-in/service')).body.address);
    const eves = issuer.agree(String((await new Browser(service).post('sign-in/service')).body.address));
    const mixed = async (change: (address: URL) => void) => {
      const address = new URL(issuer.agree(await begin()));
      change(address);
      return comeBack(ben, address.href);
    };
    const problem = /^\/sign-in\?problem=/u;
    const evesCode = new URL(eves).searchParams.get('code') ?? '';
    expect(await mixed((address) => address.searchParams.set('code', evesCode))).toMatch(problem);
    expect(await mixed((address) => address.searchParams.set('state', 'another'))).toMatch(problem);
    expect(await mixed((address) => address.searchParams.delete('state'))).toMatch(problem);
    expect(await mixed((address) => address.searchParams.set('iss', 'https://evil.example'))).toMatch(
      problem,
    );
    issuer.claims = { ...issuer.claims, nonce: 'another' };
    expect(await mixed(() => undefined)).toMatch(problem);
    expect((await ben.get('me')).status).toBe(401);
  });

  it.each([
    ['for another client', { aud: 'another' }],
    ['of another issuer', { iss: 'https://evil.example' }],
    ['that is over', { exp: 1_700_000_000 }],
  ])('takes no proof %s', async (_what, claims) => {
    await invite();
    issuer.claims = { ...issuer.claims, ...claims };
    expect(await signInAtService(new Browser(service))).toMatch(/^\/sign-in\?problem=/u);
  });

  it('leads to our own pages, whatever stands in the address', async () => {
    const browser = new Browser(service);
    for (const query of [
      'return_to=https://evil.example',
      'state=x&redirect_uri=//evil.example',
      'state=%0d%0aLocation:%20https://evil.example&code=x',
      'error=access_denied&error_description=https://evil.example&state=x',
    ]) {
      const location = await comeBack(browser, `http://127.0.0.1/api/v1/sign-in/service/callback?${query}`);
      expect(location).toMatch(/^\/sign-in\?problem=/u);
      expect(location).not.toContain('evil');
    }
  });

  it('says that the service refuses, and none of its words', async () => {
    const browser = new Browser(service);
    const { body } = await browser.post('sign-in/service');
    const { searchParams } = new URL(String(body.address));
    const query = new URLSearchParams({
      error: 'access_denied',
      error_description: 'canary',
      state: searchParams.get('state') ?? '',
      iss: ISSUER,
    });
    const location = await comeBack(
      browser,
      `http://127.0.0.1/api/v1/sign-in/service/callback?${query.toString()}`,
    );
    expect(location).toBe('/sign-in?problem=not-let-in');
    expect(service.log.join('\n')).not.toContain('canary');
  });
});

describe('the sign-in service', () => {
  it('is asked by PKCE, with a state and a nonce, and told our own address', async () => {
    const { body } = await new Browser(service).post('sign-in/service');
    const address = new URL(String(body.address));
    expect(address.origin + address.pathname).toBe(`${ISSUER}/authorize`);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: CLIENT.id,
      redirect_uri: 'http://127.0.0.1:4750/api/v1/sign-in/service/callback',
      scope: 'openid email profile',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/u),
      state: expect.stringMatching(/^[\w-]{43}$/u),
      nonce: expect.stringMatching(/^[\w-]{43}$/u),
    });
  });

  it('is asked at https addresses only, also where its own description names others', async () => {
    await invite();
    issuer.description = { token_endpoint: 'http://169.254.169.254/latest' };
    expect(await signInAtService(new Browser(service))).toMatch(/^\/sign-in\?problem=/u);
    expect(issuer.asked.filter((address) => !address.startsWith(`${ISSUER}/`))).toEqual([]);
  });

  it('must be what the settings say', async () => {
    issuer.description = { issuer: 'https://evil.example' };
    const answer = await new Browser(service).post('sign-in/service');
    expect(answer.status).toBe(503);
  });
});

it('without a sign-in service there is no such way', async () => {
  await using other = await startService();
  const browser = new Browser(other);
  expect((await browser.get('sign-in')).body).toEqual({ password: true, sign_in_service: false });
  expect((await browser.post('sign-in/service')).status).toBe(404);
});
