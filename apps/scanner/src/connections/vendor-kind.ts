import { UserActionError } from '#connectors/contract/error.js';
import type { ConnectorId } from '#connectors/contract/fact.js';
import type { AnyVendorConnector } from '#connectors/registry.js';
import type { ConnectionMeans } from './means.js';

/** Whether a login was made at the tool itself, or at one that is simulated on this computer. */
export type VendorKind = 'real' | 'simulated';

/** The kind that this process speaks to. */
export function kindSpokenTo(
  { simulation }: Pick<ConnectionMeans, 'simulation'>,
  id: ConnectorId,
): VendorKind {
  return simulation.isSimulated(id) ? 'simulated' : 'real';
}

/** A real login is not shown to whatever listens on this computer, and a simulated one is worth nothing elsewhere. */
export class OtherVendorError extends UserActionError {
  constructor(made: VendorKind, title: string) {
    super(
      made === 'real'
        ? {
            message: `This login belongs to the real ${title} and is not given to a simulated one.`,
            step: `Take the setting PLUMBLINE_SIMULATE_... for ${title} away to use it, or use another data directory to try things out.`,
          }
        : {
            message: `This login was made at a simulated ${title} and is not given to the real one.`,
            step: `Connect the real ${title}, or set PLUMBLINE_SIMULATE_... again as it was; "plumbline disconnect" removes the login.`,
          },
    );
  }
}

/** @throws OtherVendorError if the login was made at the other kind of vendor than this process speaks to */
export function refuseOtherKind(
  { vendorKind }: { readonly vendorKind: VendorKind },
  { id, title }: Pick<AnyVendorConnector, 'id' | 'title'>,
  means: Pick<ConnectionMeans, 'simulation'>,
): void {
  if (vendorKind !== kindSpokenTo(means, id)) throw new OtherVendorError(vendorKind, title);
}
