import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { ReportMail } from '#reports/email/report-mail.js';
import { emlOf } from '#scanner/delivery/eml.js';
import { mailKey, messageId } from '#scanner/delivery/message-id.js';
import { Outbox } from '#scanner/delivery/outbox.js';
import { sendBySmtp } from '#scanner/delivery/send-by-smtp.js';
import { sendDue } from '#scanner/delivery/send-due.js';
import { Secret } from '#connectors/kit/secret.js';
import { addOrganization } from '#scanner/findings/add-organization.js';
import { openDataSource } from '#scanner/storage/data-source.js';
import { OutgoingMailEntity } from '#scanner/storage/entities/outgoing-mail.entity.js';
import { inTransaction } from '#scanner/storage/serialized-query-runners.js';
import { MailServer } from './mail-server.js';
import { selfMade } from './self-made-certificate.js';

const BAKERY = 'Sweet Crumb Bakery';
const FROM = 'plumbline@sweetcrumb.example';
const MARIA = 'maria@sweetcrumb.example';
const TOM = 'tom@sweetcrumb.example';
const BEGIN = Date.parse('2026-11-23T08:00:00Z');
const MINUTE_MS = 60_000;

const REPORT: ReportMail = {
  subject: '2 new, 1 fixed: Plumbline für Sweet Crumb Bakery',
  html: '<p dir="auto">Two new. <img src="cid:trend" alt="3, 4, 5"></p>',
  text: 'Two new.\n.\nOne fixed.\n',
  images: [
    { contentId: 'trend', fileName: 'trend.png', contentType: 'image/png', bytes: Buffer.from('png') },
  ],
  attachments: [
    {
      fileName: 'findings.csv',
      contentType: 'text/csv; charset=utf-8',
      bytes: Buffer.from('a,b\r\n1,2\r\n'),
    },
  ],
};

let now = BEGIN;
let folder: string;
let dataSource: DataSource;
let outbox: Outbox;
let server: MailServer;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-outbox-'));
  dataSource = await openDataSource(folder);
  await addOrganization(dataSource.manager, BAKERY);
  outbox = new Outbox(dataSource, () => new Date(now));
  server = await MailServer.open();
});
afterAll(async () => {
  await server.close();
  await dataSource.destroy();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  now = BEGIN;
  server.reset();
  await dataSource.manager.deleteAll(OutgoingMailEntity);
});

async function queued(recipient: string, occasion = '2026-W48'): Promise<void> {
  const kind = 'weekly' as const;
  const id = mailKey({ organizationId: 'bakery', kind, occasion, recipient });
  const head = { messageId: messageId(id, FROM), from: FROM, fromName: 'Plumbline', to: recipient };
  const message = Buffer.from(await emlOf(REPORT, { ...head, date: new Date(BEGIN) })).toString('utf8');
  await inTransaction(dataSource, (manager) =>
    outbox.add(manager, BAKERY, {
      id,
      kind,
      occasion,
      sender: FROM,
      recipient,
      messageId: head.messageId,
      message,
      unsubscribeDigest: null,
      scan: null,
    }),
  );
}

async function send(account = server.account()): Promise<number> {
  return sendDue(outbox, (envelope, message, handingOver) =>
    sendBySmtp(account, envelope, message, handingOver),
  );
}

/** Looks again after so many minutes. */
async function sendLater(minutes: number): Promise<number> {
  now += minutes * MINUTE_MS;
  return send();
}

async function states(): Promise<readonly string[]> {
  const rows = await dataSource.manager.find(OutgoingMailEntity, { order: { recipient: 'ASC' } });
  return rows.map(({ state }) => state);
}

async function onlyProblem() {
  const [row] = await dataSource.manager.find(OutgoingMailEntity);
  return row?.problem;
}

async function problemOf(recipient: string) {
  return (await dataSource.manager.findOneBy(OutgoingMailEntity, { recipient }))?.problem;
}

function idsReceived(): readonly (string | undefined)[] {
  return server.received.map(({ mail }) => mail.messageId);
}

describe('a mail', () => {
  it('arrives as it was written, once', async () => {
    await queued(MARIA);
    await queued(MARIA);
    expect([await send(), await send()]).toEqual([1, 0]);
    const [received] = server.received;
    expect(received?.to).toEqual([MARIA]);
    expect(received?.mail).toMatchObject({ subject: REPORT.subject, text: REPORT.text });
    expect(
      received?.mail.attachments.map(({ cid, filename, content }) => [cid, filename, content.toString()]),
    ).toEqual([
      ['trend', 'trend.png', 'png'],
      [undefined, 'findings.csv', 'a,b\r\n1,2\r\n'],
    ]);
    expect(await states()).toEqual(['sent']);
  });

  it('is the same bytes whenever it is made, and ASCII', async () => {
    const head = { messageId: '<a1@b.example>', from: FROM, fromName: 'Plumbline', to: MARIA };
    const made = async () => Buffer.from(await emlOf(REPORT, { ...head, date: new Date(BEGIN) }));
    const first = await made();
    expect(first.equals(await made())).toBe(true);
    expect(first.every((byte) => byte < 128)).toBe(true);
  });

  it('keeps what a vendor calls its things out of the headers', async () => {
    const subject = 'Hello\r\nBcc: thief@elsewhere.example';
    const head = { messageId: '<a1@b.example>', from: FROM, fromName: 'Plumb"\r\nline', to: MARIA };
    const eml = Buffer.from(await emlOf({ ...REPORT, subject }, { ...head, date: new Date(BEGIN) }));
    expect(eml.toString('utf8')).not.toMatch(/^bcc:/imu);
  });
});

describe('a mail server', () => {
  it('that refuses one recipient gets the mail of the other', async () => {
    server.replies.set(MARIA, [550]);
    await queued(MARIA);
    await queued(TOM);
    await send();
    expect(await states()).toEqual(['refused', 'sent']);
    expect(server.received.map(({ to }) => to)).toEqual([[TOM]]);
    expect(await sendLater(100_000)).toBe(0);
  });

  it('that puts off is asked again after a pause, and at last no more', async () => {
    server.replies.set(MARIA, [451]);
    await queued(MARIA);
    await send();
    expect([await states(), await sendLater(4), await sendLater(1)]).toEqual([['queued'], 0, 1]);
    expect(await states()).toEqual(['sent']);
    server.replies.set(
      TOM,
      Array.from({ length: 50 }, () => 451),
    );
    await queued(TOM);
    for (let day = 0; day < 20; day += 1) await sendLater(1_440);
    expect(await states()).toEqual(['sent', 'given_up']);
  });

  it.each(['takes it and breaks off', 'takes it and is silent'] as const)(
    'that %s gets it once more, as the same mail',
    async (ending) => {
      server.ending = ending;
      await queued(MARIA);
      await send(server.account({ patienceMs: 300 }));
      expect([await states(), await sendLater(14), await sendLater(1)]).toEqual([['unconfirmed'], 0, 1]);
      expect(await states()).toEqual(['sent']);
      expect(server.received).toHaveLength(2);
      expect(new Set(idsReceived()).size).toBe(1);
    },
  );

  it('that never says so is not written to a third time', async () => {
    await queued(MARIA);
    for (let hour = 0; hour < 5; hour += 1) {
      server.ending = 'takes it and breaks off';
      await sendLater(60);
    }
    expect([server.received.length, await states()]).toEqual([2, ['unconfirmed']]);
  });

  it('that refuses what it has read is not asked again, and what it wrote is not kept', async () => {
    server.ending = 'refuses it';
    await queued(MARIA);
    await send();
    expect(await states()).toEqual(['refused']);
    const problem = await onlyProblem();
    expect(problem?.step).toContain('SPF');
    expect(JSON.stringify(problem)).not.toContain('mill.example');
  });

  it('that is not there loses no mail', async () => {
    await queued(MARIA);
    await send({ ...server.account(), port: 1 });
    expect([await states(), (await onlyProblem())?.message]).toEqual([
      ['queued'],
      'The mail server could not be reached, or broke off.',
    ]);
  });

  it('that is slow gets its mail; one that says nothing at all is given up after a while', async () => {
    server.slowness = 300;
    await queued(MARIA);
    await send(server.account({ patienceMs: 1_000 }));
    expect(await states()).toEqual(['sent']);
    server.slowness = 2_000;
    await queued(TOM);
    await send(server.account({ patienceMs: 200 }));
    expect(await states()).toEqual(['sent', 'queued']);
    expect((await problemOf(TOM))?.message).toBe('The mail server did not answer in time.');
  });

  it('that does not encrypt, or is not whom it says, gets no password and no mail', async () => {
    const signedIn: string[] = [];
    const encrypting = await MailServer.open({
      disabledCommands: [],
      onAuth: ({ username }, _session, done) => {
        signedIn.push(username ?? '');
        done(null, { user: username });
      },
    });
    const login = {
      security: 'starttls',
      login: { user: FROM, password: new Secret('secret') },
    } as const;
    await queued(MARIA);
    await send(server.account(login));
    expect((await onlyProblem())?.message).toContain('could not be encrypted');
    now += 60 * MINUTE_MS;
    await send(encrypting.account(login));
    expect((await onlyProblem())?.message).toContain('could not prove');
    expect([signedIn, server.received.length, encrypting.received.length]).toEqual([[], 0, 0]);
    now += 60 * MINUTE_MS;
    await send(encrypting.account({ ...login, certificateAuthority: selfMade.cert }));
    expect([signedIn, encrypting.received.length, await states()]).toEqual([[FROM], 1, ['sent']]);
    await encrypting.close();
  });

  it('elsewhere is never spoken to in the open', async () => {
    await queued(MARIA);
    await send({ ...server.account(), host: 'mail.elsewhere.example' });
    expect((await onlyProblem())?.message).toContain('could not be encrypted');
  });

  it('that knows another password says so, and the mail waits', async () => {
    const strict = await MailServer.open({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error('no')),
    });
    await queued(MARIA);
    await send(strict.account({ login: { user: FROM, password: new Secret('wrong') } }));
    expect([await states(), (await onlyProblem())?.step]).toEqual([
      ['queued'],
      expect.stringContaining('app password'),
    ]);
    await strict.close();
  });

  it('that takes tokens is shown one that was just fetched', async () => {
    const tokens: (string | undefined)[] = [];
    const modern = await MailServer.open({
      disabledCommands: ['STARTTLS'],
      authMethods: ['XOAUTH2'],
      allowInsecureAuth: true,
      onAuth: ({ accessToken }, _session, done) => {
        tokens.push(accessToken);
        done(null, { user: FROM });
      },
    });
    const fetched = async () => new Secret('token of this hour');
    await queued(MARIA);
    await send(modern.account({ login: { user: FROM, accessToken: fetched } }));
    await queued(TOM);
    const none = async () => Promise.reject(new Error('a secret of the token server'));
    await send(modern.account({ login: { user: FROM, accessToken: none } }));
    expect([tokens, await states()]).toEqual([['token of this hour'], ['sent', 'queued']]);
    expect((await problemOf(TOM))?.message).toContain('no token');
    await modern.close();
  });

  it('that takes no mail so large is not asked again', async () => {
    const small = await MailServer.open({ disabledCommands: ['STARTTLS', 'AUTH'], size: 100 });
    await queued(MARIA);
    await send(small.account());
    expect([await states(), (await onlyProblem())?.message]).toEqual([
      ['refused'],
      'The mail is larger than the mail server takes.',
    ]);
    await small.close();
  });
});

describe('a process that dies', () => {
  it('while it sends leaves a mail that is sent again once, as the same mail', async () => {
    await queued(MARIA);
    const mail = await outbox.claim();
    if (mail === null) throw new Error('nothing was claimed');
    await outbox.handingOver(mail);
    expect([await sendLater(29), await states()]).toEqual([0, ['sending']]);
    expect([await sendLater(1), await states()]).toEqual([0, ['unconfirmed']]);
    expect([await sendLater(15), await states()]).toEqual([1, ['sent']]);
  });

  it('before it hands the mail over leaves one that is sent as if nothing had been, however often', async () => {
    await queued(MARIA);
    for (let death = 0; death < 20; death += 1) {
      await outbox.claim();
      now += 30 * MINUTE_MS;
      await outbox.recover();
    }
    expect([await sendLater(0), await states(), server.received.length]).toEqual([1, ['sent'], 1]);
  });

  it('or only seems to changes nothing when it comes back', async () => {
    await queued(MARIA);
    const mail = await outbox.claim();
    if (mail === null) throw new Error('nothing was claimed');
    await outbox.handingOver(mail);
    now += 30 * MINUTE_MS;
    await outbox.recover();
    await outbox.answered(mail, { is: 'accepted', way: 'smtp' });
    expect(await states()).toEqual(['unconfirmed']);
  });

  it('beside another never sends what the other has', async () => {
    await queued(MARIA);
    await queued(TOM);
    const claims = await Promise.all([outbox.claim(), outbox.claim(), outbox.claim()]);
    expect(new Set(claims.map((mail) => mail?.recipient))).toEqual(new Set([MARIA, TOM, undefined]));
  });
});
