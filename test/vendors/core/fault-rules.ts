import { Random } from '#scanner/example/random.js';
import type { Fault, FaultRule } from './fault.js';
import type { SimulatedRequest, VendorId } from './simulated-vendor.js';

type Asked = Pick<SimulatedRequest, 'method' | 'path' | 'query'>;

interface ActiveRule {
  readonly rule: FaultRule;
  readonly random: Random;
  matched: number;
  done: number;
}

/** The faults that are switched on. The same rules and requests give the same faults in every run. */
export class FaultRules {
  private readonly seed: number;
  private rules: ActiveRule[] = [];

  constructor(seed: number) {
    this.seed = seed;
  }

  /** Gives a function that takes the rule back. */
  add(rule: FaultRule): () => void {
    const active = { rule, random: new Random(this.seed, `fault ${this.rules.length}`), matched: 0, done: 0 };
    this.rules.push(active);
    return () => {
      this.rules = this.rules.filter((one) => one !== active);
    };
  }

  clear(): void {
    this.rules = [];
  }

  /** What goes wrong with this request; the first rule that is due wins, all that match are counted. */
  faultFor(vendor: VendorId, request: Asked): Fault | null {
    let found: Fault | null = null;
    for (const active of this.rules) {
      if (!matches(active.rule, vendor, request)) continue;
      active.matched += 1;
      if (found !== null || !isDue(active)) continue;
      active.done += 1;
      found = active.rule.do;
    }
    return found;
  }
}

function matches(rule: FaultRule, vendor: VendorId, { method, path, query }: Asked): boolean {
  const { query: asked } = rule;
  return (
    rule.vendor === vendor &&
    (rule.method === undefined || rule.method === method) &&
    (rule.path === undefined || path.search(rule.path) >= 0) &&
    (asked === undefined || [...query].some(([name, value]) => `${name}=${value}`.search(asked) >= 0))
  );
}

function isDue({ rule, random, matched, done }: ActiveRule): boolean {
  const { nth, every, share, times } = rule;
  if (times !== undefined && done >= times) return false;
  if (nth !== undefined && matched !== nth) return false;
  if (every !== undefined && matched % every !== 0) return false;
  return share === undefined || random.chance(share);
}
