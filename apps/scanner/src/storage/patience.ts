import { setTimeout as sleep } from 'node:timers/promises';
import { isBusy } from './storage-error.js';

/** In ms, as SQLite's own waiting has it; the last one goes on. */
const PAUSES = [1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50, 100];

/**
 * How long work waits for another process that holds the lock of the database. It is tried again and again, and
 * between two tries this process does other things.
 */
export class Patience {
  constructor(private readonly totalMs: number) {}

  /** What `attempt` gives once the database is free. Throws its error when patience is over, or at once if it is another one. */
  async whileBusy<T>(attempt: () => Promise<T>): Promise<T> {
    const givesUpAt = performance.now() + this.totalMs;
    for (let tries = 0; ; tries += 1) {
      try {
        return await attempt();
      } catch (error) {
        const left = givesUpAt - performance.now();
        if (left <= 0 || !isBusy(error)) throw error;
        await sleep(Math.min(left, PAUSES[tries] ?? PAUSES.at(-1) ?? 0));
      }
    }
  }
}
