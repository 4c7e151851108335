import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import type { FaultRule } from './core/fault.js';
import type { VendorId } from './core/simulated-vendor.js';
import { serviceAccountKeyFile } from './google/oauth/service-account.js';
import type { Vendors } from './start-vendors.js';

/** What a test in another process may ask of running vendors; each is a POST of JSON to the path of that name. */
export interface ControlRequests {
  /** `path` is the source of a regular expression here. */
  readonly fault: Omit<FaultRule, 'path' | 'query'> & { readonly path?: string };
  readonly 'clear-faults': Readonly<Record<string, never>>;
  readonly 'clear-exchanges': Readonly<Record<string, never>>;
  readonly consent: {
    readonly vendor: VendorId;
    readonly mode: 'page' | 'allow' | 'deny';
    readonly without?: readonly string[];
  };
  readonly condition: { readonly vendor: VendorId; readonly condition: string; readonly isOn: boolean };
  readonly advance: { readonly milliseconds: number };
  readonly settings: { readonly latencyMs?: number; readonly enforceLimits?: boolean };
  readonly key: { readonly vendor: VendorId; readonly scopes: readonly string[] };
  /** The key file of Google's service account. */
  readonly 'service-account': Readonly<Record<string, never>>;
  readonly grant: {
    readonly vendor: VendorId;
    readonly scopes: readonly string[];
    readonly query?: Readonly<Record<string, string>>;
  };
}

/** How to reach the vendors, for whoever started the process. */
export interface VendorsStarted {
  readonly control: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly vendors: readonly {
    readonly id: VendorId;
    readonly origin: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly key: string | null;
  }[];
}

export function startedOf(vendors: Vendors, control: string): VendorsStarted {
  return {
    control,
    environment: vendors.environment,
    vendors: vendors.all.map((vendor) => ({
      id: vendor.id,
      origin: vendor.origin,
      clientId: vendor.client.id,
      clientSecret: vendor.client.secret,
      key: vendor.hasKeys ? vendor.key : null,
    })),
  };
}

/** Opens an origin of its own for the control of the vendors: no vendor has such an address, so no vendor answers it. */
export async function openControl(
  vendors: Vendors,
  port: number,
): Promise<{ origin: string; close: () => void }> {
  const server = createServer((incoming, response) => void answer(vendors, incoming, response));
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The control has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function answer(vendors: Vendors, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const name = (incoming.url ?? '/').slice(1);
    if (incoming.method === 'GET' && name === 'exchanges') {
      response.end(vendors.exchangesAsLines());
      return;
    }
    const body = await textOf(incoming);
    const result = ACTIONS[name as keyof ControlRequests](
      vendors,
      JSON.parse(body === '' ? '{}' : body) as never,
    );
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(result ?? {}));
  } catch (error) {
    response.statusCode = 400;
    response.end(error instanceof Error ? error.message : 'refused');
  }
}

const ACTIONS: {
  readonly [N in keyof ControlRequests]: (vendors: Vendors, request: ControlRequests[N]) => unknown;
} = {
  fault(vendors, { path, ...rule }) {
    vendors.addFault({ ...rule, ...(path === undefined ? {} : { path: new RegExp(path, 'u') }) });
  },
  'clear-faults': (vendors) => vendors.clearFaults(),
  'clear-exchanges': (vendors) => vendors.clearExchanges(),
  consent(vendors, { vendor, mode, without = [] }) {
    Object.assign(vendors.get(vendor).consent, { mode, without });
  },
  condition: (vendors, { vendor, condition, isOn }) => vendors.get(vendor).setCondition(condition, isOn),
  advance: (vendors, { milliseconds }) => vendors.clock.advance(milliseconds),
  settings: (vendors, settings) => void Object.assign(vendors.settings, settings),
  key: (vendors, { vendor, scopes }) => ({ key: vendors.get(vendor).issueKey(scopes).text }),
  'service-account': () => ({ keyFile: serviceAccountKeyFile() }),
  grant(vendors, { vendor, scopes, query }) {
    const { access, refresh } = vendors.get(vendor).grant(scopes, query);
    return { accessToken: access.text, refreshToken: refresh?.text ?? null };
  },
};
