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
    const at = await sendTimes(new RollingLimit(3, 60), 7, 40);
    for (const span of spansOf(at, 3)) expect(span).toBeGreaterThanOrEqual(99);
  });
});
