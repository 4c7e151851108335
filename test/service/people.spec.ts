import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { SetUp } from '#scanner/people/set-up.js';
import { Browser, invitedPerson, ORGANIZATION, OWNER, setUpLink, signedInOwner } from './people-bench.js';
import { type StartedService, startService } from './started-service.js';

const BEN = 'ben@bakery.example';
const NEXT = 'velvet compass onion railway';
const NOBODY = '00000000-0000-4000-8000-000000000000';

function later(service: StartedService, hours: number): void {
  service.clock.now = new Date(service.clock.now.getTime() + hours * 3_600_000);
}

const secretIn = (link: unknown) => String(link).split('#')[1] ?? '';

async function idOf(owner: Browser, path: string, email: string): Promise<string> {
  const { body } = await owner.get(`${path}/people`);
  return body.items.find((member: { email: string }) => member.email === email)?.id ?? NOBODY;
}

/** Another organization of the same machine, with an owner who knows nothing of the first. */
async function neighbour(owner: Browser): Promise<{ readonly other: Browser; readonly path: string }> {
  const made = await owner.post('organizations', { name: 'Candle Shop' });
  const path = `organizations/${made.body.id}`;
  const other = await invitedPerson(owner, path, { email: 'cleo@candles.example', role: 'owner' });
  await owner.post(`${path}/leave`);
  return { other, path };
}

async function auditOf(service: StartedService): Promise<readonly string[]> {
  const rows: readonly { action: string; actor_name: string; target: string }[] = await service.app
    .get(DataSource)
    .query('SELECT * FROM "audit_entries" ORDER BY "sequence"');
  return rows.map(({ action, actor_name: actor, target }) => `${actor}: ${action}: ${target}`);
}

describe('setting up', () => {
  it('makes the first owner, once', async () => {
    await using service = await startService();
    const link = await setUpLink(service.app);
    const owner = new Browser(service);
    const asked = { link, ...OWNER, organization: ORGANIZATION };
    expect((await owner.post('set-up/look', { link })).body).toEqual({ organizations: [] });
    expect((await owner.post('set-up', { ...asked, password: 'password1234' })).status).toBe(422);
    expect((await owner.post('set-up', { ...asked, organization: null })).status).toBe(422);
    expect((await owner.post('set-up', asked)).status).toBe(201);
    expect((await owner.get('organizations')).body.items).toEqual([
      { id: expect.any(String), name: ORGANIZATION, role: 'owner', example: false },
    ]);
    const second = await new Browser(service).post('set-up', { ...asked, email: BEN, organization: 'Mine' });
    expect(second.status).toBe(404);
    expect(await service.app.get(SetUp).link()).toBeNull();
  });

  it('is not possible by an older link, a day later, or by guessing', async () => {
    await using service = await startService();
    const old = await setUpLink(service.app);
    const link = await setUpLink(service.app);
    const status = async (of: string) =>
      (await new Browser(service).post('set-up', { link: of, ...OWNER, organization: ORGANIZATION })).status;
    expect(await status(old)).toBe(404);
    expect(await status('A'.repeat(43))).toBe(404);
    later(service, 24);
    expect(await status(link)).toBe(404);
    expect((await new Browser(service).post('set-up/look', { link })).status).toBe(404);
    expect(await status(await setUpLink(service.app))).toBe(201);
  });

  it('gives her what was scanned on the command line before', async () => {
    await using service = await startService();
    await service.app
      .get(DataSource)
      .query(`INSERT INTO "organizations" ("name", "id") VALUES ('Old Mill', 'x')`);
    const owner = new Browser(service);
    const link = await setUpLink(service.app);
    expect((await owner.post('set-up/look', { link })).body.organizations).toEqual(['Old Mill']);
    await owner.post('set-up', { link, ...OWNER });
    expect((await owner.get('organizations')).body.items).toMatchObject([
      { name: 'Old Mill', role: 'owner' },
    ]);
  });
});

describe('an invitation', () => {
  it('lets one person in, with the role it names, once', async () => {
    await using service = await startService();
    const { owner, path } = await signedInOwner(service);
    const made = await owner.post(`${path}/invitations`, { email: 'Ben@Bakery.example', role: 'admin' });
    const link = secretIn(made.body.link);
    expect(made.body.link).toMatch(/^http:\/\/127\.0\.0\.1:4750\/invitation#[\w-]{43}$/u);
    const ben = new Browser(service);
    expect((await ben.post('invitations/look', { link })).body).toEqual({
      organization: ORGANIZATION,
      email: BEN,
      role: 'admin',
      made_by: 'anna@bakery.example',
      ends_at: '2026-11-30T09:00:00.000Z',
      sign_in_first: false,
    });
    const accept = { link, name: 'Ben', password: NEXT };
    expect((await ben.post('invitations/accept', { ...accept, role: 'owner' })).status).toBe(400);
    expect((await ben.post('invitations/accept', { ...accept, email: 'x@y.example' })).status).toBe(400);
    expect((await ben.post('invitations/accept', { link })).status).toBe(422);
    expect((await ben.post('invitations/accept', accept)).status).toBe(204);
    expect((await ben.get('organizations')).body.items).toMatchObject([
      { name: ORGANIZATION, role: 'admin' },
    ]);
    expect((await new Browser(service).post('invitations/accept', accept)).status).toBe(404);
    expect((await owner.get(`${path}/invitations`)).body.items).toEqual([]);
  });

  it('ends after seven days, when it is taken back, and when another is made', async () => {
    await using service = await startService();
    const { owner, path } = await signedInOwner(service);
    const invite = async () => (await owner.post(`${path}/invitations`, { email: BEN, role: 'viewer' })).body;
    const status = async (link: string) =>
      (await new Browser(service).post('invitations/look', { link })).status;
    const [first, second] = [await invite(), await invite()];
    expect([await status(secretIn(first.link)), await status(secretIn(second.link))]).toEqual([404, 200]);
    await owner.ask('DELETE', `${path}/invitations/${second.id}`);
    expect(await status(secretIn(second.link))).toBe(404);
    const third = await invite();
    later(service, 7 * 24);
    expect(await status(secretIn(third.link))).toBe(404);
  });

  it('for somebody who is here is accepted by her, signed in, and by nobody else', async () => {
    await using service = await startService();
    const { owner, path } = await signedInOwner(service);
    const ben = await invitedPerson(owner, path, { email: BEN, role: 'viewer' });
    const cleo = await invitedPerson(owner, path, { email: 'cleo@bakery.example', role: 'viewer' });
    const { body } = await owner.post('organizations', { name: 'Candle Shop' });
    const second = `organizations/${body.id}`;
    const made = await owner.post(`${second}/invitations`, { email: BEN, role: 'admin' });
    const link = secretIn(made.body.link);
    expect((await ben.post('invitations/look', { link })).body.sign_in_first).toBe(true);
    const asNew = { link, name: 'Mallory', password: NEXT };
    expect((await new Browser(service).post('invitations/accept', asNew)).status).toBe(409);
    expect((await cleo.post('invitations/accept', { link })).status).toBe(403);
    expect((await ben.post('invitations/accept', { link })).status).toBe(204);
    expect((await ben.get('organizations')).body.items).toMatchObject([
      { name: 'Candle Shop', role: 'admin' },
      { name: ORGANIZATION, role: 'viewer' },
    ]);
    expect((await owner.post(`${second}/invitations`, { email: BEN, role: 'admin' })).status).toBe(409);
  });
});

describe('roles', () => {
  it('let each do no more than theirs', async () => {
    await using service = await startService();
    const { owner, path } = await signedInOwner(service);
    const admin = await invitedPerson(owner, path, { email: BEN, role: 'admin' });
    const viewer = await invitedPerson(owner, path, { email: 'vera@bakery.example', role: 'viewer' });
    const stranger = new Browser(service);
    const id = await idOf(owner, path, BEN);
    const token = { name: 'till', scope: 'read', ends_at: '2026-12-01T00:00:00Z' };
    const routes = [
      async (who: Browser) => who.get(path),
      async (who: Browser) => who.get(`${path}/people`),
      async (who: Browser) => who.get(`${path}/tokens`),
      async (who: Browser) => who.post(`${path}/tokens`, token),
      async (who: Browser) => who.ask('DELETE', `${path}/tokens/${NOBODY}`),
      async (who: Browser) => who.get(`${path}/invitations`),
      async (who: Browser) => who.post(`${path}/invitations`, { email: 'x@bakery.example', role: 'viewer' }),
      async (who: Browser) => who.ask('DELETE', `${path}/invitations/${NOBODY}`),
      async (who: Browser) => who.post(`${path}/people/${id}/new-password`, {}),
      async (who: Browser) => who.ask('PATCH', `${path}/people/${id}`, { role: 'admin' }),
      async (who: Browser) => who.ask('DELETE', `${path}/people/${NOBODY}`),
    ];
    const statuses = async (who: Browser) => {
      const all: number[] = [];
      for (const route of routes) all.push((await route(who)).status);
      return all.join(' ');
    };
    expect(await statuses(owner)).toBe('200 200 200 201 404 200 201 404 201 200 404');
    expect(await statuses(admin)).toBe('200 200 200 201 404 403 403 403 403 403 403');
    expect(await statuses(viewer)).toBe('200 200 403 403 403 403 403 403 403 403 403');
    expect(await statuses(stranger)).toBe(routes.map(() => '401').join(' '));
    const { other } = await neighbour(owner);
    expect(await statuses(other)).toBe(routes.map(() => '404').join(' '));
  });

  it('are not had by asking for them', async () => {
    await using service = await startService();
    const { owner, path } = await signedInOwner(service);
    const viewer = await invitedPerson(owner, path, { email: BEN, role: 'viewer' });
    const id = await idOf(owner, path, BEN);
    for (const more of [
      { role: 'owner' },
      { email: 'root@bakery.example' },
      { id: NOBODY },
      { password_hash: 'x' },
    ])
      expect((await viewer.ask('PATCH', 'me', { name: 'Ben', ...more })).status).toBe(400);
    const both = { role: 'viewer', organization: 'Candle Shop' };
    expect((await owner.ask('PATCH', `${path}/people/${id}`, both)).status).toBe(400);
    const proto = await viewer.service.app.inject({
      method: 'PATCH',
      url: '/api/v1/me',
      headers: { ...viewer.headers, 'content-type': 'application/json' },
      payload: '{"name":"Ben","__proto__":{"role":"owner"}}',
    });
    expect(proto.statusCode).toBeGreaterThanOrEqual(400);
    expect((await viewer.get(path)).body.role).toBe('viewer');
  });

  it('change, and end at once; the last owner stays', async () => {
    await using service = await startService();
    const { owner, path } = await signedInOwner(service);
    const ben = await invitedPerson(owner, path, { email: BEN, role: 'viewer' });
    const [anna, benId] = [await idOf(owner, path, 'anna@bakery.example'), await idOf(owner, path, BEN)];
    const role = async (id: string, to: string) =>
      (await owner.ask('PATCH', `${path}/people/${id}`, { role: to })).status;
    expect(await role(anna, 'admin')).toBe(409);
    expect((await owner.ask('DELETE', `${path}/people/${anna}`)).status).toBe(409);
    expect((await owner.post(`${path}/leave`)).status).toBe(409);
    expect(await role(benId, 'owner')).toBe(200);
    expect((await ben.get(`${path}/invitations`)).status).toBe(200);
    expect(await role(anna, 'admin')).toBe(200);
    expect((await owner.get(`${path}/invitations`)).status).toBe(403);
    expect((await ben.ask('DELETE', `${path}/people/${anna}`)).status).toBe(204);
    expect((await owner.get('me')).status).toBe(401);
    expect(await auditOf(service)).toEqual([
      'anna@bakery.example: set up: anna@bakery.example',
      `anna@bakery.example: person invited: ${BEN}`,
      `${BEN}: invitation accepted: ${BEN}`,
      `anna@bakery.example: role changed: ${BEN}`,
      'anna@bakery.example: role changed: anna@bakery.example',
      `${BEN}: person removed: anna@bakery.example`,
    ]);
  });

  it('of somebody who left one organization stay in the others', async () => {
    await using service = await startService();
    const { owner, path } = await signedInOwner(service);
    const { body } = await owner.post('organizations', { name: 'Candle Shop' });
    const ben = await invitedPerson(owner, path, { email: BEN, role: 'viewer' });
    const made = await owner.post(`organizations/${body.id}/invitations`, { email: BEN, role: 'admin' });
    await ben.post('invitations/accept', { link: secretIn(made.body.link) });
    expect((await ben.post(`${path}/leave`)).status).toBe(204);
    expect((await ben.get(path)).status).toBe(404);
    expect((await ben.get(`organizations/${body.id}`)).body.role).toBe('admin');
  });
});

describe('another organization', () => {
  it('is as if it were not there, with every id of it', async () => {
    await using service = await startService();
    const { owner, path } = await signedInOwner(service);
    await invitedPerson(owner, path, { email: BEN, role: 'viewer' });
    const { other, path: theirs } = await neighbour(owner);
    const missing = (await other.get(`organizations/${NOBODY}`)).body;
    expect({ ...(await other.get(path)).body, request: '' }).toEqual({ ...missing, request: '' });
    const ben = await idOf(owner, path, BEN);
    const token = await owner.post(`${path}/tokens`, {
      name: 'till',
      scope: 'act',
      ends_at: '2026-12-01T00:00:00Z',
    });
    const invitation = await owner.post(`${path}/invitations`, { email: 'x@bakery.example', role: 'viewer' });
    const attempts = [
      await other.ask('PATCH', `${theirs}/people/${ben}`, { role: 'viewer' }),
      await other.ask('DELETE', `${theirs}/people/${ben}`),
      await other.post(`${theirs}/people/${ben}/new-password`, {}),
      await other.ask('DELETE', `${theirs}/tokens/${token.body.id}`),
      await other.ask('DELETE', `${theirs}/invitations/${invitation.body.id}`),
    ];
    expect(attempts.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect((await owner.get(`${path}/invitations`)).body.items).toHaveLength(1);
    expect((await owner.get(`${path}/tokens`)).body.items).toHaveLength(1);
  });

  it('is made by who owns one, under a name that is nobody’s yet', async () => {
    await using service = await startService();
    const { owner, path } = await signedInOwner(service);
    const admin = await invitedPerson(owner, path, { email: BEN, role: 'admin' });
    expect((await admin.post('organizations', { name: 'Mine' })).status).toBe(403);
    await service.app
      .get(DataSource)
      .query(`INSERT INTO "organizations" ("name", "id") VALUES ('Old Mill', 'x')`);
    expect((await owner.post('organizations', { name: 'Old Mill' })).status).toBe(409);
    expect((await owner.post('organizations', { name: 'New\nMill' })).status).toBe(400);
    expect((await owner.post('organizations', { name: 'New Mill' })).body).toMatchObject({ role: 'owner' });
  });
});

describe('an API token', () => {
  const ENDS = '2026-12-01T00:00:00Z';

  async function program(service: StartedService, token: unknown): Promise<Browser> {
    const one = new Browser(service);
    one.headers = { host: one.headers['host'] ?? '', authorization: `Bearer ${String(token)}` };
    return one;
  }

  it('acts in its organization, as far as its scope goes and its maker may, and nowhere else', async () => {
    await using service = await startService();
    const { owner, path } = await signedInOwner(service);
    const { path: theirs } = await neighbour(owner);
    const make = async (scope: string) =>
      (await owner.post(`${path}/tokens`, { name: scope, scope, ends_at: ENDS })).body.token;
    const [reads, acts] = [
      await program(service, await make('read')),
      await program(service, await make('act')),
    ];
    expect([(await reads.get(path)).body.role, (await acts.get(path)).body.role]).toEqual([
      'viewer',
      'admin',
    ]);
    expect((await reads.get(`${path}/tokens`)).status).toBe(403);
    expect((await acts.get(`${path}/tokens`)).status).toBe(200);
    for (const one of [reads, acts]) {
      expect((await one.get(theirs)).status).toBe(404);
      expect((await one.get('me')).status).toBe(403);
      expect((await one.get('organizations')).status).toBe(403);
      expect((await one.post(`${path}/invitations`, { email: BEN, role: 'owner' })).status).toBe(403);
      expect((await one.post(`${path}/leave`)).status).toBe(403);
    }
    const another = { name: 'longer', scope: 'act', ends_at: ENDS };
    expect((await acts.post(`${path}/tokens`, another)).status).toBe(403);
  });

  it('is shown once, and says when it was used', async () => {
    await using service = await startService();
    const { owner, path } = await signedInOwner(service);
    const { token, ...shown } = (
      await owner.post(`${path}/tokens`, { name: 'till', scope: 'read', ends_at: ENDS })
    ).body;
    expect(shown).toMatchObject({ name: 'till', beginning: token.slice(0, 10), used_at: null });
    await (await program(service, token)).get(path);
    const { items } = (await owner.get(`${path}/tokens`)).body;
    expect(items).toEqual([{ ...shown, used_at: '2026-11-23T09:00:00.000Z' }]);
  });

  it('ends on its day, when it is taken back, and with the membership of its maker', async () => {
    await using service = await startService();
    const { owner, path } = await signedInOwner(service);
    const admin = await invitedPerson(owner, path, { email: BEN, role: 'admin' });
    const make = async (who: Browser) =>
      (await who.post(`${path}/tokens`, { name: 'till', scope: 'act', ends_at: ENDS })).body;
    const status = async ({ token }: { token: string }) =>
      (await (await program(service, token)).get(path)).status;
    const [first, second] = [await make(owner), await make(admin)];
    await owner.ask('DELETE', `${path}/tokens/${first.id}`);
    expect([await status(first), await status(second)]).toEqual([401, 200]);
    const ben = await idOf(owner, path, BEN);
    await owner.ask('PATCH', `${path}/people/${ben}`, { role: 'viewer' });
    expect((await (await program(service, second.token)).get(path)).body.role).toBe('viewer');
    await owner.ask('DELETE', `${path}/people/${ben}`);
    expect(await status(second)).toBe(401);
    const third = await make(owner);
    service.clock.now = new Date(ENDS);
    expect(await status(third)).toBe(401);
  });

  it('ends within a year', async () => {
    await using service = await startService();
    const { owner, path } = await signedInOwner(service);
    const status = async (ends: string) =>
      (await owner.post(`${path}/tokens`, { name: 'till', scope: 'read', ends_at: ends })).status;
    expect(await status('2027-11-23T09:00:00Z')).toBe(201);
    expect(await status('2027-11-25T09:00:00Z')).toBe(422);
    expect(await status('2026-11-23T09:00:00Z')).toBe(422);
    expect(await status('never')).toBe(400);
  });

  it('of another form opens nothing, also beside a session', async () => {
    await using service = await startService();
    const { owner, path } = await signedInOwner(service);
    const made = await owner.post(`${path}/tokens`, { name: 'till', scope: 'read', ends_at: ENDS });
    const { token } = made.body;
    const status = async (authorization: string) => {
      const one = new Browser(service);
      for (const [name, value] of owner.cookies) one.cookies.set(name, value);
      one.headers = { ...one.headers, authorization };
      return (await one.get(path)).status;
    };
    for (const other of [`Bearer ${token}x`, `Bearer  ${token}`, 'Bearer', 'bearer ', 'Bearer null'])
      expect([other, await status(other)]).toEqual([other, 401]);
    expect(await status(`bearer ${token}`)).toBe(200);
  });

  it('is no password of a web server in front, which browsers send by themselves', async () => {
    await using service = await startService();
    const { owner } = await signedInOwner(service);
    owner.headers['authorization'] = 'Basic YTpi';
    expect((await owner.ask('PATCH', 'me', { name: 'Anna' })).status).toBe(200);
    delete owner.headers['x-plumbline'];
    expect((await owner.ask('PATCH', 'me', { name: 'Mallory' })).status).toBe(403);
  });
});

describe('a link to a new password', () => {
  it('sets it once, ends all sessions, and leaves the second step', async () => {
    await using service = await startService();
    const { owner, path } = await signedInOwner(service);
    const ben = await invitedPerson(owner, path, { email: BEN, role: 'viewer' });
    const id = await idOf(owner, path, BEN);
    const { body } = await owner.post(`${path}/people/${id}/new-password`, {});
    const asked = { link: secretIn(body.link), password: NEXT };
    const anyone = new Browser(service);
    expect((await anyone.post('new-password', { ...asked, password: 'short' })).status).toBe(422);
    expect((await anyone.post('new-password', asked)).status).toBe(204);
    expect(anyone.given).toEqual([]);
    expect((await ben.get('me')).status).toBe(401);
    expect((await anyone.post('new-password', asked)).status).toBe(404);
    expect((await ben.signIn({ email: BEN, password: OWNER.password })).status).toBe(401);
    expect((await ben.signIn({ email: BEN, password: NEXT })).body).toMatchObject({ signed_in: true });
  });

  it('ends after a day, and is no set-up link', async () => {
    await using service = await startService();
    const { owner, path } = await signedInOwner(service);
    await invitedPerson(owner, path, { email: BEN, role: 'viewer' });
    const { body } = await owner.post(`${path}/people/${await idOf(owner, path, BEN)}/new-password`, {});
    const link = secretIn(body.link);
    const anyone = new Browser(service);
    expect((await anyone.post('set-up', { link, ...OWNER, organization: 'Mine' })).status).toBe(404);
    later(service, 24);
    expect((await anyone.post('new-password', { link, password: NEXT })).status).toBe(404);
  });

  it('is not made for oneself, nor for somebody who is also where one owns nothing', async () => {
    await using service = await startService();
    const { owner, path } = await signedInOwner(service);
    const { other, path: theirs } = await neighbour(owner);
    const anna = await idOf(owner, path, 'anna@bakery.example');
    expect((await owner.post(`${path}/people/${anna}/new-password`, {})).status).toBe(403);
    const made = await owner.post(`${path}/invitations`, { email: 'cleo@candles.example', role: 'viewer' });
    await other.post('invitations/accept', { link: secretIn(made.body.link) });
    const cleo = await idOf(owner, path, 'cleo@candles.example');
    expect((await owner.post(`${path}/people/${cleo}/new-password`, {})).status).toBe(403);
    expect((await other.get(theirs)).status).toBe(200);
  });
});
