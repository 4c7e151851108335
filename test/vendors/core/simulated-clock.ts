/** What time it is for a simulated vendor, in milliseconds since 1970. Hand it to whoever must agree on the time. */
export class SimulatedClock {
  readonly speed: number;
  private readonly start: number;
  private readonly started = performance.now();
  private skipped = 0;

  /** `start` is the first instant (ISO 8601); at `speed` 60 a real second is a simulated minute, at 0 time stands still. */
  constructor(start: string, speed = 1) {
    this.start = Date.parse(start);
    this.speed = speed;
  }

  now(): number {
    return this.start + this.skipped + (performance.now() - this.started) * this.speed;
  }

  date(): Date {
    return new Date(this.now());
  }

  /** Lets simulated time pass at once: tokens expire, limits are free again. */
  advance(milliseconds: number): void {
    this.skipped += milliseconds;
  }

  /** How long to really wait for that much simulated time; none where time stands still. */
  realMilliseconds(simulated: number): number {
    return this.speed === 0 ? 0 : simulated / this.speed;
  }
}
