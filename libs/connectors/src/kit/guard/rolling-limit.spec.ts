import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { RollingLimit } from './rolling-limit.js';

const { signal } = new AbortController();

/** When each of so many requests was sent, in real milliseconds. */
async function sendTimes(
  limit: RollingLimit,
  requests: number,
  answerMs: number,
): Promise<readonly number[]> {
  const at: number[] = [];
  const request = async (): Promise<void> => {
    at.push(performance.now());
    await sleep(answerMs);
  };
  await Promise.all(Array.from({ length: requests }, async () => limit.send(request, signal)));
  return at;
}

function spansOf(at: readonly number[], requests: number): readonly number[] {
  return at.slice(requests).map((one, nth) => one - (at[nth] ?? 0));
}

describe('a rolling limit', () => {
  it('counts a request until the span after its answer is over', async () => {
    const at = await sendTimes(new RollingLimit({ requests: 3, perMs: 60 }, { speed: 1 }), 7, 40);
    for (const span of spansOf(at, 3)) expect(span).toBeGreaterThanOrEqual(99);
  });

  it('counts a slow answer no longer than the longest way', async () => {
    const counting = { speed: 1, longestWayMs: 10 };
    const at = await sendTimes(new RollingLimit({ requests: 3, perMs: 60 }, counting), 7, 500);
    for (const span of spansOf(at, 3)) expect(span).toBeGreaterThanOrEqual(69);
    expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBeLessThan(500);
  });

  it('runs as fast as its clock', async () => {
    const at = await sendTimes(new RollingLimit({ requests: 2, perMs: 60_000 }, { speed: 1_000 }), 3, 0);
    expect(spansOf(at, 2)[0]).toBeGreaterThanOrEqual(59);
    expect(spansOf(at, 2)[0]).toBeLessThan(5_000);
  });
});
