import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rightsOf } from '#connectors/kit/oauth/asked-rights.js';
import { type AnyVendorConnector, vendorConnectors } from '#connectors/registry.js';
import type { JsonReport } from '#reports/exports/json-report.schema.js';
import { browse } from '../connections/browser.js';
import { RunningCommand } from '../connections/command.js';
import { inTemporaryFolder } from '../support/plumbline.js';
import type { RecordedExchange } from '../vendors/core/recorded-exchange.js';
import type { VendorId } from '../vendors/core/simulated-vendor.js';
import { startVendors, type Vendors } from '../vendors/start-vendors.js';

const PAGE = 'https://plumbline.example/callback';
/** What SDKs and Node print on request of whoever runs them. */
const TALKATIVE = { DEBUG: '*', GOOGLE_SDK_NODE_LOGGING: 'all', NODE_DEBUG: 'undici,fetch' };

const connectorOf = (vendor: VendorId): AnyVendorConnector => {
  const id = vendor === 'google' ? 'google-workspace' : vendor;
  const found = vendorConnectors.find((connector) => connector.id === id);
  if (found === undefined) throw new Error(`There is no connector for ${vendor}.`);
  return found;
};

/** One scan of two connected accounts by the command itself, and everything that came of it. */
interface Scanned {
  readonly report: JsonReport;
  readonly exchanges: readonly RecordedExchange[];
  readonly printed: string;
  readonly stored: string;
  readonly customers: readonly string[];
  readonly secrets: readonly string[];
}

let vendors: Vendors;
let scanned: Scanned;

beforeAll(async () => {
  // The command lives in the present, and so must they: tokens are good for minutes.
  vendors = await startVendors({ size: 60, now: new Date().toISOString() });
  scanned = await inTemporaryFolder(async (folder) => scanIn(folder));
});
afterAll(() => vendors[Symbol.asyncDispose]());

async function scanIn(folder: string): Promise<Scanned> {
  await copyFile('config/policy.example.yaml', path.join(folder, 'policy.yaml'));
  await copyFile('config/policy.example.erasures.csv', path.join(folder, 'policy.example.erasures.csv'));
  const { hubspot, google, bakery } = vendors;
  const rights = rightsOf(connectorOf('hubspot')).map(({ scope }) => scope);
  const key = hubspot.issueKey(['oauth', ...rights]).text;
  await run(folder, ['connect', 'hubspot', '--way', 'key', '--policy', 'policy.yaml'], {
    PLUMBLINE_CONNECT_KEY: key,
  });
  await connectGoogle(folder);
  vendors.clearExchanges();
  const output = ['--format', 'json', '--output', 'report.json'];
  const printed = await run(folder, ['scan', '--policy', 'policy.yaml', ...output], TALKATIVE);
  const everyone = Array.from({ length: bakery.size }, (_, place) => bakery.customer(place));
  return {
    report: JSON.parse(await readFile(path.join(folder, 'report.json'), 'utf8')) as JsonReport,
    exchanges: [...vendors.exchanges],
    printed,
    stored: await everythingIn(folder),
    customers: everyone.flatMap(({ email }) => email?.toLowerCase() ?? []),
    secrets: [key, google.client.secret, ...google.tokens.all().map(({ text }) => text)],
  };
}

async function connectGoogle(folder: string): Promise<void> {
  const { google } = vendors;
  google.consent.mode = 'allow';
  const { id, secret } = google.client;
  await writeFile(
    path.join(folder, 'answers.json'),
    JSON.stringify({ client_id: id, client_secret: secret }),
  );
  const ways = ['--way', 'oauth', '--redirect-uri', PAGE, '--answers', 'answers.json'];
  const connecting = new RunningCommand(
    ['connect', 'google-workspace', ...ways, '--policy', 'policy.yaml'],
    folder,
    vendors.environment,
  );
  const address = await connecting.says(/http:\/\/127\.0\.0\.1:\d+\/\S+/u);
  connecting.type((await browse(address, PAGE)).address);
  if ((await connecting.end()) !== 0) throw new Error(connecting.output);
  await writeFile(path.join(folder, 'answers.json'), '');
}

/** Gives what was printed. 1 is drift, which there is; 2 is that something could not be read, which some of it can not. */
async function run(folder: string, args: readonly string[], env = {}): Promise<string> {
  const command = new RunningCommand(args, folder, { ...vendors.environment, ...env });
  const code = await command.end();
  if (code === null || (args[0] === 'connect' && code !== 0)) throw new Error(command.output);
  return command.output;
}

/** Everything in a folder, as one text, lower case. */
async function everythingIn(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    files
      // The list of people who asked to be forgotten is the owner's own file.
      .filter((file) => file.isFile() && !file.name.startsWith('policy.'))
      .map(async (file) => readFile(path.join(file.parentPath, file.name), 'latin1')),
  );
  return texts.join('\n').toLowerCase();
}

describe('law 3: a scan of connected accounts', () => {
  it('reads all of both, and says that they are simulated', () => {
    const systems = scanned.report.systems.filter(({ connector }) =>
      ['hubspot', 'google-workspace'].includes(connector),
    );
    expect(systems.map(({ simulated }) => simulated)).toEqual([true, true]);
    const resources = systems.flatMap((system) => system.resources);
    expect(resources.filter(({ status }) => status !== 'complete')).toEqual([]);
    expect(resources).toHaveLength(13);
    const asked = new Set(scanned.exchanges.map(({ vendor }) => vendor));
    expect(asked).toEqual(new Set(['hubspot', 'google']));
  });

  it('sends reads and nothing else, to the hosts of the data sheet', () => {
    for (const { vendor, method, path: asked, host, kind } of scanned.exchanges) {
      const { hosts, readsByPost, oauth } = connectorOf(vendor);
      expect(hosts).toContain(host);
      if (kind === 'oauth') expect(`https://${host}${asked}`).toBe(oauth.tokenUrl);
      else if (method !== 'GET')
        expect([method, asked, readsByPost.some((read) => read.test(asked))]).toEqual(['POST', asked, true]);
    }
  });

  it('asks only for what the declared rights are good for', () => {
    for (const { vendor, scopesAsked, path: asked, token } of scanned.exchanges) {
      const connector = connectorOf(vendor);
      const declared = [...connector.oauth.baseScopes, ...rightsOf(connector).map(({ scope }) => scope)];
      const isCovered = scopesAsked.some((together) => together.every((scope) => declared.includes(scope)));
      expect([asked, isCovered || scopesAsked.length === 0]).toEqual([asked, true]);
      expect(declared).toEqual(expect.arrayContaining([...(token?.scopes ?? [])]));
    }
  });
});

describe('law 1: the same scan, with everything printed that SDKs can print,', () => {
  it('leaves no customer and no secret behind', () => {
    expect(scanned.customers.length).toBeGreaterThan(40);
    expect(scanned.printed).toContain('sending request to GET');
    for (const told of [scanned.printed.toLowerCase(), scanned.stored]) {
      const found = [...scanned.customers, ...scanned.secrets].filter((text) =>
        told.includes(text.toLowerCase()),
      );
      expect(found).toEqual([]);
    }
  });
});
