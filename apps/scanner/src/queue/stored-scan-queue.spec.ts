import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { BAKERY, DEAD, ELSEWHERE, MILL, NEIGHBOUR, QueueBench } from './queue.spec-builders.js';
import type { ClaimedJob } from './scan-job.js';
import type { StoredScanQueue } from './stored-scan-queue.js';

let bench: QueueBench;
let queue: StoredScanQueue;
beforeAll(async () => {
  bench = await QueueBench.open();
});
afterAll(async () => bench.close());
beforeEach(async () => {
  await bench.reset();
  queue = bench.queue();
});

const NOBODY = new Set<string>();

async function asked(organization = BAKERY) {
  return queue.enqueue({ organization, cause: 'manual', askedBy: 'maria@sweetcrumb.example' });
}

async function claimed(by = queue): Promise<ClaimedJob> {
  const job = await by.claim();
  if (job === null) throw new Error('nothing could be claimed');
  return job;
}

async function stateOf({ id }: { readonly id: string }, organization = BAKERY) {
  return (await queue.find(organization, id))?.state;
}

describe('a scan that is asked for', () => {
  it('waits, is claimed once, and becomes the scan that it is finished with', async () => {
    const { id } = await asked();
    const job = await claimed();
    expect([job.id, job.attempt, await queue.claim()]).toEqual([id, 1, null]);
    await inTransaction(bench.dataSource, (manager) => queue.finish(manager, job, 'scan 1'));
    expect(await queue.find(BAKERY, id)).toMatchObject({ state: 'done', scan: 'scan 1', attempt: 1 });
  });

  it('is joined by a second wish while it waits, and followed by it while it runs', async () => {
    const first = await asked();
    expect((await asked()).id).toBe(first.id);
    const job = await claimed();
    const second = await asked();
    expect(second.id).not.toBe(first.id);
    expect(await queue.claim()).toBeNull();
    await queue.fail(job, { message: 'It failed.', step: 'Do something.', actor: 'user' });
    expect((await claimed()).id).toBe(second.id);
  });

  it('does not wait for another organization, and nobody sees it there', async () => {
    const { id } = await asked(BAKERY);
    bench.now += 1;
    await asked(MILL);
    expect((await claimed()).organization).toBe(BAKERY);
    expect((await claimed()).organization).toBe(MILL);
    expect(await queue.find(MILL, id)).toBeNull();
    expect(await queue.cancel(MILL, id)).toBeNull();
    expect(await queue.list(MILL, 10)).toHaveLength(1);
  });

  it('is asked for only if the transaction around it commits', async () => {
    const work = inTransaction(bench.dataSource, async (manager) => {
      await queue.enqueue({ organization: BAKERY, cause: 'schedule', askedBy: null }, manager);
      throw new RangeError('roll back');
    });
    await expect(work).rejects.toThrow(RangeError);
    expect(await queue.list(BAKERY, 10)).toEqual([]);
  });
});

describe('a job that is cancelled', () => {
  it('never begins if it waits', async () => {
    const job = await asked();
    expect((await queue.cancel(BAKERY, job.id))?.state).toBe('cancelled');
    expect(await queue.claim()).toBeNull();
  });

  it('is told so at its next heartbeat if it runs, and stays done if it was done before', async () => {
    await asked();
    const job = await claimed();
    expect(await queue.beat(job)).toBe('go on');
    await queue.cancel(BAKERY, job.id);
    expect(await queue.beat(job)).toBe('stop');
    await inTransaction(bench.dataSource, (manager) => queue.finish(manager, job, 'scan 1'));
    expect((await queue.cancel(BAKERY, job.id))?.state).toBe('done');
  });
});

describe('a job of a process that is gone', () => {
  it.each([
    ['is known dead on this machine', DEAD, 0, 1],
    ['lives', NEIGHBOUR, 44_000, 0],
    ['lives and has been silent for long', NEIGHBOUR, 46_000, 1],
    ['is on another machine', ELSEWHERE, 44_000, 0],
    ['is on another machine and has been silent for long', ELSEWHERE, 46_000, 1],
  ])('waits again where the process %s', async (_, process, silentMs, recovered) => {
    await asked();
    const job = await claimed(bench.queue(process));
    bench.now += silentMs;
    expect(await queue.recover(NOBODY)).toBe(recovered);
    expect(await stateOf(job)).toBe(recovered === 1 ? 'waiting' : 'running');
  });

  it('is not taken from who is known to have it in hand', async () => {
    await asked();
    const job = await claimed();
    bench.now += 3_600_000;
    expect(await queue.recover(new Set([job.claim]))).toBe(0);
  });

  it('can not be finished any more by who lost it: nothing is stored twice', async () => {
    await asked();
    const lost = await claimed(bench.queue(DEAD));
    await queue.recover(NOBODY);
    const again = await claimed();
    expect(again.attempt).toBe(1);
    expect(await queue.beat(lost)).toBe('lost');
    const late = inTransaction(bench.dataSource, (manager) => queue.finish(manager, lost, 'scan 1'));
    await expect(late).rejects.toThrow('somebody else');
    await queue.fail(lost, { message: 'Late.', step: 'None.', actor: 'us' });
    expect(await stateOf(again)).toBe('running');
  });

  it('is cancelled if somebody wished so before', async () => {
    await asked();
    const job = await claimed(bench.queue(DEAD));
    await queue.cancel(BAKERY, job.id);
    await queue.recover(NOBODY);
    expect(await stateOf(job)).toBe('cancelled');
  });
});

describe('a job that is put back', () => {
  it('is not begun before its pause is over', async () => {
    await asked();
    await queue.putBack(await claimed(), { afterMs: 30_000, blameless: false });
    bench.now += 29_999;
    expect(await queue.claim()).toBeNull();
    bench.now += 1;
    expect((await claimed()).attempt).toBe(2);
  });

  it('is cancelled if somebody wished so meanwhile', async () => {
    await asked();
    const job = await claimed();
    await queue.cancel(BAKERY, job.id);
    await queue.putBack(job, { afterMs: 0, blameless: true });
    expect(await stateOf(job)).toBe('cancelled');
  });

  it('loses no attempt to a stop of the service', async () => {
    await asked();
    await queue.putBack(await claimed(), { afterMs: 0, blameless: true });
    expect((await claimed()).attempt).toBe(1);
  });
});

describe('the list of jobs', () => {
  it('has the newest first, goes on where it ended, and forgets what is long over', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      const { id } = await asked();
      ids.unshift(id);
      await queue.cancel(BAKERY, id);
      if (count % 2 === 0) bench.now += 1000;
    }
    const first = await queue.list(BAKERY, 2);
    const rest = await queue.list(BAKERY, 10, first.at(-1));
    const listed = [...first, ...rest].map(({ id }) => id);
    expect(new Set(listed)).toEqual(new Set(ids));
    expect(listed).toHaveLength(5);
    bench.now += 401 * 86_400_000;
    const { id } = await asked();
    expect((await queue.list(BAKERY, 10)).map((job) => job.id)).toEqual([id]);
  });
});
