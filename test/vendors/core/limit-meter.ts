import type { LimitState, PublishedLimit, SimulatedRequest } from './simulated-vendor.js';

/** What the meter says of one request. */
export interface Metered {
  /** The limit that has no room for it; null: it may pass, and was counted. */
  readonly exceeded: LimitState | null;
  /** All limits that apply to it, as they stand now. */
  readonly states: readonly LimitState[];
}

/** Counts requests against a vendor's published limits. A request that is turned away is not counted. */
export class LimitMeter {
  private readonly limits: readonly PublishedLimit[];
  private readonly used = new Map<string, Usage>();

  constructor(limits: readonly PublishedLimit[]) {
    this.limits = limits;
  }

  take(request: SimulatedRequest, now: number): Metered {
    const applying = this.limits
      .filter((limit) => limit.appliesTo(request))
      .map((limit) => ({ limit, usage: this.usageOf(limit, request), cost: limit.cost?.(request) ?? 1 }));
    const full = applying.find(({ limit, usage, cost }) => usage.units(now) + cost > limit.requests);
    if (full === undefined) for (const { usage, cost } of applying) usage.add(now, cost);
    return {
      exceeded: full === undefined ? null : stateOf(full.limit, full.usage, now),
      states: applying.map(({ limit, usage }) => stateOf(limit, usage, now)),
    };
  }

  private usageOf(limit: PublishedLimit, request: SimulatedRequest): Usage {
    const key = `${limit.id}\n${limit.key(request)}`;
    const known = this.used.get(key);
    if (known !== undefined) return known;
    const usage = limit.window === 'rolling' ? new RollingUsage(limit.perMs) : new FixedUsage(limit);
    this.used.set(key, usage);
    return usage;
  }
}

function stateOf(limit: PublishedLimit, usage: Usage, now: number): LimitState {
  const remaining = Math.max(0, limit.requests - usage.units(now));
  return { limit, remaining, freeInMs: remaining > 0 ? 0 : usage.freeInMs(now) };
}

interface Usage {
  units(now: number): number;
  add(now: number, cost: number): void;
  /** Until something of it is free again. */
  freeInMs(now: number): number;
}

class RollingUsage implements Usage {
  private readonly perMs: number;
  private taken: { readonly at: number; readonly cost: number }[] = [];
  private first = 0;
  private sum = 0;

  constructor(perMs: number) {
    this.perMs = perMs;
  }

  units(now: number): number {
    let oldest = this.taken[this.first];
    while (oldest !== undefined && oldest.at <= now - this.perMs) {
      this.sum -= oldest.cost;
      this.first += 1;
      oldest = this.taken[this.first];
    }
    // Forgotten in one go, so that a busy minute costs no copy per request.
    if (this.first > 1000) {
      this.taken = this.taken.slice(this.first);
      this.first = 0;
    }
    return this.sum;
  }

  add(now: number, cost: number): void {
    this.taken.push({ at: now, cost });
    this.sum += cost;
  }

  freeInMs(now: number): number {
    const oldest = this.taken[this.first];
    return oldest === undefined ? 0 : Math.max(0, oldest.at + this.perMs - now);
  }
}

class FixedUsage implements Usage {
  private readonly limit: PublishedLimit;
  private window = Number.NaN;
  private sum = 0;

  constructor(limit: PublishedLimit) {
    this.limit = limit;
  }

  units(now: number): number {
    const window = this.windowOf(now);
    if (window !== this.window) {
      this.window = window;
      this.sum = 0;
    }
    return this.sum;
  }

  add(_now: number, cost: number): void {
    this.sum += cost;
  }

  freeInMs(now: number): number {
    const { perMs, offsetMs = 0 } = this.limit;
    return (this.windowOf(now) + 1) * perMs - offsetMs - now;
  }

  private windowOf(now: number): number {
    const { perMs, offsetMs = 0 } = this.limit;
    return Math.floor((now + offsetMs) / perMs);
  }
}
