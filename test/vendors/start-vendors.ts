import type { BakeryState } from '#scanner/example/setting.js';
import { BAKERY_SEED, seededBakery } from './bakery/seeded-bakery.js';
import type { SimulatedBakery } from './bakery/simulated-bakery.js';
import type { FaultRule } from './core/fault.js';
import { FaultRules } from './core/fault-rules.js';
import type { RecordedExchange } from './core/recorded-exchange.js';
import { Recorder } from './core/recorder.js';
import { RunningVendor } from './core/running-vendor.js';
import { SimulatedClock } from './core/simulated-clock.js';
import type { BuildVendor, VendorId } from './core/simulated-vendor.js';
import { vendorBuilders, type VendorSizes } from './vendor-builders.js';

export interface VendorsOptions extends VendorSizes {
  /** Same seed, same bakery, tokens and faults. */
  readonly seed?: number;
  /** How many customers the bakery has: 50 to a million. */
  readonly size?: number;
  readonly state?: BakeryState;
  /** The first simulated instant, ISO 8601. */
  readonly now?: string;
  /** How much faster the simulated clock runs; 0: it stands still but for `clock.advance`. */
  readonly speed?: number;
  /** Or a clock that others share. */
  readonly clock?: SimulatedClock;
  /** Simulated time between a request and its answer. */
  readonly latencyMs?: number;
  readonly enforceLimits?: boolean;
  /** Also keep the bodies of answers: for conformance, not for large accounts. */
  readonly recordAnswers?: boolean;
  readonly vendors?: readonly VendorId[];
  /** Other vendors than those of vendor-builders.ts. */
  readonly builders?: readonly (readonly [VendorId, BuildVendor])[];
  /** Fixed ports by vendor; any free one unless given. */
  readonly ports?: Partial<Record<VendorId, number>>;
}

/** The vendors while they run. Dispose of it, and they are gone. */
export class Vendors implements AsyncDisposable {
  readonly clock: SimulatedClock;
  readonly bakery: SimulatedBakery;
  /** What can be changed while they run. */
  readonly settings: { latencyMs: number; enforceLimits: boolean };
  private readonly running: ReadonlyMap<VendorId, RunningVendor>;
  private readonly recorder: Recorder;
  private readonly faults: FaultRules;

  constructor(parts: {
    clock: SimulatedClock;
    bakery: SimulatedBakery;
    settings: { latencyMs: number; enforceLimits: boolean };
    running: ReadonlyMap<VendorId, RunningVendor>;
    recorder: Recorder;
    faults: FaultRules;
  }) {
    this.clock = parts.clock;
    this.bakery = parts.bakery;
    this.settings = parts.settings;
    this.running = parts.running;
    this.recorder = parts.recorder;
    this.faults = parts.faults;
  }

  get all(): readonly RunningVendor[] {
    return [...this.running.values()];
  }

  /** Throws if the vendor was not started. */
  get(id: VendorId): RunningVendor {
    const found = this.running.get(id);
    if (found === undefined) throw new Error(`The simulated vendor ${id} was not started.`);
    return found;
  }

  get hubspot(): RunningVendor {
    return this.get('hubspot');
  }

  get google(): RunningVendor {
    return this.get('google');
  }

  get quickbooks(): RunningVendor {
    return this.get('quickbooks');
  }

  get mailchimp(): RunningVendor {
    return this.get('mailchimp');
  }

  /** The start-up settings that point Plumbline here. */
  get environment(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.all.map(({ variable, origin }) => [variable, origin]));
  }

  /** Every request since the start or the last `clearExchanges`, oldest first. */
  get exchanges(): readonly RecordedExchange[] {
    return this.recorder.exchanges;
  }

  clearExchanges(): void {
    this.recorder.clear();
  }

  /** All exchanges, one a line, as JSON. */
  exchangesAsLines(): string {
    return this.recorder.asLines();
  }

  /** Switches a fault on; gives a function that switches it off. */
  addFault(rule: FaultRule): () => void {
    return this.faults.add(rule);
  }

  clearFaults(): void {
    this.faults.clear();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.all.map(async (vendor) => vendor.close()));
  }
}

/** Starts simulated vendors in this process, each on its own port of 127.0.0.1. */
export async function startVendors({
  seed = BAKERY_SEED,
  size = 120,
  state = 'first',
  hubspot = {},
  google = {},
  mailchimp = {},
  quickbooks = {},
  now = '2026-11-23T12:00:00Z',
  speed = 1,
  clock = new SimulatedClock(now, speed),
  latencyMs = 0,
  enforceLimits = true,
  recordAnswers = false,
  vendors,
  builders = vendorBuilders({ hubspot, google, mailchimp, quickbooks }),
  ports = {},
}: VendorsOptions = {}): Promise<Vendors> {
  const bakery = seededBakery({ seed, size, state, today: clock.date().toISOString().slice(0, 10) });
  const settings = { latencyMs, enforceLimits };
  const recorder = new Recorder(recordAnswers);
  const faults = new FaultRules(seed);
  const running = new Map<VendorId, RunningVendor>();
  for (const [id, build] of builders) {
    if (vendors?.includes(id) === false) continue;
    const vendor = new RunningVendor({ id, build, seed, bakery, clock, settings, recorder, faults });
    await vendor.open(ports[id] ?? 0);
    running.set(id, vendor);
  }
  return new Vendors({ clock, bakery, settings, running, recorder, faults });
}
