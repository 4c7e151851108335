import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { runReportJob } from '#scanner/cli/run-report-job.js';
import { Delivery } from '#scanner/delivery/delivery.js';
import { readSettings } from '#scanner/settings/read-settings.js';
import { OutgoingMailEntity } from '#scanner/storage/entities/outgoing-mail.entity.js';
import type { Browser } from '../service/people-bench.js';
import { invitedPerson, OWNER, signedInOwner } from '../service/people-bench.js';
import { type StartedService, startService } from '../service/started-service.js';
import { MailServer } from './mail-server.js';

const ANNA = 'anna@bakery.example';
const PUBLIC_URL = 'https://plumbline.bakery.example';

let server: MailServer;
let service: StartedService;
let owner: Browser;
let viewer: Browser;
let here: string;
beforeAll(async () => {
  server = await MailServer.open();
  const environment = {
    PLUMBLINE_PUBLIC_URL: PUBLIC_URL,
    PLUMBLINE_SMTP_HOST: '127.0.0.1',
    PLUMBLINE_SMTP_PORT: String(server.account().port),
    PLUMBLINE_SMTP_SECURITY: 'none',
    PLUMBLINE_SMTP_FROM: 'plumbline@bakery.example',
  };
  service = await startWithReports(environment);
  const signedIn = await signedInOwner(service);
  owner = signedIn.owner;
  here = signedIn.path;
  viewer = await invitedPerson(owner, here, { email: 'vera@bakery.example', role: 'viewer' });
});
afterAll(async () => {
  await service[Symbol.asyncDispose]();
  await server.close();
});
beforeEach(() => server.reset());

/** A service that composes in this process. */
async function startWithReports(environment: Readonly<Record<string, string>>): Promise<StartedService> {
  const holder: { started: StartedService | null } = { started: null };
  const startReport = (job: string) => {
    const { started: whole } = holder;
    if (whole === null) throw new Error('not started yet');
    const settings = readSettings({ ...environment, PLUMBLINE_DATA_DIR: whole.dataDirectory });
    const means = { dataSource: whole.app.get(DataSource), clock: () => whole.clock.now, settings };
    return { ended: runReportJob(job, means).then(() => 'code 0'), kill: () => undefined };
  };
  const started = await startService(environment, undefined, undefined, undefined, { startReport });
  holder.started = started;
  return started;
}

async function pass(days: number): Promise<void> {
  service.clock.now = new Date(service.clock.now.getTime() + days * 86_400_000);
  await service.app.get(Delivery).lookNow();
  // Sessions end meanwhile.
  await owner.signIn(OWNER);
  await viewer.signIn({ email: 'vera@bakery.example', password: OWNER.password });
}

async function mails() {
  return (await owner.get(`${here}/mails`)).body.items;
}

const WANTED = {
  weekly: { on: true, day: 2, at: '09:30' },
  alerts: true,
  roles: ['owner'],
  addresses: ['Books@Accounting.example'],
};

describe('the settings of reports', () => {
  it('are the usual ones until somebody sets others', async () => {
    const { body } = await viewer.get(`${here}/report-settings`);
    expect(body).toMatchObject({
      weekly: { on: true, day: 1, at: '07:00', time_zone: 'UTC', paused_until: null },
      alerts: true,
      recipients: [ANNA],
      leaves_by: 'smtp',
      from: 'plumbline@bakery.example',
    });
  });

  it('are set by an admin, are in the audit log, and say who gets the next report', async () => {
    expect((await viewer.ask('PUT', `${here}/report-settings`, WANTED)).status).toBe(403);
    const { status, body } = await owner.ask('PUT', `${here}/report-settings`, WANTED);
    expect([status, body.recipients]).toEqual([200, [ANNA, 'books@accounting.example']]);
    expect(body.weekly.next_due_at).toMatch(/^2026-11-24T09:[345]/u);
    const { body: log } = await owner.get(`${here}/audit-log?action=reports.set`);
    expect(log.items).toHaveLength(1);
  });

  it.each([
    { ...WANTED, weekly: { ...WANTED.weekly, day: 8 } },
    { ...WANTED, weekly: { ...WANTED.weekly, at: '24:00' } },
    { ...WANTED, addresses: ['a@b.example\r\nBcc: thief@elsewhere.example'] },
    { ...WANTED, addresses: Array.from({ length: 51 }, (_, at) => `a${at}@b.example`) },
    { ...WANTED, roles: ['thief'] },
  ])('that can not be are refused', async (wanted) => {
    expect((await owner.ask('PUT', `${here}/report-settings`, wanted)).status).toBe(400);
  });
});

describe('mails', () => {
  it('leave when they are due, and are in the archive as text and as a page', async () => {
    await pass(7);
    expect(server.received.flatMap(({ to }) => to).toSorted()).toEqual([ANNA, 'books@accounting.example']);
    const items = await mails();
    expect(items).toMatchObject([
      { kind: 'weekly', occasion: '2026-W49', state: 'sent', left_by: 'smtp' },
      { state: 'sent' },
    ]);
    const { body } = await viewer.get(`${here}/mails/${items[0].id}`);
    expect(body.text).toContain('Sweet Crumb Bakery');
    const page = await viewer.get(`${here}/mails/${items[0].id}/html`);
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers['content-security-policy']).toContain('sandbox');
    expect(page.body).toContain('Sweet Crumb Bakery');
  });

  it('that are refused say why and what to do, and are sent again when somebody asks', async () => {
    server.replies.set(ANNA, [550]);
    await pass(7);
    const refused = (await mails()).find((mail: { state: string }) => mail.state === 'refused');
    expect(refused.problem.step).toContain('spelling');
    const url = `${here}/mails/${refused.id}/resend`;
    expect([(await viewer.post(url)).status, (await owner.post(url)).status]).toEqual([403, 204]);
    await service.app.get(Delivery).lookNow();
    const { body } = await owner.get(`${here}/mails/${refused.id}`);
    expect([body.state, server.received.at(-1)?.mail.messageId]).toEqual(['sent', body.message_id]);
  });

  it('are listed page by page', async () => {
    const first = (await owner.get(`${here}/mails?limit=3`)).body;
    const second = (await owner.get(`${here}/mails?limit=3&cursor=${first.next}`)).body;
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect([new Set(ids).size, second.next]).toEqual([4, null]);
  });

  it('to try it out go to people of the organization, and to nobody else', async () => {
    const sent = await owner.post(`${here}/mails/test`, { to: 'Anna@bakery.example' });
    expect(sent.body).toEqual({ state: 'sent', left_by: 'smtp', problem: null });
    expect(server.received[0]?.mail.text).toContain('This is a test');
    const stranger = await owner.post(`${here}/mails/test`, { to: 'stranger@elsewhere.example' });
    expect([stranger.status, server.received.length]).toEqual([422, 1]);
    server.replies.set(ANNA, [553]);
    const refused = await owner.post(`${here}/mails/test`, { to: ANNA });
    expect(refused.body).toMatchObject({ state: 'not sent', problem: { step: expect.any(String) } });
  });

  it('of another organization are not there', async () => {
    const { body } = await owner.post('organizations', { name: 'Another Bakery' });
    const [mail] = await mails();
    const elsewhere = `organizations/${body.id}/mails`;
    expect((await owner.get(elsewhere)).body.items).toEqual([]);
    for (const url of [`${elsewhere}/${mail.id}`, `${elsewhere}/${mail.id}/html`])
      expect((await owner.get(url)).status).toBe(404);
    expect((await owner.post(`${elsewhere}/${mail.id}/resend`)).status).toBe(404);
  });
});

describe('one click', () => {
  const HOST = 'plumbline.bakery.example';

  /** As a mail provider posts it, without anything of ours. */
  async function click(carried: string, method: 'GET' | 'POST', type = 'application/x-www-form-urlencoded') {
    const boundary = type.startsWith('multipart') ? '; boundary=x' : '';
    return service.app.inject({
      method,
      url: `/api/v1/unsubscribe/${carried}`,
      headers: { host: HOST, ...(method === 'POST' && { 'content-type': type + boundary }) },
      ...(method === 'POST' && {
        payload: boundary === '' ? 'List-Unsubscribe=One-Click' : '--x\r\n\r\n--x--\r\n',
      }),
    });
  }

  async function carriedIn(recipient: string): Promise<string> {
    await pass(7);
    const received = server.received.find(({ to }) => to.includes(recipient));
    const line = received?.mail.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line ?? '';
    return /unsubscribe\/([\w-]{43})>/u.exec(line.replaceAll(/\s/gu, ''))?.[1] ?? '';
  }

  const unsubscribed = async () => (await owner.get(`${here}/report-settings`)).body.unsubscribed;

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data'])(
    'ends the reports for whom it was sent, without a sign-in (%s)',
    async (type) => {
      const carried = await carriedIn('books@accounting.example');
      const looked = await click(carried, 'GET');
      expect([looked.statusCode, await unsubscribed()]).toEqual([200, []]);
      const made = await click('x'.repeat(43), 'POST', type);
      const { statusCode, body } = await click(carried, 'POST', type);
      expect([statusCode, body]).toEqual([made.statusCode, made.body]);
      expect([statusCode, await unsubscribed()]).toEqual([200, ['books@accounting.example']]);
      server.reset();
      await pass(7);
      const ofThisOne = server.received.filter(({ mail }) => mail.subject?.includes('Sweet Crumb'));
      expect(ofThisOne.flatMap(({ to }) => to)).toEqual([ANNA]);
      const again = `${here}/report-settings/unsubscribed/books@accounting.example`;
      expect((await owner.ask('DELETE', again)).status).toBe(204);
      expect((await owner.ask('DELETE', again)).status).toBe(404);
    },
  );
});

describe('without a mail server', () => {
  it('mails are files for their owner alone, once each', async () => {
    await using plain = await startWithReports({});
    const { path: organization, owner: baker } = await signedInOwner(plain);
    await plain.app.get(Delivery).lookNow();
    plain.clock.now = new Date(plain.clock.now.getTime() + 7 * 86_400_000);
    await plain.app.get(Delivery).lookNow();
    const folder = path.join(plain.dataDirectory, 'outbox');
    const [name = '', ...more] = await readdir(folder);
    expect(more).toEqual([]);
    const file = path.join(folder, name);
    expect(await readFile(file, 'latin1')).toContain('To: anna@bakery.example');
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    await baker.signIn(OWNER);
    const { body } = await baker.get(`${organization}/mails`);
    expect(body.items).toMatchObject([{ state: 'sent', left_by: 'file' }]);
    await plain.app
      .get(DataSource)
      .manager.updateAll(OutgoingMailEntity, { state: 'queued', nextAt: '2020' });
    await plain.app.get(Delivery).lookNow();
    expect(await readdir(folder)).toEqual([name]);
  });

  it('they are forgotten with their files after a while', async () => {
    await using plain = await startWithReports({ PLUMBLINE_KEEP_MAILS_MONTHS: '2' });
    await signedInOwner(plain);
    const delivery = plain.app.get(Delivery);
    await delivery.lookNow();
    plain.clock.now = new Date(plain.clock.now.getTime() + 7 * 86_400_000);
    await delivery.lookNow();
    await delivery.forgetNow();
    const folder = path.join(plain.dataDirectory, 'outbox');
    const kept = await readdir(folder);
    plain.clock.now = new Date(plain.clock.now.getTime() + 63 * 86_400_000);
    await delivery.forgetNow();
    const { manager } = plain.app.get(DataSource);
    expect([kept.length, await readdir(folder), await manager.count(OutgoingMailEntity)]).toEqual([1, [], 0]);
  });
});
