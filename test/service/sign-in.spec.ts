import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Secret } from '#connectors/kit/secret.js';
import { codeAt } from '#scanner/people/one-time-code.js';
import { USUAL_COST } from '#scanner/people/password-hashes.js';
import { Browser, OWNER, signedInOwner } from './people-bench.js';
import { type StartedService, startService } from './started-service.js';

const NEXT = 'velvet compass onion railway';

function later(service: StartedService, seconds: number): void {
  service.clock.now = new Date(service.clock.now.getTime() + seconds * 1000);
}

/** Everything of the database as it lies on the disk. */
async function onDisk({ dataDirectory }: StartedService): Promise<string> {
  const names = (await readdir(dataDirectory)).filter((name) => name.startsWith('plumbline.sqlite'));
  const files = await Promise.all(names.map((name) => readFile(path.join(dataDirectory, name), 'latin1')));
  return files.join('');
}

/** Switches the second step on; gives what her phone makes codes from, and the recovery codes. */
async function withSecondStep(service: StartedService, owner: Browser) {
  const offered = await owner.post('me/second-step', { password: OWNER.password });
  const secret = new Secret(String(offered.body.secret));
  const accepted = await owner.post('me/second-step/accept', { code: codeAt(secret, service.clock.now) });
  later(service, 30);
  return { secret, recoveryCodes: accepted.body.recovery_codes as readonly string[] };
}

describe('signing in', () => {
  it('lets a person in with her password, whatever the letters of her address', async () => {
    await using service = await startService();
    const { path: organization } = await signedInOwner(service);
    const browser = new Browser(service);
    expect((await browser.get('me')).status).toBe(401);
    expect((await browser.signIn(OWNER)).body).toMatchObject({
      signed_in: true,
      person: { email: 'anna@bakery.example' },
    });
    expect((await browser.get(organization)).body).toMatchObject({
      name: 'Sweet Crumb Bakery',
      role: 'owner',
    });
  });

  it('gives cookies that no script reads, and over https none that another host could set', async () => {
    await using service = await startService();
    const { owner } = await signedInOwner(service);
    expect(owner.given).toEqual([
      expect.stringMatching(/^plumbline_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/u),
      expect.stringMatching(
        /^plumbline_device=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/u,
      ),
    ]);
    await using secure = await startService({ PLUMBLINE_PUBLIC_URL: 'https://plumbline.example' });
    const over = new Browser(secure);
    over.headers = { 'x-plumbline': 'web', host: 'plumbline.example', origin: 'https://plumbline.example' };
    await signedInOwner(secure, { browser: over });
    expect(over.given).toHaveLength(2);
    for (const line of over.given)
      expect(line).toMatch(
        /^__Host-plumbline_\w+=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/u,
      );
  });

  it('never takes over a session that the browser carried, and ends it (fixation)', async () => {
    await using service = await startService();
    const { owner } = await signedInOwner(service);
    const planted = owner.cookies.get('plumbline_session') ?? '';
    const victim = new Browser(service);
    victim.cookies.set('plumbline_session', planted);
    await victim.signIn(OWNER);
    expect(victim.cookies.get('plumbline_session')).not.toBe(planted);
    expect((await victim.get('me')).status).toBe(200);
    expect((await owner.get('me')).status).toBe(401);
    const made = new Browser(service);
    made.cookies.set('plumbline_session', 'A'.repeat(43));
    made.cookies.set('plumbline_device', 'B'.repeat(43));
    await made.signIn(OWNER);
    expect([...made.cookies.values()]).not.toContain('A'.repeat(43));
    expect([...made.cookies.values()]).not.toContain('B'.repeat(43));
  });

  it('says the same of somebody who is not there, after the same time (enumeration)', async () => {
    await using service = await startService({}, undefined, USUAL_COST);
    await signedInOwner(service);
    const answers = async (email: string) => {
      const browser = new Browser(service, `192.0.2.${email.length}`);
      const times: number[] = [];
      const said: unknown[] = [];
      for (let time = 0; time < 5; time += 1) {
        const start = performance.now();
        const { status, body } = await browser.signIn({ email, password: NEXT });
        times.push(performance.now() - start);
        said.push({ status, ...body, request: null });
      }
      return { said, median: times.toSorted((a, b) => a - b)[2] ?? 0 };
    };
    const [known, unknown] = [await answers(OWNER.email), await answers('nobody@bakery.example')];
    expect(unknown.said).toEqual(known.said);
    expect(known.said[0]).toMatchObject({ status: 401 });
    expect(unknown.median).toBeGreaterThan(known.median * 0.4);
  });

  it('is logged by who got in, and from where somebody was refused; not what was typed', async () => {
    await using service = await startService();
    await signedInOwner(service);
    const browser = new Browser(service, '198.51.100.7');
    await browser.signIn({ ...OWNER, password: NEXT });
    const { body } = await browser.signIn(OWNER);
    const lines = service.log.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toContainEqual(
      expect.objectContaining({ msg: 'sign-in refused', why: 'not signed in', from: '198.51.100.7' }),
    );
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'signed in', person: body.person.id }));
    expect(service.log.join('')).not.toMatch(/bakery\.example/iu);
  });

  it('takes no more of a request than it asks for', async () => {
    await using service = await startService();
    await signedInOwner(service);
    const browser = new Browser(service);
    for (const more of [{ role: 'owner' }, { way: 'link' }, { code: 7 }, { password: ['a'] }]) {
      const answer = await browser.post('sign-in', { ...OWNER, name: undefined, ...more });
      expect(answer.status).toBe(400);
      expect(answer.body.title).toBe('What was sent can not be taken.');
      expect(JSON.stringify(answer.body)).not.toContain(OWNER.password);
    }
  });
});

describe('guessing', () => {
  it('has to wait, longer each time, with the right password too', async () => {
    await using service = await startService();
    await signedInOwner(service);
    const stranger = new Browser(service);
    for (let time = 0; time < 5; time += 1)
      expect((await stranger.signIn({ ...OWNER, password: NEXT })).status).toBe(401);
    const refused = await stranger.signIn(OWNER);
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '1']);
    later(service, 1);
    expect((await stranger.signIn({ ...OWNER, password: NEXT })).status).toBe(401);
    expect((await stranger.signIn(OWNER)).headers['retry-after']).toBe('2');
    later(service, 2);
    expect((await stranger.signIn(OWNER)).body).toMatchObject({ signed_in: true });
  });

  it('is told of an address that is not there in the same way', async () => {
    await using service = await startService();
    const stranger = new Browser(service);
    const nobody = { email: 'nobody@bakery.example', password: NEXT };
    const statuses: number[] = [];
    for (let time = 0; time < 6; time += 1) statuses.push((await stranger.signIn(nobody)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('from everywhere does not stop her where she has signed in before', async () => {
    await using service = await startService();
    const { owner } = await signedInOwner(service);
    await owner.post('sign-out');
    for (let at = 0; at < 31; at += 1)
      await new Browser(service, `198.51.100.${at}`).signIn({ ...OWNER, password: NEXT });
    expect((await new Browser(service, '203.0.113.9').signIn(OWNER)).status).toBe(429);
    expect((await owner.signIn(OWNER)).body).toMatchObject({ signed_in: true });
  });

  it.each([
    ['no', 'by no word of the visitor, where no web server is trusted'],
    ['yes', 'by the address that the web server has seen, not by what the visitor put before it'],
  ])('(trust: %s) is counted %s', async (trust) => {
    await using service = await startService({ PLUMBLINE_TRUST_PROXY: trust });
    await signedInOwner(service);
    const guess = async (time: number, seen: string) => {
      const stranger = new Browser(service);
      stranger.headers['x-forwarded-for'] = `203.0.113.${time}, ${seen}`;
      return (await stranger.signIn({ ...OWNER, password: NEXT })).status;
    };
    const statuses: number[] = [];
    for (let time = 0; time < 6; time += 1) statuses.push(await guess(time, '198.51.100.1'));
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    expect(await guess(7, '198.51.100.2')).toBe(trust === 'yes' ? 401 : 429);
  });
});

describe('a second step', () => {
  it('is what admins and owners need before they change anything, where the settings say so', async () => {
    await using service = await startService({ PLUMBLINE_SECOND_STEP: 'admins' });
    const { owner, path: organization } = await signedInOwner(service);
    expect((await owner.get(`${organization}/findings`)).status).toBe(200);
    const refused = await owner.ask('PUT', `${organization}/schedule`, { every: 'week' });
    expect(refused).toMatchObject({ status: 403, body: { step: expect.stringContaining('your account') } });
    await withSecondStep(service, owner);
    expect((await owner.ask('PUT', `${organization}/schedule`, { every: 'week' })).status).toBe(200);
  });

  it('is asked for from when a code of it was typed in, each code once', async () => {
    await using service = await startService();
    const { owner } = await signedInOwner(service);
    const { body } = await owner.post('me/second-step', { password: OWNER.password });
    const secret = new Secret(String(body.secret));
    expect((await new Browser(service).signIn(OWNER)).body).toMatchObject({ signed_in: true });
    const first = codeAt(secret, service.clock.now);
    expect((await owner.post('me/second-step/accept', { code: '000000' })).status).toBe(403);
    expect((await owner.post('me/second-step/accept', { code: first })).status).toBe(200);

    const browser = new Browser(service);
    expect((await browser.signIn(OWNER)).body).toEqual({ signed_in: false, needs: 'code', person: null });
    expect(browser.cookies.size).toBe(0);
    expect((await browser.signIn(OWNER, first)).status).toBe(401);
    later(service, 30);
    const second = codeAt(secret, service.clock.now);
    expect((await browser.signIn(OWNER, second)).body).toMatchObject({ signed_in: true });
    const over = new Browser(service, '192.0.2.50');
    expect((await over.signIn(OWNER, second)).status).toBe(401);
    expect((await over.signIn(OWNER, first)).status).toBe(401);
  });

  it('is not asked of who does not know the password', async () => {
    await using service = await startService();
    const { owner } = await signedInOwner(service);
    await withSecondStep(service, owner);
    const answer = await new Browser(service).signIn({ ...OWNER, password: NEXT });
    expect([answer.status, answer.body.title]).toEqual([401, 'The address or the password is not right.']);
  });

  it('is guessed no faster than a password, also by asking for it in between', async () => {
    await using service = await startService();
    const { owner } = await signedInOwner(service);
    const { secret } = await withSecondStep(service, owner);
    const thief = new Browser(service, '192.0.2.66');
    const right = codeAt(secret, service.clock.now);
    const wrong = right === '123456' ? '654321' : '123456';
    const statuses: number[] = [];
    for (let time = 0; time < 6; time += 1) {
      await thief.signIn(OWNER);
      statuses.push((await thief.signIn(OWNER, wrong)).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('that was lost is replaced by a recovery code, each once', async () => {
    await using service = await startService();
    const { owner } = await signedInOwner(service);
    const { recoveryCodes } = await withSecondStep(service, owner);
    expect(new Set(recoveryCodes).size).toBe(10);
    const [one = '', other = ''] = recoveryCodes;
    const browser = new Browser(service, '192.0.2.77');
    expect((await browser.signIn(OWNER, one.toUpperCase())).body).toMatchObject({ signed_in: true });
    expect((await new Browser(service, '192.0.2.78').signIn(OWNER, one)).status).toBe(401);
    await browser.post('me/second-step/recovery-codes', { password: OWNER.password });
    expect((await new Browser(service, '192.0.2.79').signIn(OWNER, other)).status).toBe(401);
  });

  it('is switched on, off and renewed by who knows the password, not by who found an open browser', async () => {
    await using service = await startService();
    const { owner } = await signedInOwner(service);
    const wrong = { password: NEXT };
    expect((await owner.post('me/second-step', wrong)).status).toBe(403);
    expect((await owner.post('me/second-step', {})).status).toBe(403);
    await withSecondStep(service, owner);
    for (const what of ['switch-off', 'recovery-codes'])
      expect((await owner.post(`me/second-step/${what}`, wrong)).status).toBe(403);
    expect((await owner.get('me')).body).toMatchObject({ second_step: true });
    await owner.post('me/second-step/switch-off', { password: OWNER.password });
    expect((await new Browser(service).signIn(OWNER)).body).toMatchObject({ signed_in: true });
  });
});

describe('a session', () => {
  it('ends after half an hour without use, and after twelve hours in any case', async () => {
    await using service = await startService();
    const { owner } = await signedInOwner(service);
    for (let minute = 0; minute < 12 * 60; minute += 29) {
      expect((await owner.get('me')).status).toBe(200);
      later(service, 29 * 60);
    }
    expect((await owner.get('me')).status).toBe(401);
    await owner.signIn(OWNER);
    later(service, 30 * 60);
    expect((await owner.get('me')).status).toBe(401);
  });

  it('ends at the server when she signs out', async () => {
    await using service = await startService();
    const { owner } = await signedInOwner(service);
    const kept = new Browser(service);
    for (const [name, value] of owner.cookies) kept.cookies.set(name, value);
    expect((await owner.post('sign-out')).status).toBe(204);
    expect(owner.cookies.has('plumbline_session')).toBe(false);
    expect((await kept.get('me')).status).toBe(401);
  });

  it('is seen and ended by her, from every browser she is signed in with', async () => {
    await using service = await startService();
    const { owner } = await signedInOwner(service);
    const [second, third] = [new Browser(service), new Browser(service)];
    await second.signIn(OWNER);
    await third.signIn(OWNER);
    const { items } = (await owner.get('me/sessions')).body;
    expect(items).toHaveLength(3);
    expect(items.filter((one: { this_one: boolean }) => one.this_one)).toHaveLength(1);
    expect(items[0]).toMatchObject({ browser: 'Testfox', way: expect.any(String) });
    expect(JSON.stringify(items)).not.toContain(owner.cookies.get('plumbline_session'));
    const other = (await second.get('me/sessions')).body.items.find(
      (one: { this_one: boolean }) => one.this_one,
    );
    expect((await owner.ask('DELETE', `me/sessions/${other.id}`)).status).toBe(204);
    expect([(await second.get('me')).status, (await third.get('me')).status]).toEqual([401, 200]);
    await owner.post('me/sessions/end-others');
    expect([(await owner.get('me')).status, (await third.get('me')).status]).toEqual([200, 401]);
  });

  it('ends with the old password everywhere; this browser goes on with a new one', async () => {
    await using service = await startService();
    const { owner } = await signedInOwner(service);
    const other = new Browser(service);
    await other.signIn(OWNER);
    const before = owner.cookies.get('plumbline_session') ?? '';
    const change = (current: string, next: string) => owner.ask('PUT', 'me/password', { current, next });
    expect((await change(NEXT, NEXT)).status).toBe(403);
    expect((await change(OWNER.password, 'password1234')).status).toBe(422);
    expect((await change(OWNER.password, NEXT)).status).toBe(204);
    expect([(await owner.get('me')).status, (await other.get('me')).status]).toEqual([200, 401]);
    const thief = new Browser(service);
    thief.cookies.set('plumbline_session', before);
    expect((await thief.get('me')).status).toBe(401);
    expect((await other.signIn(OWNER)).status).toBe(401);
    expect((await other.signIn({ ...OWNER, password: NEXT })).body).toMatchObject({ signed_in: true });
  });
});

it('nothing that signs somebody in lies in the database or stands in the log', async () => {
  await using service = await startService();
  const { owner, path: organization } = await signedInOwner(service);
  const { secret, recoveryCodes } = await withSecondStep(service, owner);
  const invited = await owner.post(`${organization}/invitations`, {
    email: 'ben@bakery.example',
    role: 'viewer',
  });
  const made = await owner.post(`${organization}/tokens`, {
    name: 'till',
    scope: 'read',
    ends_at: '2026-12-01T00:00:00Z',
  });
  const planted = [
    OWNER.password,
    secret.reveal(),
    recoveryCodes[0] ?? '',
    (recoveryCodes[0] ?? '').replaceAll('-', ''),
    owner.cookies.get('plumbline_session') ?? '',
    owner.cookies.get('plumbline_device') ?? '',
    String(invited.body.link).split('#')[1] ?? '',
    String(made.body.token),
  ];
  for (const kept of [await onDisk(service), service.log.join('\n')]) {
    expect(kept.length).toBeGreaterThan(1000);
    for (const text of planted) {
      expect(text.length).toBeGreaterThan(12);
      expect(kept).not.toContain(text);
    }
  }
});
