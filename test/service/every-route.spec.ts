import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser, invitedPerson, signedInOwner } from './people-bench.js';
import { everyRoute, filled, type Route } from './routes.js';
import { type StartedService, startService } from './started-service.js';

/** A place that nothing has: what stands in the way is who asks, not what is asked for. */
const NOTHING = '00000000-0000-4000-8000-000000000000';

let service: StartedService;
let here: string;
let elsewhere: string;
let routes: readonly Route[];
const browsers = new Map<string, Browser>();

beforeAll(async () => {
  service = await startService();
  const { owner, path } = await signedInOwner(service);
  here = path.split('/')[1] ?? '';
  const made = await owner.post('organizations', { name: 'Another Bakery' });
  elsewhere = made.body.id;
  browsers.set('nobody', new Browser(service));
  browsers.set('viewer', await invitedPerson(owner, path, { email: 'vera@bakery.example', role: 'viewer' }));
  browsers.set('admin', await invitedPerson(owner, path, { email: 'adam@bakery.example', role: 'admin' }));
  // An owner, but of the other organization.
  browsers.set(
    'other',
    await invitedPerson(owner, `organizations/${elsewhere}`, { email: 'otto@bakery.example', role: 'owner' }),
  );
  routes = await everyRoute();
});
afterAll(async () => service[Symbol.asyncDispose]());

async function statusFor(who: string, route: Route): Promise<number> {
  const browser = browsers.get(who) ?? new Browser(service);
  const url = filled(route.path, (name) => (name === 'organization' ? here : NOTHING));
  const { status, body } = await browser.ask(route.method, url, route.method === 'GET' ? undefined : {});
  if (status >= 400) expect(body).toMatchObject({ type: 'about:blank', status, title: expect.any(String) });
  return status;
}

const inOrganizations = () => routes.filter(({ access }) => ['viewer', 'admin', 'owner'].includes(access));

describe('every route', () => {
  it('of an organization has the organization in its address', () => {
    for (const { path } of inOrganizations()) expect(path).toContain('/organizations/{organization}');
    expect(inOrganizations().length).toBeGreaterThan(20);
  });

  it('asks a stranger to sign in', async () => {
    const open: string[] = [];
    for (const route of routes) {
      const status = await statusFor('nobody', route);
      if (route.access === 'anyone') open.push(`${route.method} ${route.path}`);
      else expect([route.method, route.path, status]).toEqual([route.method, route.path, 401]);
    }
    // Each of these was thought about: ways in, and what comes with a link or from a vendor.
    expect(open).toEqual([
      'POST /api/v1/invitations/accept',
      'POST /api/v1/invitations/look',
      'POST /api/v1/new-password',
      'GET /api/v1/oauth/callback',
      'POST /api/v1/set-up',
      'POST /api/v1/set-up/look',
      'GET /api/v1/sign-in',
      'POST /api/v1/sign-in',
      'POST /api/v1/sign-in/link',
      'POST /api/v1/sign-in/service',
      'GET /api/v1/sign-in/service/callback',
      'POST /api/v1/sign-out',
      'GET /api/v1/unsubscribe/{carried}',
      'POST /api/v1/unsubscribe/{carried}',
    ]);
  });

  it('is not there for an owner of another organization', async () => {
    for (const route of inOrganizations())
      expect([route.method, route.path, await statusFor('other', route)]).toEqual([
        route.method,
        route.path,
        404,
      ]);
  });

  it('lets nobody do what takes a higher role', async () => {
    for (const route of inOrganizations()) {
      const { method, path, access } = route;
      if (access !== 'viewer')
        expect([method, path, await statusFor('viewer', route)]).toEqual([method, path, 403]);
      if (access === 'owner')
        expect([method, path, await statusFor('admin', route)]).toEqual([method, path, 403]);
    }
  });

  it('that changes something is for admins and owners, unless nothing is stored', () => {
    const forViewers = inOrganizations().filter(
      ({ method, access }) => method !== 'GET' && access === 'viewer',
    );
    expect(forViewers.map(({ method, path }) => `${method} ${path.split('{organization}')[1]}`)).toEqual([
      'POST /leave',
      'POST /policies/check',
      'POST /policies/effect',
    ]);
  });

  it('that changes something is refused to a page elsewhere (CSRF)', async () => {
    const admin = browsers.get('admin');
    if (!admin) throw new Error('no admin');
    // Mail providers post there for who clicked; what stands in the address is proof enough.
    const open = new Set(['/api/v1/unsubscribe/{carried}']);
    for (const route of routes.filter(({ method, path }) => method !== 'GET' && !open.has(path))) {
      const browser = new Browser(service);
      for (const [name, value] of admin.cookies) browser.cookies.set(name, value);
      browser.headers = { host: '127.0.0.1:4750', origin: 'https://evil.example' };
      const url = filled(route.path, (name) => (name === 'organization' ? here : NOTHING));
      const { status } = await browser.ask(route.method, url, {});
      expect([route.method, route.path, status]).toEqual([route.method, route.path, 403]);
    }
  });
});
