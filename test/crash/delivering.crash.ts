import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import path from 'node:path';
import { OutgoingMailEntity } from '#scanner/storage/entities/outgoing-mail.entity.js';
import { scanFinding } from '#scanner/findings/ledger.spec-builders.js';
import { Ledger } from '#scanner/findings/ledger.js';
import { BAKERY, DeliveryBench } from '../delivery/delivery-bench.js';
import { MailServer } from '../delivery/mail-server.js';
import { Killable } from './killable.js';
import { Moments, say } from './moments.js';

const ROUNDS = 10;
const PEOPLE = ['anna@bakery.example', 'maria@bakery.example', 'tom@bakery.example'];
const MINUTE_MS = 60_000;

/** Monday, an hour after the mail was due. */
const BEGIN = Date.parse('2026-11-23T08:30:00Z');

/** A start, a report and three mails, on a computer that does ten other things besides. */
const LONGEST_WAIT_MS = 120_000;

let bench: DeliveryBench;
let server: MailServer;
let service: Killable | null = null;
beforeEach(async () => {
  bench = await DeliveryBench.open('2026-11-22T12:00:00Z');
  server = await MailServer.open();
});
afterEach(async () => {
  await service?.kill();
  await server.close();
  await bench[Symbol.asyncDispose]();
});

/** Every start is twenty minutes later: pauses are over. */
function startService(start: number): Killable {
  service = Killable.command(['serve', '--port', '0', '--data-dir', bench.folder], {
    PLUMBLINE_SMTP_HOST: '127.0.0.1',
    PLUMBLINE_SMTP_PORT: String(server.account().port),
    PLUMBLINE_SMTP_SECURITY: 'none',
    PLUMBLINE_SMTP_FROM: 'plumbline@bakery.example',
    PLUMBLINE_SIMULATE_HUBSPOT: 'http://127.0.0.1:9',
    PLUMBLINE_SIMULATE_NOW: new Date(BEGIN + start * 20 * MINUTE_MS).toISOString(),
  });
  return service;
}

async function mails(): Promise<readonly Pick<OutgoingMailEntity, 'state' | 'nextAt'>[]> {
  return bench.manager.find(OutgoingMailEntity, {
    select: { id: true, organization: true, state: true, nextAt: true },
  });
}

/** Whether every mail has left, or is waited for no longer. */
async function areOver(): Promise<boolean> {
  const all = await mails();
  return all.length === PEOPLE.length && all.every(({ nextAt }) => nextAt === null);
}

/** Waits until a mail is with the server, or none will be any more. */
async function mailUnderWay(): Promise<void> {
  for (const end = Date.now() + LONGEST_WAIT_MS; Date.now() < end; await sleep(20)) {
    if (await areOver()) return;
    if ((await mails()).some(({ state }) => state === 'sending')) return;
  }
}

it(`a service that is killed while it writes and sends loses no mail and makes no second one (seed ${Moments.seed})`, async () => {
  for (const address of PEOPLE) await bench.addMember(address, 'owner');
  await bench.settings.set(BAKERY, {
    weekly: 'on',
    day: 1,
    at: '07:00',
    pausedUntil: null,
    alerts: 'off',
    roles: ['owner'],
    addresses: [],
  });
  await new Ledger(bench.dataSource).commitScan(scanFinding([], { day: '2026-11-22' }));
  // So slow that kills meet mails under way.
  server.slowness = 400;
  const moments = new Moments(5);
  let start = 0;
  const seen = { composing: 0, sending: 0 };
  for (let round = 1; round <= ROUNDS; round += 1, start += 1) {
    // The first half is killed wherever it is, the other half while a mail server has a mail in its hands.
    const isSending = round > ROUNDS / 2;
    const running = startService(start);
    if (isSending) await mailUnderWay();
    const moment = isSending ? moments.within(1_500) : 500 + moments.within(5_000);
    await running.killAfter(moment);
    const states = (await mails()).map(({ state }) => state);
    if (states.length === 0) seen.composing += 1;
    else seen.sending += 1;
    say(`delivering ${round}: killed after ${moment} ms (${states.join(', ') || 'nothing is written yet'})`);
  }
  for (let calm = 0; calm < 4 && !(await areOver()); calm += 1, start += 1) {
    const running = startService(start);
    for (const end = Date.now() + LONGEST_WAIT_MS; Date.now() < end; await sleep(250)) {
      const waiting = await mails();
      if (
        waiting.length === PEOPLE.length &&
        waiting.every(({ state }) => state !== 'queued' && state !== 'sending')
      )
        break;
    }
    await running.stop();
  }
  say(`delivering: killed ${seen.composing} times before mails were written, ${seen.sending} times after`);
  expect(seen.sending).toBeGreaterThan(0);
  expect(await areOver()).toBe(true);
  const copies = Map.groupBy(server.received, ({ mail }) => mail.messageId ?? '');
  const reached = [...copies.values()].map(([one]) => one?.to[0] ?? '');
  expect(reached.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(PEOPLE);
  // Once more for an answer that was lost, and never again.
  for (const same of copies.values()) expect(same.length).toBeLessThanOrEqual(2);
  const database = new Database(path.join(bench.folder, 'plumbline.sqlite'), { readonly: true });
  const told = database.prepare("SELECT COUNT(*) FROM reports WHERE channel = 'weekly'").pluck().get();
  expect([told, database.pragma('integrity_check', { simple: true })]).toEqual([1, 'ok']);
  database.close();
}, 600_000);
