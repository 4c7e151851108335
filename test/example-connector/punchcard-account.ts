import type { VendorSession } from '#connectors/contract/vendor-access.js';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { Guard } from '#connectors/kit/guard/guard.js';
import { startVendors, type Vendors } from '../vendors/start-vendors.js';
import type { RunningVendor } from '../vendors/core/running-vendor.js';
import type { VendorId } from '../vendors/core/simulated-vendor.js';
import { punchcardConnector } from './punchcard.connector.js';
import { PUNCHCARD } from './punchcard-sheet.js';
import { buildPunchcard } from './simulated-punchcard.js';

/** A simulated Punchcard, and a session that reads it through the real guard; pauses take no time. */
export interface PunchcardAccount extends AsyncDisposable {
  readonly vendors: Vendors;
  readonly punchcard: RunningVendor;
  readonly session: VendorSession;
}

export async function punchcardAccount({
  scopes,
  signal = new AbortController().signal,
}: { readonly scopes?: readonly string[]; readonly signal?: AbortSignal } = {}): Promise<PunchcardAccount> {
  const takeGuardAway = installChokePoints();
  const id = PUNCHCARD as string as VendorId;
  const vendors = await startVendors({ size: 250, speed: 0, builders: [[id, buildPunchcard]] });
  const punchcard = vendors.get(id);
  const key = scopes === undefined ? punchcard.key : punchcard.issueKey(scopes).text;
  const guard = new Guard(punchcardConnector, {
    credential: { token: async () => Promise.resolve(key), renewed: async () => Promise.resolve(key) },
    simulatedOrigin: punchcard.origin,
    signal,
    pace: {
      // Our own limit too: the vendor's clock stands still, and nobody waits for real.
      speed: 50,
      now: () => vendors.clock.now(),
      random: () => 1,
      wait: async (ms) => Promise.resolve(vendors.clock.advance(ms)),
    },
  });
  return {
    vendors,
    punchcard,
    session: {
      signal,
      system: 'loyalty',
      vendor: guard,
      granted: null,
      alsoRead: [],
      ownDomains: ['sweetcrumb.example'],
      memory: { before: null, keep: () => undefined },
      now: () => vendors.clock.date(),
    },
    async [Symbol.asyncDispose]() {
      guard.close();
      await vendors[Symbol.asyncDispose]();
      takeGuardAway();
    },
  };
}
