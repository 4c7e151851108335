import http from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { OAuthClient } from '#connectors/kit/oauth/oauth-client.js';
import { SignIn } from '#connectors/kit/oauth/sign-in.js';
import { BEGIN, FakeVendor, fakeConnector } from './connections.spec-builders.js';
import { type LoopbackSettings, type LoopbackSignIn, loopbackSignIn } from './loopback-sign-in.js';

const PORT = 48_765;

let listening: LoopbackSignIn | null = null;
afterEach(async () => {
  await listening?.close();
  listening = null;
});

async function listen(
  vendor: FakeVendor,
  host: LoopbackSettings['host'] = '127.0.0.1',
): Promise<LoopbackSignIn> {
  const connector = fakeConnector();
  const means = {
    now: () => BEGIN,
    fetch: async (_: string, { body }: RequestInit) => {
      const form = body instanceof URLSearchParams ? body : new URLSearchParams();
      vendor.asked.push({ path: '/token', form });
      return Response.json({ access_token: vendor.issue(), token_type: 'bearer' });
    },
  };
  const client = new OAuthClient(connector, { clientId: 'client-1', clientSecret: null }, means);
  listening = await loopbackSignIn({
    title: connector.title,
    signIn: new SignIn(connector, client, () => BEGIN),
    rights: { needed: ['read'], optional: [] },
    host,
    port: PORT,
    inBrowser: (address) => address.replace('https://app.vendor.example', 'http://simulated.example'),
  });
  return listening;
}

interface Page {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** What a browser gets there; `cookie` as it was set before. */
function open(address: string, headers: http.OutgoingHttpHeaders = {}): Promise<Page> {
  return new Promise((resolve, reject) => {
    const request = http.get(address, { headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    request.on('error', reject);
  });
}

/** Opens the first page, as a browser does: where it is sent, and the cookie it got. */
async function begun({ startAddress }: LoopbackSignIn) {
  const page = await open(startAddress);
  const sentTo = new URL(page.headers.location ?? '');
  const [setCookie = ''] = page.headers['set-cookie'] ?? [];
  return {
    page,
    sentTo,
    setCookie,
    cookie: setCookie.split(';')[0] ?? '',
    state: sentTo.searchParams.get('state'),
  };
}

const back = (parameters: Record<string, string>, headers = {}) =>
  open(`http://127.0.0.1:${PORT}/connected?${new URLSearchParams(parameters).toString()}`, headers);

describe('a sign-in that comes back to this computer', () => {
  it('begins with a cookie and ends with tokens', async () => {
    const vendor = new FakeVendor();
    const signIn = await listen(vendor);
    const { page, sentTo, setCookie, cookie, state } = await begun(signIn);
    expect(page.status).toBe(302);
    expect(sentTo.origin).toBe('http://simulated.example');
    expect(sentTo.searchParams.get('redirect_uri')).toBe(`http://127.0.0.1:${PORT}/connected`);
    expect(setCookie).toMatch(/^plumbline_sign_in=[\w-]{43}; HttpOnly; SameSite=Lax; Path=\/; Max-Age=600$/u);
    const landed = await back({ code: 'C', state: state ?? '' }, { cookie });
    expect(landed.status).toBe(200);
    expect(landed.headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect((await signIn.signedIn).tokens.accessToken.reveal()).toBe('access-canary-1-of-77');
    expect(landed.body).not.toMatch(/canary/u);
  });

  it('is not ended by another browser, another page or a state that is used up', async () => {
    const vendor = new FakeVendor();
    const signIn = await listen(vendor);
    const first = await begun(signIn);
    const stolen = await back({ code: 'C', state: first.state ?? '' });
    expect([stolen.status, stolen.body.includes('another browser')]).toEqual([400, true]);
    expect((await back({ code: 'C', state: first.state ?? '' }, { cookie: first.cookie })).status).toBe(400);
    expect((await back({ code: 'C', state: '<script>' }, { cookie: first.cookie })).body).not.toContain(
      '<script>',
    );
    expect((await open(`http://127.0.0.1:${PORT}/connect/guess`)).status).toBe(404);
    const foreign = { host: `evil.example:${PORT}`, cookie: first.cookie };
    expect((await open(signIn.startAddress, foreign)).status).toBe(421);
    expect(vendor.asked).toEqual([]);
    // And the person can still begin again.
    const second = await begun(signIn);
    expect((await back({ code: 'C', state: second.state ?? '' }, { cookie: second.cookie })).status).toBe(
      200,
    );
    await signIn.signedIn;
  });

  it('ends where the person does not allow it', async () => {
    const signIn = await listen(new FakeVendor());
    const { cookie, state } = await begun(signIn);
    const denied = await back({ error: 'access_denied', state: state ?? '' }, { cookie });
    expect(denied.body).toContain('Access was not allowed');
    await expect(signIn.signedIn).rejects.toMatchObject({ problem: 'consent-denied' });
  });

  it('is not ended by a page elsewhere that asks for what is no address', async () => {
    const signIn = await listen(new FakeVendor());
    const statusOf = (url: string) =>
      new Promise((resolve, reject) => {
        const signal = AbortSignal.timeout(2_000);
        const request = http.get({ host: '127.0.0.1', port: PORT, path: url, signal }, (response) => {
          response.resume().on('end', () => resolve(response.statusCode));
        });
        request.on('error', reject);
      });
    for (const url of ['//', '//[', 'http://[', '//?code=C']) expect(await statusOf(url)).toBe(404);
    expect((await begun(signIn)).page.status).toBe(302);
  });

  it('answers at every address that a browser takes "localhost" for, or not at all', async () => {
    const other = http.createServer();
    const hasIpv6 = await new Promise((resolve) => {
      other.once('error', () => resolve(false)).listen(PORT, '::1', () => resolve(true));
    });
    const refusal = await listen(new FakeVendor(), 'localhost').then(
      () => null,
      (error: unknown) => error,
    );
    await listening?.close();
    if (hasIpv6) await new Promise((resolve) => other.close(resolve));
    if (hasIpv6) expect(refusal).toMatchObject({ actor: 'user', details: { port: PORT } });
    const { pathname } = new URL((await listen(new FakeVendor(), 'localhost')).startAddress);
    const headers = { host: `localhost:${PORT}` };
    for (const address of hasIpv6 ? ['127.0.0.1', '[::1]'] : ['127.0.0.1'])
      expect((await open(`http://${address}:${PORT}${pathname}`, headers)).status).toBe(302);
  });

  it('says so where the port is taken', async () => {
    await listen(new FakeVendor());
    const before = listening;
    await expect(listen(new FakeVendor())).rejects.toMatchObject({ actor: 'user', details: { port: PORT } });
    listening = before;
  });
});
