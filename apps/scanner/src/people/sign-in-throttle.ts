import { RefusedError } from './refused-error.js';

/**
 * What attempts are counted by. `pair`: one person from one address. `device`: one person in a browser that she has
 * signed in with before. `person` and `address`: all attempts on her, and all from there.
 */
export type ThrottledBy = 'pair' | 'device' | 'person' | 'address';

export interface ThrottleKey {
  readonly by: ThrottledBy;
  readonly text: string;
}

interface Patience {
  /** Failures that cost nothing: people mistype. */
  readonly free: number;
  readonly longestWaitMs: number;
}

/**
 * `person` must not let an attack from many addresses stop her for long, and yet stay under a hundred guesses an hour
 * (ASVS 2.2.1): 30, then one a minute.
 */
const PATIENCE: Readonly<Record<ThrottledBy, Patience>> = {
  pair: { free: 5, longestWaitMs: 15 * 60_000 },
  device: { free: 10, longestWaitMs: 5 * 60_000 },
  person: { free: 30, longestWaitMs: 60_000 },
  address: { free: 30, longestWaitMs: 15 * 60_000 },
};

const FORGOTTEN_AFTER_MS = 3_600_000;
const MOST_REMEMBERED = 20_000;

interface Failures {
  readonly count: number;
  readonly waitUntil: number;
  readonly lastAt: number;
}

/** An attempt under way: already counted as a failure, so that many at once gain nothing. */
export interface Attempt {
  /** It was right: what was counted against this person here is forgotten. */
  succeeded(): void;
  /** It was neither right nor wrong. */
  undone(): void;
}

/** Delays that grow with each failure, in memory. What is asked while one must wait is refused unseen, and does not prolong the wait. */
export class SignInThrottle {
  private readonly failures = new Map<ThrottledBy, Map<string, Failures>>();

  constructor(private readonly now: () => Date) {}

  /** @throws RefusedError `too often`, with the seconds to wait */
  begin(keys: readonly ThrottleKey[]): Attempt {
    const now = this.now().getTime();
    const waitUntil = Math.max(...keys.map((key) => this.of(key, now).waitUntil));
    if (waitUntil > now) throw tooOften(Math.ceil((waitUntil - now) / 1000));
    const before = keys.map((key) => ({ key, failures: this.of(key, now) }));
    for (const { key, failures } of before) this.set(key, oneMore(failures, PATIENCE[key.by], now));
    return {
      succeeded: () => {
        for (const { key, failures } of before) {
          if (key.by === 'pair' || key.by === 'device') this.table(key).delete(key.text);
          else this.takeBack(key, failures, now);
        }
      },
      undone: () => {
        for (const { key, failures } of before) this.takeBack(key, failures, now);
      },
    };
  }

  /** Others may have failed since. */
  private takeBack(key: ThrottleKey, before: Failures, now: number): void {
    const { count, waitUntil, lastAt } = this.of(key, now);
    if (count === 0) return;
    const isAlone = count === before.count + 1;
    this.set(key, isAlone ? before : { count: count - 1, waitUntil, lastAt });
  }

  private of(key: ThrottleKey, now: number): Failures {
    const found = this.table(key).get(key.text);
    if (found !== undefined && found.lastAt > now - FORGOTTEN_AFTER_MS) return found;
    return { count: 0, waitUntil: 0, lastAt: 0 };
  }

  /** The one that was counted longest ago makes room: a flood of made-up persons must not fill the memory. */
  private set(key: ThrottleKey, failures: Failures): void {
    const table = this.table(key);
    table.delete(key.text);
    table.set(key.text, failures);
    const [oldest] = table.keys();
    if (table.size > MOST_REMEMBERED && oldest !== undefined) table.delete(oldest);
  }

  private table({ by }: ThrottleKey): Map<string, Failures> {
    const table = this.failures.get(by) ?? new Map<string, Failures>();
    this.failures.set(by, table);
    return table;
  }
}

function oneMore({ count }: Failures, { free, longestWaitMs }: Patience, now: number): Failures {
  const over = count + 1 - free;
  const waitMs = over < 0 ? 0 : Math.min(1000 * 2 ** over, longestWaitMs);
  return { count: count + 1, waitUntil: now + waitMs, lastAt: now };
}

function tooOften(seconds: number): RefusedError {
  return new RefusedError(
    'too often',
    'That was tried too often.',
    'Wait a little, then try again. If you have forgotten your password, ask an owner for a link to a new one.',
    seconds,
  );
}

/** An address as attempts are counted by: of IPv6 the network, because every home has 2^64 addresses. */
export function countedAddress(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length);
  const all = [...groups, ...Array.from({ length: missing }, () => '0'), ...(tail ?? '').split(':')];
  return all
    .slice(0, 4)
    .map((group) => (group === '' ? '0' : group.replace(/^0+(?=.)/u, '')))
    .join(':');
}
