import type { LogMemory, VendorSession } from '#connectors/contract/vendor-access.js';
import { googleWorkspaceConnector } from '#connectors/google-workspace/google-workspace.connector.js';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { Guard } from '#connectors/kit/guard/guard.js';
import { rightsOf } from '#connectors/kit/oauth/asked-rights.js';
import { startVendors, type Vendors, type VendorsOptions } from '../vendors/start-vendors.js';

/** Every right but the one that the owner has to switch on. */
export const usualRights: readonly string[] = rightsOf(googleWorkspaceConnector)
  .filter(({ isOnlyIfChosen }) => !isOnlyIfChosen)
  .map(({ scope }) => scope);

/** A simulated Google with a session of our connector, as a scan would open one. */
export interface GoogleTrial extends AsyncDisposable {
  readonly vendors: Vendors;
  readonly session: VendorSession;
  /** What was kept of the log; null: nothing. */
  readonly kept: () => unknown;
}

export interface GoogleTrialOptions {
  readonly vendors?: VendorsOptions;
  readonly rights?: readonly string[];
  /** Who logs in; Maria, the super administrator, unless said. */
  readonly user?: string;
  readonly conditions?: readonly string[];
  /** What an earlier scan kept. */
  readonly before?: unknown;
  readonly account?: string;
  readonly signal?: AbortSignal;
}

/** Starts both; nobody waits for real, however long Google asks to. */
export async function googleTrial({
  vendors: options = {},
  rights = usualRights,
  user,
  conditions = [],
  before = null,
  account,
  signal = new AbortController().signal,
}: GoogleTrialOptions = {}): Promise<GoogleTrial> {
  const removeChokePoints = installChokePoints();
  const vendors = await startVendors({ vendors: ['google'], enforceLimits: false, speed: 0, ...options });
  const { google } = vendors;
  if (user !== undefined) google.consent.user = user;
  for (const condition of conditions) google.setCondition(condition);
  const issued = google.grant(rights, { access_type: 'offline' });
  const guard = new Guard(googleWorkspaceConnector, {
    credential: {
      token: () => Promise.resolve(issued.access.text),
      renewed: () => Promise.resolve(issued.access.text),
    },
    simulatedOrigin: google.origin,
    signal,
    pace: { speed: 1000, now: () => 0, random: () => 0, wait: () => Promise.resolve() },
  });
  let kept: unknown = null;
  const memory: LogMemory = {
    before,
    keep(next) {
      kept = JSON.parse(JSON.stringify(next)) as unknown;
    },
  };
  return {
    vendors,
    kept: () => kept,
    session: {
      signal,
      system: 'office',
      vendor: guard,
      granted: new Set(rights),
      alsoRead: [],
      ownDomains: ['sweetcrumb.example'],
      memory,
      now: () => vendors.clock.date(),
      ...(account !== undefined && { account }),
    },
    async [Symbol.asyncDispose]() {
      guard.close();
      await vendors[Symbol.asyncDispose]();
      removeChokePoints();
    },
  };
}
