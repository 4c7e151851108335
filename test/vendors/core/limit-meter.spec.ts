import { describe, expect, it } from '@jest/globals';
import { LimitMeter } from './limit-meter.js';
import { emptyAnswer } from './simulated-answer.js';
import type { PublishedLimit, SimulatedRequest } from './simulated-vendor.js';

const HOUR = 3_600_000;

function request(path: string): SimulatedRequest {
  return {
    method: 'GET',
    host: '',
    path,
    query: new URLSearchParams(),
    headers: {},
    body: '',
    parameters: {},
    token: null,
  };
}

function limit(more: Partial<PublishedLimit>): PublishedLimit {
  return {
    id: 'a limit',
    requests: 2,
    perMs: 1000,
    window: 'rolling',
    appliesTo: () => true,
    key: ({ path }) => path,
    tooMany: () => emptyAnswer(429),
    ...more,
  };
}

function passes(meter: LimitMeter, path: string, now: number): boolean {
  return meter.take(request(path), now).exceeded === null;
}

describe('a limit', () => {
  it('that rolls looks at the time before each request, and counts no request that was turned away', () => {
    const meter = new LimitMeter([limit({})]);
    expect([0, 600, 900, 999].map((now) => passes(meter, '/a', now))).toEqual([true, true, false, false]);
    expect(meter.take(request('/a'), 999).exceeded?.freeInMs).toBe(1);
    expect([1000, 1001, 1600].map((now) => passes(meter, '/a', now))).toEqual([true, false, true]);
  });

  it('that is fixed starts anew at midnight of its zone', () => {
    const meter = new LimitMeter([limit({ window: 'fixed', perMs: 24 * HOUR, offsetMs: -5 * HOUR })]);
    const midnight = 24 * HOUR + 5 * HOUR;
    const before = [2, 1, 0].map((hours) => passes(meter, '/a', midnight - 1 - hours * HOUR));
    expect(before).toEqual([true, true, false]);
    expect(meter.take(request('/a'), midnight - 1).exceeded?.freeInMs).toBe(1);
    expect(passes(meter, '/a', midnight)).toBe(true);
  });

  it('is counted by key, and by what a request costs', () => {
    const meter = new LimitMeter([limit({ requests: 5, cost: ({ path }) => (path === '/a' ? 3 : 1) })]);
    expect(['/a', '/a', '/b'].map((path) => passes(meter, path, 0))).toEqual([true, false, true]);
  });

  it('leaves the others alone when one has no room', () => {
    const narrow = limit({ id: 'narrow', requests: 1 });
    const wide = limit({ id: 'wide', requests: 2, key: () => 'all' });
    const meter = new LimitMeter([narrow, wide]);
    expect(['/a', '/a', '/b', '/c'].map((path) => passes(meter, path, 0))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});
