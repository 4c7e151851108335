import { setTimeout as sleep } from 'node:timers/promises';
import type { Limit } from '../../contract/connector.js';

/** How a request's place in a limit is counted. */
export interface Counting {
  /** Of the clock: 1 is real time. */
  readonly speed: number;
  /** How long a request is on its way to the vendor at most, in ms of that clock; as long as its answer takes unless given. */
  readonly longestWayMs?: number;
}

/** All places are taken by requests that wait for their answers: looked at again after this. */
const UNTIL_AN_ANSWER_MS = 10;

interface Place {
  /** Real milliseconds; not before its answer: infinite. */
  takenUntil: number;
}

/**
 * So many requests in any span of `perMs`, as the vendor counts them. It counts a request when it arrives, which is some
 * time between sending it and its answer: so each takes its place from when it is sent until `perMs` after its answer, or
 * after the longest way. No more may be under way at once than fit into one span.
 */
export class RollingLimit {
  private readonly requests: number;
  private readonly perMs: number;
  private readonly longestWayMs: number;
  private places: Place[] = [];

  constructor({ requests, perMs }: Limit, { speed, longestWayMs = Number.POSITIVE_INFINITY }: Counting) {
    this.requests = requests;
    this.perMs = perMs / speed;
    this.longestWayMs = longestWayMs / speed;
  }

  /** Sends as soon as one more fits. Throws if the signal aborts while it waits. */
  async send<T>(request: () => Promise<T>, signal: AbortSignal): Promise<T> {
    for (let pause = this.untilOneFits(); pause > 0; pause = this.untilOneFits()) {
      await sleep(pause, undefined, { signal });
    }
    const place: Place = { takenUntil: performance.now() + this.longestWayMs + this.perMs };
    this.places.push(place);
    try {
      return await request();
    } finally {
      place.takenUntil = Math.min(place.takenUntil, performance.now() + this.perMs);
    }
  }

  private untilOneFits(): number {
    const now = performance.now();
    this.places = this.places.filter(({ takenUntil }) => takenUntil > now);
    if (this.places.length < this.requests) return 0;
    const first = Math.min(...this.places.map(({ takenUntil }) => takenUntil));
    return first === Number.POSITIVE_INFINITY ? UNTIL_AN_ANSWER_MS : Math.max(1, Math.ceil(first - now));
  }
}
