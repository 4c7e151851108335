import { setTimeout as sleep } from 'node:timers/promises';
import type { VendorAccess } from '#connectors/contract/vendor-access.js';
import { type Credential, Guard } from '#connectors/kit/guard/guard.js';
import { Simulation } from '#connectors/kit/guard/simulation.js';
import { Transport } from '#connectors/kit/guard/transport.js';
import { type Pace, paceOf } from '#connectors/kit/guard/waiting.js';
import { guardedFetch } from '#connectors/kit/oauth/guarded-fetch.js';
import type { Fetch } from '#connectors/kit/oauth/token-requests.js';
import { type AnyVendorConnector, vendorConnectors } from '#connectors/registry.js';

/** By which the program is handed them. */
export const CONNECTION_MEANS = Symbol('connection means');

/** What connections need of the world: which tools there are, the way to them, and the time. */
export interface ConnectionMeans {
  readonly connectors: readonly AnyVendorConnector[];
  readonly simulation: Simulation;
  readonly now: () => Date;
  readonly pause: (ms: number) => Promise<void>;
  /** Sends to the token endpoints of a vendor. */
  fetchFor(connector: AnyVendorConnector): Fetch;
  /** The door to an account, for one read; close it afterwards. `waiting` is told until when nothing is asked (ms since 1970). */
  accessFor(
    connector: AnyVendorConnector,
    credential: Credential,
    signal: AbortSignal,
    waiting?: (untilMs: number) => void,
  ): OpenAccess;
  /** Drops what is still open to the vendors. */
  close(): void;
}

export interface OpenAccess {
  readonly vendor: VendorAccess;
  close(): void;
}

/** The real world, or the simulated vendors that the settings of the process name. */
export function realMeans(environment: Readonly<Record<string, string | undefined>>): ConnectionMeans {
  const simulation = Simulation.from(environment);
  const pace: Pace = paceOf();
  const transports = new Map<string, Transport>();
  const transportTo = ({ id }: AnyVendorConnector) => {
    const transport = transports.get(id) ?? new Transport(simulation.originOf(id));
    transports.set(id, transport);
    return transport;
  };
  return {
    connectors: vendorConnectors,
    simulation,
    now: () => simulation.now(),
    pause: (ms) => sleep(ms),
    fetchFor: (connector) => guardedFetch(connector, transportTo(connector)),
    accessFor(connector, credential, signal, waiting) {
      const simulatedOrigin = simulation.originOf(connector.id);
      const told = waiting === undefined ? pace : toldOf(pace, waiting);
      const guard = new Guard(connector, { credential, simulatedOrigin, signal, pace: told });
      return { vendor: guard, close: () => guard.close() };
    },
    close: () => {
      for (const transport of transports.values()) transport.drop();
    },
  };
}

/** The same pace, that says when it waits. */
function toldOf(pace: Pace, waiting: (untilMs: number) => void): Pace {
  return {
    ...pace,
    wait: async (ms, signal) => {
      waiting(Date.now() + ms / pace.speed);
      await pace.wait(ms, signal);
    },
  };
}
