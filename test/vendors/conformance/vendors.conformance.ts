import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { googleWorkspaceConnector } from '#connectors/google-workspace/google-workspace.connector.js';
import { hubspotConnector } from '#connectors/hubspot/hubspot.connector.js';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { rightsOf } from '#connectors/kit/oauth/asked-rights.js';
import { mailchimpConnector } from '#connectors/mailchimp/mailchimp.connector.js';
import { quickbooksConnector } from '#connectors/quickbooks/quickbooks.connector.js';
import type { AnyVendorConnector } from '#connectors/registry.js';
import type { RecordedExchange } from '../core/recorded-exchange.js';
import type { VendorId } from '../core/simulated-vendor.js';
import { GoogleSurfaces } from '../google/surface/google-surfaces.js';
import { tourOfGoogle } from '../google/surface/google-tour.js';
import { startVendors, type Vendors } from '../start-vendors.js';
import { scansOfGoogle, scansOfHubspot, scansOfMailchimp, scansOfQuickbooks } from './full-scans.js';
import { HubspotFacts } from './hubspot-facts.js';
import { tourOfHubspot } from './hubspot-tour.js';
import { MailchimpOpenApi } from './mailchimp-openapi.js';
import { tourOfMailchimp } from './mailchimp-tour.js';
import { unlisted, unusedLines } from './on-purpose.js';
import { QuickbooksFacts } from './quickbooks-facts.js';
import { tourOfQuickbooks } from './quickbooks-tour.js';
import { SPEC_FOLDER } from './spec-folder.js';
import type { VendorDescription } from './vendor-description.js';

interface Subject {
  readonly id: VendorId;
  readonly connector: AnyVendorConnector;
  readonly description: () => VendorDescription;
  readonly tour: (vendors: Vendors) => Promise<unknown>;
  readonly scans: () => Promise<readonly RecordedExchange[]>;
  /** What the sign-in and the account are asked by, as far as it is described nowhere. */
  readonly undescribed: RegExp;
}

const SUBJECTS: readonly Subject[] = [
  {
    id: 'hubspot',
    connector: hubspotConnector,
    description: () => new HubspotFacts(path.join(SPEC_FOLDER, 'hubspot')),
    tour: tourOfHubspot,
    scans: scansOfHubspot,
    // A page for people.
    undescribed: /^\/oauth\/authorize$/u,
  },
  {
    id: 'google',
    connector: googleWorkspaceConnector,
    description: () => new GoogleSurfaces(path.join(SPEC_FOLDER, 'google')),
    tour: tourOfGoogle,
    scans: scansOfGoogle,
    // Google describes its sign-in in words only.
    undescribed: /^\/(o\/oauth2\/(v2\/)?auth|token|revoke)$/u,
  },
  {
    id: 'quickbooks',
    connector: quickbooksConnector,
    description: () => new QuickbooksFacts(path.join(SPEC_FOLDER, 'quickbooks')),
    tour: tourOfQuickbooks,
    scans: scansOfQuickbooks,
    // A page for people.
    undescribed: /^\/connect\/oauth2$/u,
  },
  {
    id: 'mailchimp',
    connector: mailchimpConnector,
    description: () => new MailchimpOpenApi(path.join(SPEC_FOLDER, 'mailchimp')),
    tour: tourOfMailchimp,
    scans: scansOfMailchimp,
    // Mailchimp describes its sign-in in words only.
    undescribed: /^\/oauth2\/(authorize|token|metadata)$/u,
  },
];

describe.each(SUBJECTS)('$id, held against its own description', (subject) => {
  const { id, connector, undescribed } = subject;
  let description: VendorDescription;
  let toured: readonly RecordedExchange[];
  let scanned: readonly RecordedExchange[];

  beforeAll(async () => {
    description = subject.description();
    await using vendors = await startVendors({
      size: 50,
      speed: 0,
      vendors: [id],
      recordAnswers: true,
      enforceLimits: false,
    });
    await subject.tour(vendors);
    toured = vendors.exchanges;
    const takeGuardAway = installChokePoints();
    try {
      scanned = (await subject.scans()).filter((exchange) => !undescribed.test(exchange.path));
    } finally {
      takeGuardAway();
    }
  });

  afterAll(() => {
    const endpoints = new Map<string, number>();
    for (const exchange of scanned) {
      const endpoint = description.endpointOf(exchange) ?? '?';
      endpoints.set(endpoint, (endpoints.get(endpoint) ?? 0) + 1);
    }
    const lines = [...endpoints].map(([endpoint, count]) => `${String(count).padStart(5)}  ${endpoint}`);
    process.stdout.write(
      `\n${connector.title}: requests of full scans, by published endpoint\n${lines.join('\n')}\n`,
    );
  });

  it('requests of our connector and answers of the simulation are as published, or differ on purpose', () => {
    expect(scanned.length).toBeGreaterThan(20);
    const deviations = scanned.flatMap((exchange) => description.deviationsOf(exchange));
    expect(unlisted(id, deviations)).toEqual([]);
  });

  it('every endpoint of the simulation answers as published, or differs on purpose', () => {
    const deviations = toured.flatMap((exchange) => description.deviationsOf(exchange));
    expect(unlisted(id, deviations)).toEqual([]);
  });

  it('nothing is listed as on purpose that does not happen', () => {
    const all = [...toured, ...scanned].flatMap((exchange) => description.deviationsOf(exchange));
    expect(unusedLines(id, all)).toEqual([]);
  });

  it('the rights that are published for each request are held, and are among those that the data sheet declares', () => {
    const declared = [...connector.oauth.baseScopes, ...rightsOf(connector).map(({ scope }) => scope)];
    const isWithin = (held: readonly string[], alternatives: readonly (readonly string[])[]) =>
      alternatives.some((alternative) => alternative.every((scope) => held.includes(scope)));
    const wanting = scanned
      .filter(({ kind }) => kind === 'api')
      .flatMap((exchange) => {
        const rights = description.rightsFor(exchange) ?? [];
        const isHeld = isWithin(exchange.token?.scopes ?? [], rights) || exchange.status === 403;
        return isHeld && isWithin(declared, rights) ? [] : [description.endpointOf(exchange)];
      });
    expect([...new Set(wanting)]).toEqual([]);
  });

  it('nothing but reads is sent while scanning', () => {
    const others = scanned.filter(
      ({ kind, method, path: asked }) =>
        kind === 'api' && method !== 'GET' && !connector.readsByPost.some((read) => read.test(asked)),
    );
    expect(others.map(({ method, path: asked }) => `${method} ${asked}`)).toEqual([]);
  });
});
