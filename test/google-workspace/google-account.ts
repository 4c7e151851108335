import type { VendorSession } from '#connectors/contract/vendor-access.js';
import { googleWorkspaceConnector } from '#connectors/google-workspace/google-workspace.connector.js';
import { Guard } from '#connectors/kit/guard/guard.js';
import type { Pace } from '#connectors/kit/guard/waiting.js';
import { askedRights } from '#connectors/kit/oauth/asked-rights.js';
import { startVendors, type Vendors, type VendorsOptions } from '../vendors/start-vendors.js';

const { needed, optional } = askedRights(googleWorkspaceConnector);
/** What is asked for unless a person says otherwise. */
export const usualRights: readonly string[] = [...needed, ...optional];

export interface ScanSettings {
  readonly rights?: readonly string[];
  readonly signal?: AbortSignal;
  /** What the scan before kept. */
  readonly before?: unknown;
  readonly account?: string;
  readonly ownDomains?: readonly string[];
  readonly ownAddresses?: readonly string[];
  /** The vendor does not tell what it granted. */
  readonly isGrantUnknown?: boolean;
}

/** A simulated Google whose time stands still but for pauses, and sessions that read it through the real guard. */
export interface GoogleAccount extends AsyncDisposable {
  readonly vendors: Vendors;
  /** A new scan, with tokens of its own. */
  session(settings?: ScanSettings): VendorSession;
  /** What the last scan left for the next one, as it comes back from the database. */
  readonly kept: { memory: unknown };
  /** The access token of the last session. */
  readonly token: () => string;
}

export async function googleAccount(options: VendorsOptions = {}): Promise<GoogleAccount> {
  const vendors = await startVendors({
    size: 120,
    speed: 0,
    enforceLimits: false,
    vendors: ['google'],
    ...options,
  });
  const guards: Guard[] = [];
  const kept: { memory: unknown } = { memory: null };
  let lastToken = '';
  const pace: Pace = {
    speed: 1000,
    now: () => vendors.clock.now(),
    random: () => 1,
    wait: () => Promise.resolve(),
  };
  return {
    vendors,
    kept,
    token: () => lastToken,
    session({
      rights = usualRights,
      signal = new AbortController().signal,
      before = null,
      account,
      ownDomains = ['sweetcrumb.example'],
      ownAddresses = [],
      isGrantUnknown = false,
    } = {}) {
      const token = () => {
        lastToken = vendors.google.grant(rights, { access_type: 'offline' }).access.text;
        return Promise.resolve(lastToken);
      };
      const guard = new Guard(googleWorkspaceConnector, {
        credential: { token, renewed: token },
        simulatedOrigin: vendors.google.origin,
        signal,
        pace,
      });
      guards.push(guard);
      return {
        signal,
        system: 'office',
        ...(account !== undefined && { account }),
        vendor: guard,
        granted: isGrantUnknown ? null : new Set(rights),
        alsoRead: [],
        ownDomains,
        ownAddresses,
        memory: {
          before,
          keep(next) {
            kept.memory = JSON.parse(JSON.stringify(next)) as unknown;
          },
        },
        now: () => vendors.clock.date(),
      };
    },
    async [Symbol.asyncDispose]() {
      for (const guard of guards) guard.close();
      await vendors[Symbol.asyncDispose]();
    },
  };
}
