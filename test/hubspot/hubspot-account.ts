import type { VendorSession } from '#connectors/contract/vendor-access.js';
import { hubspotConnector } from '#connectors/hubspot/hubspot.connector.js';
import { type Credential, Guard } from '#connectors/kit/guard/guard.js';
import type { Pace } from '#connectors/kit/guard/waiting.js';
import { startVendors, type Vendors, type VendorsOptions } from '../vendors/start-vendors.js';

/** A simulated HubSpot whose time stands still but for pauses, and a session that reads it through the real guard. */
export interface HubspotAccount extends AsyncDisposable {
  readonly vendors: Vendors;
  /** A new scan: a guard of its own, a minute after the one before. Without a key: the one that may read everything. */
  session(settings?: ScanSettings): VendorSession;
  /** What the last scan left for the next one. */
  readonly kept: { memory: unknown };
}

interface ScanSettings {
  readonly credential?: Credential;
  readonly signal?: AbortSignal;
  readonly alsoRead?: readonly string[];
  readonly before?: unknown;
}

export async function hubspotAccount(options: VendorsOptions = {}): Promise<HubspotAccount> {
  const vendors = await startVendors({ size: 120, speed: 0, vendors: ['hubspot'], ...options });
  const guards: Guard[] = [];
  const kept: { memory: unknown } = { memory: null };
  const pace: Pace = {
    speed: 1,
    now: () => vendors.clock.now(),
    random: () => 1,
    wait: (ms) => {
      vendors.clock.advance(ms);
      return Promise.resolve();
    },
  };
  return {
    vendors,
    kept,
    session({ credential, signal = new AbortController().signal, alsoRead = [], before = null } = {}) {
      vendors.clock.advance(60_000);
      const guard = new Guard(hubspotConnector, {
        credential: credential ?? keyCredential(vendors.hubspot.key),
        simulatedOrigin: vendors.hubspot.origin,
        signal,
        pace,
      });
      guards.push(guard);
      return {
        signal,
        system: 'crm',
        vendor: guard,
        granted: null,
        alsoRead,
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

/** A key that can not be renewed. */
export function keyCredential(key: string): Credential {
  return { token: () => Promise.resolve(key), renewed: () => Promise.resolve(key) };
}
