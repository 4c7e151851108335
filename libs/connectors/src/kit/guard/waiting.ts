import { setTimeout as sleep } from 'node:timers/promises';

/** The clock a guard lives by. `speed` 1 is real time; a simulated vendor may run faster, and its guard with it. */
export interface Pace {
  readonly speed: number;
  readonly now: () => number;
  /** 0 to 1, for jitter. */
  readonly random: () => number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Real time, or that many times faster. */
export function paceOf(speed = 1): Pace {
  return {
    speed,
    now: Date.now,
    random: Math.random,
    wait: async (ms, signal) => {
      await sleep(ms / speed, undefined, { signal });
    },
  };
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** How long to wait before attempt `attempt` + 1 where the vendor does not say: doubled each time, half of it by chance. */
export function pauseMs(attempt: number, random: () => number): number {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
  return Math.round(pause / 2 + (random() * pause) / 2);
}

/**
 * What a Retry-After header says, in ms: seconds, or a date by the vendor's own clock (RFC 9110, 10.2.3). Null if it says
 * nothing, or a date without one to count from. Names of headers in lower case.
 */
export function retryAfterMs(headers: Readonly<Record<string, string>>): number | null {
  const value = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,6}$/u.test(value)) return Number(value) * 1_000;
  const span = Date.parse(value) - Date.parse(headers['date'] ?? '');
  return Number.isNaN(span) ? null : Math.max(0, span);
}
