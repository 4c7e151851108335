import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser, HOST, OWNER, signedInOwner } from './people-bench.js';
import { type StartedService, startService } from './started-service.js';

let service: StartedService;
let owner: Browser;
let organization: string;
beforeAll(async () => {
  service = await startService();
  ({ owner, path: organization } = await signedInOwner(service));
});
afterAll(async () => service[Symbol.asyncDispose]());

/** The owner's browser, sending these headers and her cookies. */
function with_(headers: Record<string, string>): Browser {
  const browser = new Browser(service);
  for (const [name, value] of owner.cookies) browser.cookies.set(name, value);
  browser.headers = { host: HOST, ...headers };
  return browser;
}

const OWN = { 'x-plumbline': 'web' };

describe('a request that changes something, with the cookies of a person', () => {
  it.each([
    ['without our header, as a form elsewhere sends it', {}],
    ['from another site', { ...OWN, origin: 'https://evil.example' }],
    ['from a page without an address', { ...OWN, origin: 'null' }],
    ['from another program on this computer', { ...OWN, origin: 'http://127.0.0.1:3000' }],
    ['from our address, without encryption turned into with', { ...OWN, origin: `https://${HOST}` }],
    ['of which the browser says that it comes from another site', { ...OWN, 'sec-fetch-site': 'cross-site' }],
    ['of which the browser says that it comes from a neighbour', { ...OWN, 'sec-fetch-site': 'same-site' }],
  ])('is refused %s', async (_how, headers) => {
    const browser = with_(headers);
    const answers = [
      await browser.ask('PATCH', 'me', { name: 'Mallory' }),
      await browser.post(`${organization}/invitations`, { email: 'm@evil.example', role: 'owner' }),
      await browser.post('sign-out'),
      await browser.signIn(OWNER),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(browser.given).toEqual([]);
    expect((await owner.get('me')).body.name).toBe('Anna');
  });

  it.each([
    ['with our header alone, as from a program', OWN],
    ['from our own page', { ...OWN, origin: `http://${HOST}`, 'sec-fetch-site': 'same-origin' }],
  ])('is taken %s', async (_how, headers) => {
    expect((await with_(headers).ask('PATCH', 'me', { name: 'Anna' })).status).toBe(200);
  });

  it('can be sent from our public address only, where there is one', async () => {
    await using secure = await startService({ PLUMBLINE_PUBLIC_URL: 'https://plumbline.example' });
    const statusFrom = async (origin: string) => {
      const browser = new Browser(secure);
      browser.headers = { ...OWN, host: 'plumbline.example', origin };
      return (await browser.signIn(OWNER)).status;
    };
    expect(await statusFrom('https://plumbline.example')).toBe(401);
    expect(await statusFrom('https://plumbline.example.evil.example')).toBe(403);
    expect(await statusFrom('https://other.plumbline.example')).toBe(403);
  });
});

describe('a request that only looks', () => {
  it('needs no header', async () => {
    expect((await with_({}).get('me')).status).toBe(200);
  });

  it('changes nothing, whatever stands in its address', async () => {
    const browser = with_({});
    for (const url of ['sign-out', 'me/sessions/end-others', `${organization}/leave`, 'sign-in/service'])
      expect((await browser.get(url)).status).toBe(404);
  });
});

it('nobody elsewhere is granted to ask', async () => {
  const answer = await service.app.inject({
    method: 'OPTIONS',
    url: '/api/v1/me',
    headers: {
      host: HOST,
      origin: 'https://evil.example',
      'access-control-request-method': 'PATCH',
      'access-control-request-headers': 'x-plumbline',
    },
  });
  expect(answer.statusCode).toBe(404);
  expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
});
