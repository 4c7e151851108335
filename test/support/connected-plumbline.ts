import { DataSource } from 'typeorm';
import { Guard } from '#connectors/kit/guard/guard.js';
import { Simulation } from '#connectors/kit/guard/simulation.js';
import { Transport } from '#connectors/kit/guard/transport.js';
import type { Pace } from '#connectors/kit/guard/waiting.js';
import { askedRights } from '#connectors/kit/oauth/asked-rights.js';
import { guardedFetch } from '#connectors/kit/oauth/guarded-fetch.js';
import { Secret } from '#connectors/kit/secret.js';
import { type AnyVendorConnector, vendorConnectors } from '#connectors/registry.js';
import type { ScanOutcome } from '#reports/model/scan-outcome.js';
import { withPlumbline } from '#scanner/cli/open-plumbline.js';
import { Connections } from '#scanner/connections/connections.js';
import type { ConnectionMeans } from '#scanner/connections/means.js';
import { Vault } from '#scanner/connections/vault.js';
import { Ledger } from '#scanner/findings/ledger.js';
import { AccountLeases } from '#scanner/leases/account-leases.js';
import { ScanService, type ScanRequest } from '#scanner/scan/scan.service.js';
import type { VendorId } from '../vendors/core/simulated-vendor.js';
import { REALM_ID } from '../vendors/quickbooks/quickbooks-ids.js';
import type { Vendors } from '../vendors/start-vendors.js';

/** The simulated vendor of each tool that can be connected. */
export const VENDOR_OF: Readonly<Record<string, VendorId>> = {
  hubspot: 'hubspot',
  mailchimp: 'mailchimp',
  quickbooks: 'quickbooks',
  'google-workspace': 'google',
};

/** Plumbline on a data directory of its own, in this process, connected to simulated vendors. Nobody waits for real. */
export interface ConnectedPlumbline {
  readonly ledger: Ledger;
  /** A sign-in at each vendor, or again where one was revoked: the same connections, with new logins. */
  connect(tools: readonly string[]): Promise<void>;
  scan(request: Omit<ScanRequest, 'ownPaths' | 'clock' | 'signal' | 'channel'>): Promise<ScanOutcome>;
  /** Other vendors answer from now on; and how much sooner than usual an answer that does not come is given up. */
  readonly world: { vendors: Vendors; speed: number };
}

export function withConnectedPlumbline<T>(
  dataDirectory: string,
  { vendors, organization }: { readonly vendors: Vendors; readonly organization: string },
  use: (plumbline: ConnectedPlumbline) => Promise<T>,
): Promise<T> {
  return withPlumbline(dataDirectory, async (opened) => {
    const world: ConnectedPlumbline['world'] = { vendors, speed: 20 };
    const connections = new Connections(opened.get(DataSource), opened.get(Vault), meansIn(world));
    const ledger = opened.get(Ledger);
    const scans = new ScanService(ledger, connections, opened.get(AccountLeases));
    return use({
      ledger,
      world,
      async connect(tools) {
        for (const tool of tools) await connections.connect(signedIn(organization, tool, world.vendors));
      },
      scan: (request) =>
        scans.run({
          ...request,
          ownPaths: [],
          clock: () => world.vendors.clock.date(),
          signal: new AbortController().signal,
          channel: 'test',
        }),
    });
  });
}

function signedIn(organization: string, tool: string, vendors: Vendors) {
  const connector = vendorConnectors.find(({ id }) => id === tool);
  const vendor = VENDOR_OF[tool];
  if (connector === undefined || vendor === undefined) throw new Error(`${tool} can not be connected.`);
  const running = vendors.get(vendor);
  const { needed, optional } = askedRights(connector);
  const scopes = [...needed, ...optional];
  const { access, refresh } = running.grant(scopes, { access_type: 'offline' });
  return {
    organization,
    name: null,
    connector,
    way: 'oauth' as const,
    clientId: running.client.id,
    subject: null,
    account: connector.oauth.accountParameter === null ? null : REALM_ID,
    asked: scopes,
    secrets: { client_secret: new Secret(running.client.secret) },
    tokens: {
      accessToken: new Secret(access.text),
      refreshToken: refresh === null ? null : new Secret(refresh.text),
      accessEndsAt: access.expiresAt === null ? null : new Date(access.expiresAt),
      refreshEndsAt: null,
      scopes,
      clockAheadMs: null,
    },
  };
}

/** The vendors of the world as it is at that moment. */
function meansIn(world: ConnectedPlumbline['world']): ConnectionMeans {
  const pace = (): Pace => ({
    speed: world.speed,
    now: () => world.vendors.clock.now(),
    random: () => 1,
    wait: (ms) => {
      world.vendors.clock.advance(ms);
      return Promise.resolve();
    },
  });
  const originOf = ({ id }: AnyVendorConnector): string =>
    world.vendors.get(VENDOR_OF[id] ?? 'hubspot').origin;
  const open = new Set<{ drop(): void }>();
  return {
    connectors: vendorConnectors,
    simulation: Simulation.from(world.vendors.environment),
    now: () => world.vendors.clock.date(),
    pause: (ms) => {
      world.vendors.clock.advance(ms);
      return Promise.resolve();
    },
    fetchFor(connector) {
      const transport = new Transport(originOf(connector));
      open.add(transport);
      return guardedFetch(connector, transport);
    },
    accessFor(connector, credential, signal) {
      const guard = new Guard(
        // Time stands still, so the vendor's own limits are off, and ours with them.
        { ...connector, rateLimit: { requests: 10_000, perMs: 1_000, concurrency: 4 } },
        { credential, simulatedOrigin: originOf(connector), signal, pace: pace() },
      );
      return { vendor: guard, close: () => guard.close() };
    },
    close: () => {
      for (const transport of open) transport.drop();
    },
  };
}
