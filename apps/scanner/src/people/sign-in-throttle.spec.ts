import { beforeEach, describe, expect, it } from '@jest/globals';
import { countedAddress, SignInThrottle, type ThrottleKey } from './sign-in-throttle.js';

let now: Date;
let throttle: SignInThrottle;
beforeEach(() => {
  now = new Date('2026-11-23T10:00:00Z');
  throttle = new SignInThrottle(() => now);
});

const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
const from = (address: string, email = 'anna'): readonly ThrottleKey[] => [
  { by: 'pair', text: `${address} ${email}` },
  { by: 'person', text: email },
  { by: 'address', text: address },
];
const DEVICE: readonly ThrottleKey[] = [{ by: 'device', text: 'd anna' }];

/** Seconds that one has to wait; 0 if it was let try, and failed. */
function tried(keys: readonly ThrottleKey[]): number {
  try {
    throttle.begin(keys);
    return 0;
  } catch (error) {
    return (error as { retryAfterSeconds: number }).retryAfterSeconds;
  }
}

function failures(count: number, keys: (at: number) => readonly ThrottleKey[]): void {
  for (let at = 0; at < count; at += 1) expect(tried(keys(at))).toBe(0);
}

describe('failures of one person from one address', () => {
  it('cost nothing at first, then twice as long each time, a quarter of an hour at most', () => {
    failures(5, () => from('a'));
    const waits: number[] = [];
    for (let time = 0; time < 12; time += 1) {
      const seconds = tried(from('a'));
      waits.push(seconds);
      later(seconds);
      expect(tried(from('a'))).toBe(0);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  });

  it('are not made worse by trying while one must wait', () => {
    failures(5, () => from('a'));
    expect([tried(from('a')), tried(from('a')), tried(from('a'))]).toEqual([1, 1, 1]);
    later(1);
    expect(tried(from('a'))).toBe(0);
  });

  it('are forgotten when she gets in, and after an hour', () => {
    failures(4, () => from('a'));
    throttle.begin(from('a')).succeeded();
    failures(5, () => from('a'));
    expect(tried(from('a'))).toBe(1);
    later(3600);
    failures(5, () => from('a'));
  });

  it('do not concern others there, nor her elsewhere', () => {
    failures(5, () => from('a'));
    expect(tried(from('a'))).toBe(1);
    expect(tried(from('a', 'bob'))).toBe(0);
    expect(tried(from('b'))).toBe(0);
  });
});

describe('an attempt', () => {
  it('counts as failed while it is looked at, so that many at once gain nothing', () => {
    const attempts = Array.from({ length: 5 }, () => throttle.begin(from('a')));
    expect(tried(from('a'))).toBe(1);
    for (const attempt of attempts) attempt.undone();
    failures(5, () => from('a'));
  });

  it('that was neither right nor wrong forgives nothing', () => {
    failures(4, () => from('a'));
    throttle.begin(from('a')).undone();
    failures(1, () => from('a'));
    expect(tried(from('a'))).toBe(1);
  });

  it('that succeeds does not forgive what others did from that address', () => {
    failures(30, (at) => from('a', `guess ${at}`));
    expect(tried(from('a', 'mallory'))).toBe(1);
    later(1);
    throttle.begin(from('a', 'mallory')).succeeded();
    expect(tried(from('a', 'guess 31'))).toBe(0);
    expect(tried(from('a', 'guess 32'))).toBe(2);
  });
});

describe('an attack from many addresses', () => {
  it('makes fewer than a hundred guesses an hour on one person', () => {
    let guesses = 0;
    for (let second = 0; second < 3600; second += 1) {
      if (tried(from(`address ${second}`)) === 0) guesses += 1;
      later(1);
    }
    expect(guesses).toBeLessThan(100);
  });

  it('does not stop her in a browser that she has used before', () => {
    for (let at = 0; at < 1_000; at += 1) tried(from(`address ${at}`));
    expect(tried(from('her new phone'))).toBeGreaterThan(0);
    expect(tried(DEVICE)).toBe(0);
  });

  it('of made-up persons does not fill the memory', () => {
    for (let at = 0; at < 22_000; at += 1) tried([{ by: 'person', text: `made up ${at}` }]);
    const tables = (throttle as unknown as { failures: ReadonlyMap<string, ReadonlyMap<string, unknown>> })
      .failures;
    expect(tables.get('person')?.size).toBe(20_000);
  });
});

describe('an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:0DB8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s is counted as %s', (address, counted) => {
    expect(countedAddress(address)).toBe(counted);
  });
});
