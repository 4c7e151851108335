import { setTimeout as sleep } from 'node:timers/promises';

/** All places are taken by requests that wait for their answers: looked at again after this. */
const UNTIL_AN_ANSWER_MS = 10;

/**
 * So many requests in any span of `perMs`, as the vendor counts them. It counts a request when it arrives, which is some
 * time between sending it and its answer: so each takes its place from when it is sent until `perMs` after its answer.
 * No more may be under way at once than fit into one span. Times are real milliseconds.
 */
export class RollingLimit {
  private underWay = 0;
  /** Oldest first. */
  private readonly answeredAt: number[] = [];

  constructor(
    private readonly requests: number,
    private readonly perMs: number,
  ) {}

  /** Sends as soon as one more fits. Throws if the signal aborts while it waits. */
  async send<T>(request: () => Promise<T>, signal: AbortSignal): Promise<T> {
    for (let pause = this.untilOneFits(); pause > 0; pause = this.untilOneFits()) {
      await sleep(pause, undefined, { signal });
    }
    this.underWay += 1;
    try {
      return await request();
    } finally {
      this.underWay -= 1;
      this.answeredAt.push(performance.now());
    }
  }

  private untilOneFits(): number {
    const now = performance.now();
    while ((this.answeredAt[0] ?? now) <= now - this.perMs) this.answeredAt.shift();
    const [oldest] = this.answeredAt;
    if (this.underWay + this.answeredAt.length < this.requests) return 0;
    if (oldest === undefined) return UNTIL_AN_ANSWER_MS;
    return Math.max(1, Math.ceil(oldest + this.perMs - now));
  }
}
