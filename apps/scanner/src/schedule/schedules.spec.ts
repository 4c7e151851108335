import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { BAKERY, MILL, QueueBench } from '../queue/queue.spec-builders.js';
import type { StoredScanQueue } from '../queue/stored-scan-queue.js';
import { everyNames } from './recurrence.js';
import { type ScheduleToSet, Schedules } from './schedules.js';

const DAILY: ScheduleToSet = { every: 'day', at: '06:30', day: 1, paused: false };
const DAY_MS = 86_400_000;

let bench: QueueBench;
let queue: StoredScanQueue;
let timeZone: string;
let schedules: Schedules;
beforeAll(async () => {
  bench = await QueueBench.open();
});
afterAll(async () => bench.close());
beforeEach(async () => {
  await bench.reset();
  queue = bench.queue();
  timeZone = 'Europe/Berlin';
  const policies = {
    current: async (organization: string) =>
      Promise.resolve({ text: policyOf(organization), version: '1', savedBy: null, savedAt: '', note: null }),
  };
  schedules = new Schedules(bench.dataSource, queue, policies, bench.clock);
});

function policyOf(organization: string): string {
  return `plumbline: 1\norganization: ${organization}\ntime_zone: ${timeZone}\nsystems: { crm: { connector: hubspot } }\ndata: []\n`;
}

async function jobs(organization = BAKERY) {
  return queue.list(organization, 500);
}

/** Ends what waits, so that the next wish is a job of its own. */
async function endWaiting(): Promise<void> {
  for (const { id, state } of await jobs()) if (state === 'waiting') await queue.cancel(BAKERY, id);
}

async function dueAt(): Promise<number> {
  return Date.parse((await schedules.find(BAKERY))?.nextDueAt ?? '');
}

describe('a schedule', () => {
  it('asks for nothing before it is due, and once when it is', async () => {
    await schedules.set(BAKERY, DAILY);
    bench.now = (await dueAt()) - 1;
    expect(await schedules.askForDue()).toBe(0);
    bench.now += 1;
    expect(await schedules.askForDue()).toBe(1);
    expect(await schedules.askForDue()).toBe(0);
    expect(await jobs()).toMatchObject([{ cause: 'schedule', askedBy: null, state: 'waiting' }]);
    expect(await jobs(MILL)).toEqual([]);
    const found = await schedules.find(BAKERY);
    expect(Date.parse(found?.nextDueAt ?? '') - Date.parse(found?.lastDueAt ?? '')).toBe(DAY_MS);
  });

  it('catches up once with what was missed, and goes on as before', async () => {
    await schedules.set(BAKERY, DAILY);
    const due = await dueAt();
    bench.now = due + 9.5 * DAY_MS;
    expect(await schedules.askForDue()).toBe(1);
    await endWaiting();
    expect(await schedules.askForDue()).toBe(0);
    expect(await jobs()).toHaveLength(1);
    expect(await dueAt()).toBe(due + 10 * DAY_MS);
  });

  it('that is due while its last scan still waits adds no second one', async () => {
    await schedules.set(BAKERY, DAILY);
    for (let day = 0; day < 3; day += 1) {
      bench.now = await dueAt();
      await schedules.askForDue();
    }
    expect(await jobs()).toHaveLength(1);
  });

  it('rests while it is paused, and catches up with nothing afterwards', async () => {
    await schedules.set(BAKERY, DAILY);
    await schedules.set(BAKERY, { ...DAILY, paused: true });
    bench.now += 30 * DAY_MS;
    expect(await schedules.askForDue()).toBe(0);
    const { nextDueAt } = await schedules.set(BAKERY, DAILY);
    expect(Date.parse(nextDueAt ?? '')).toBeGreaterThan(bench.now);
  });

  it('that is removed asks for nothing any more', async () => {
    await schedules.set(BAKERY, DAILY);
    expect(await schedules.remove(BAKERY)).toBe(true);
    expect(await schedules.remove(BAKERY)).toBe(false);
    bench.now += 30 * DAY_MS;
    expect(await schedules.askForDue()).toBe(0);
  });

  it('follows the time zone of the policy', async () => {
    await schedules.set(BAKERY, DAILY);
    const inBerlin = await dueAt();
    timeZone = 'Asia/Kathmandu';
    await schedules.reckonAnew();
    // 06:30 is 05:30 UTC in Berlin and 00:45 UTC in Kathmandu.
    expect(inBerlin - (await dueAt())).toBe(4.75 * 3_600_000);
  });

  it('is not lost to a clock that was wrong for a while', async () => {
    await schedules.set(BAKERY, DAILY);
    const due = await dueAt();
    const now = bench.now;
    bench.now += 2000 * DAY_MS;
    await schedules.askForDue();
    bench.now = now;
    await schedules.reckonAnew();
    expect(await dueAt()).toBe(due);
    expect(await queue.claim()).not.toBeNull();
  });

  it('asks exactly once in each period, however irregularly the clock is looked at and the service is restarted', async () => {
    const anyRun = fc.record({
      every: fc.constantFrom(...everyNames),
      pauses: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 10, maxLength: 15 }),
    });
    await fc.assert(
      fc.asyncProperty(anyRun, async ({ every, pauses }) => {
        await schedules.set(BAKERY, { every, at: '02:30', day: 1, paused: false });
        const unit = {
          hour: 60_000,
          day: 20 * 60_000,
          week: 2 * 3_600_000,
          month: 8 * 3_600_000,
          quarter: DAY_MS,
        };
        for (const pause of pauses) {
          const due = await dueAt();
          bench.now += pause * unit[every];
          // Two that look at once, as two services would.
          await Promise.all([schedules.askForDue(), schedules.askForDue()]);
          const waiting = (await jobs()).filter(({ state }) => state === 'waiting');
          expect(waiting).toHaveLength(due <= bench.now ? 1 : 0);
          expect(await dueAt()).toBeGreaterThan(bench.now);
          await endWaiting();
        }
        await schedules.remove(BAKERY);
      }),
      { numRuns: 4 },
    );
  });
});
