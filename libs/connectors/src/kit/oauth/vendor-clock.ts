/** A difference that latency and rounding do not explain. */
const MOST_EXPLAINED_MS = 120_000;

/** By how many ms our clock is ahead of the vendor's, by the Date header of an answer; null if there is none. */
export function clockAheadMs(headers: Headers, now: Date): number | null {
  const theirs = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(theirs) ? null : now.getTime() - theirs;
}

/** Whether our clock is so far off that a person should know. */
export function isClockWrong(aheadMs: number | null): aheadMs is number {
  return aheadMs !== null && Math.abs(aheadMs) > MOST_EXPLAINED_MS;
}
