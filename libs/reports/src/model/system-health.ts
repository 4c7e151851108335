import type { ConnectorId } from '#connectors/contract/fact.js';
import type { Inventory } from '#rules/engine/inventory.js';

/** How much of a system the scan could read. `read`: all that was asked for; `not read`: nothing of it. */
export interface SystemHealth {
  readonly system: string;
  readonly connector: ConnectorId;
  readonly account: string;
  readonly simulated: boolean;
  readonly coverage: 'read' | 'partial' | 'not read';
  /** Resources that were read to their end, and all that were asked for. */
  readonly complete: number;
  readonly of: number;
  /** Resources that the tool tells no program about: nothing can be said of them. */
  readonly untold: number;
}

/** In the order of the policy. What a tool never tells anybody (`unsupported`) is no part of what was asked for, and counted apart. */
export function healthOfSystems({ systems }: Inventory): readonly SystemHealth[] {
  return systems.map(({ system, connector, account, simulated, receipts }) => {
    const asked = receipts.filter(
      ({ status, reason }) =>
        // A file that nobody could take is one that was handed over.
        status !== 'unsupported' || reason === 'not supplied' || connector === 'exports',
    );
    const complete = asked.filter(({ status }) => status === 'complete').length;
    const isAnyRead = asked.some(({ status }) => status === 'complete' || status === 'partial');
    return {
      system,
      connector,
      account,
      simulated: simulated === true,
      coverage: !isAnyRead ? 'not read' : complete === asked.length ? 'read' : 'partial',
      complete,
      of: asked.length,
      untold: receipts.length - asked.length,
    };
  });
}
