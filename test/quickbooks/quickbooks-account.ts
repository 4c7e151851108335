import type { VendorSession } from '#connectors/contract/vendor-access.js';
import { type Credential, Guard } from '#connectors/kit/guard/guard.js';
import type { Pace } from '#connectors/kit/guard/waiting.js';
import { quickbooksConnector } from '#connectors/quickbooks/quickbooks.connector.js';
import { ACCOUNTING_SCOPE, REALM_ID } from '../vendors/quickbooks/quickbooks-ids.js';
import { startVendors, type Vendors, type VendorsOptions } from '../vendors/start-vendors.js';

/** A simulated QuickBooks whose time stands still but for pauses, and a session that reads it through the real guard. */
export interface QuickbooksAccount extends AsyncDisposable {
  readonly vendors: Vendors;
  /** A new scan: a guard of its own, a minute after the one before, with a token of its own unless one is given. */
  session(settings?: ScanSettings): VendorSession;
  /** The access tokens that were handed out: secrets. */
  readonly tokens: readonly string[];
}

interface ScanSettings {
  readonly credential?: Credential;
  readonly signal?: AbortSignal;
  readonly alsoRead?: readonly string[];
  readonly account?: string | null;
}

export async function quickbooksAccount(options: VendorsOptions = {}): Promise<QuickbooksAccount> {
  const vendors = await startVendors({ size: 120, speed: 0, vendors: ['quickbooks'], ...options });
  const guards: Guard[] = [];
  const tokens: string[] = [];
  const pace: Pace = {
    speed: 1,
    now: () => vendors.clock.now(),
    random: () => 1,
    wait: (ms) => {
      vendors.clock.advance(ms);
      return Promise.resolve();
    },
  };
  const newToken = (): Promise<string> => {
    const { access } = vendors.quickbooks.grant([ACCOUNTING_SCOPE]);
    tokens.push(access.text);
    return Promise.resolve(access.text);
  };
  return {
    vendors,
    tokens,
    session({ credential, signal = new AbortController().signal, alsoRead = [], account = REALM_ID } = {}) {
      vendors.clock.advance(60_000);
      const guard = new Guard(
        { ...quickbooksConnector, rateLimit: UNHURRIED },
        {
          credential: credential ?? { token: newToken, renewed: newToken },
          simulatedOrigin: vendors.quickbooks.origin,
          signal,
          pace,
        },
      );
      guards.push(guard);
      return {
        signal,
        system: 'books',
        ...(account !== null && { account }),
        vendor: guard,
        granted: null,
        alsoRead,
        ownDomains: ['sweetcrumb.example'],
        memory: { before: null, keep: () => undefined },
        now: () => vendors.clock.date(),
      };
    },
    async [Symbol.asyncDispose]() {
      for (const guard of guards) guard.close();
      await vendors[Symbol.asyncDispose]();
    },
  };
}

/** Real seconds would pass while simulated time stands still: the vendor's own limit is off with it. */
const UNHURRIED = { requests: 10_000, perMs: 1_000, concurrency: 4 };
