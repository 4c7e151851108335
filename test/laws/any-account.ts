import type { VendorSession } from '#connectors/contract/vendor-access.js';
import { Guard } from '#connectors/kit/guard/guard.js';
import { askedRights } from '#connectors/kit/oauth/asked-rights.js';
import type { AnyVendorConnector } from '#connectors/registry.js';
import type { VendorId } from '../vendors/core/simulated-vendor.js';
import { startVendors, type Vendors } from '../vendors/start-vendors.js';

/** Whichever simulated vendor with whichever connector; nobody waits for real, and what hangs is given up soon. */
export interface AnyAccount extends AsyncDisposable {
  readonly vendors: Vendors;
  /** A new scan, by a sign-in of its own with every right that is asked for unless a person says otherwise. */
  session(settings?: SecondScan): VendorSession;
  /** What the last scan left for the next one. */
  readonly kept: { memory: unknown };
  /** The token of the last session: it may be nowhere in what a scan tells. */
  readonly token: () => string;
}

/** What is known from the scans before. */
export interface SecondScan {
  readonly account?: string;
  readonly before?: unknown;
  /** How much sooner than usual an answer that does not come is given up. */
  readonly speed?: number;
}

/** `conditions` of the account, by the simulated vendor's own names. */
export async function anyAccount(
  connector: AnyVendorConnector,
  vendor: VendorId,
  conditions: readonly string[] = [],
): Promise<AnyAccount> {
  const { needed, optional } = askedRights(connector);
  const vendors = await startVendors({
    size: 110,
    speed: 0,
    vendors: [vendor],
    enforceLimits: false,
    recordAnswers: true,
  });
  for (const condition of conditions) vendors.get(vendor).setCondition(condition);
  const guards: Guard[] = [];
  const kept: { memory: unknown } = { memory: null };
  let token = '';
  return {
    vendors,
    token: () => token,
    kept,
    session({ account, before = null, speed = 20 } = {}) {
      const { signal } = new AbortController();
      const { access } = vendors.get(vendor).grant([...needed, ...optional], { access_type: 'offline' });
      token = access.text;
      const guard = new Guard(connector, {
        credential: {
          token: async () => Promise.resolve(access.text),
          renewed: async () => Promise.resolve(access.text),
        },
        simulatedOrigin: vendors.get(vendor).origin,
        signal,
        pace: {
          speed,
          now: () => vendors.clock.now(),
          random: () => 1,
          wait: async () => Promise.resolve(),
        },
      });
      guards.push(guard);
      return {
        signal,
        system: 'tool',
        ...(account !== undefined && { account }),
        vendor: guard,
        granted: new Set([...needed, ...optional]),
        alsoRead: [],
        ownDomains: ['sweetcrumb.example'],
        memory: { before, keep: (next) => (kept.memory = next) },
        now: () => vendors.clock.date(),
      };
    },
    async [Symbol.asyncDispose]() {
      for (const guard of guards) guard.close();
      await vendors[Symbol.asyncDispose]();
    },
  };
}
