/**
 * Reads a simulated HubSpot once, on the built libraries: node read-contacts.ts WAY JSON, where JSON is a `ToRead`.
 * Prints a `WasRead` as JSON.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { Client } from '@hubspot/api-client';
import type { VendorAccess, VendorAnswer, VendorSession } from '#connectors/contract/vendor-access.js';
import { hubspotConnector } from '#connectors/hubspot/hubspot.connector.js';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { Guard } from '#connectors/kit/guard/guard.js';
import { paceOf } from '#connectors/kit/guard/waiting.js';

/** As the command does. */
setFlagsFromString('--no-allocation-site-pretenuring');

export interface ToRead {
  readonly origin: string;
  readonly key: string;
  readonly speed: number;
  /** Properties that others are to ask for; ours finds out by itself. */
  readonly names: readonly string[];
  /** Where `save` puts answers, and where they are parsed from. */
  readonly file: string;
}

export interface WasRead {
  readonly contacts: number;
  /** Properties of contacts that were asked for. */
  readonly names: readonly string[];
  /** Resources that are not complete. */
  readonly wanting: readonly string[];
  /** Of the work alone, without the start of the process, in real milliseconds. */
  readonly cpuMs: number;
  readonly wallMs: number;
}

/** Of so many answers one is kept, and parsed that often: all of them are half a gigabyte. */
const SAVED = 13;
const NOTHING: WasRead = { contacts: 0, names: [], wanting: [], cpuMs: 0, wallMs: 0 };

const WAYS: Readonly<Record<string, (toRead: ToRead) => WasRead | Promise<WasRead>>> = {
  connector: (toRead) => byConnector(toRead, () => undefined),
  save(toRead) {
    let count = 0;
    return byConnector(toRead, ({ body }) => {
      count += 1;
      if (count % SAVED === 0) appendFileSync(toRead.file, `${body}\n`);
    });
  },
  'parse text': ({ file }) => {
    const pages = pagesIn(file);
    return measuredSync(() => parsedAll(pages, (page) => page));
  },
  'parse bytes': ({ file }) => {
    const pages = pagesIn(file).map((page) => Buffer.from(page));
    return measuredSync(() => parsedAll(pages, (page) => page.toString('utf8')));
  },
  fetch: (toRead) => measured(async () => ({ ...NOTHING, contacts: await byFetch(toRead) })),
  getAll: (toRead) =>
    bySdk(toRead, async (client) => {
      const all = await client.crm.contacts.getAll(100, undefined, [...toRead.names]);
      return all.length;
    }),
  loop: (toRead) =>
    bySdk(toRead, async (client) => {
      let contacts = 0;
      let after: string | undefined;
      do {
        const page = await client.crm.contacts.basicApi.getPage(100, after, [...toRead.names]);
        contacts += page.results.length;
        after = page.paging?.next?.after;
      } while (after !== undefined);
      return contacts;
    }),
};

const [, , way = '', settings = '{}'] = process.argv;
console.log(JSON.stringify(await WAYS[way]?.(JSON.parse(settings) as ToRead)));
process.exit(0);

async function measured(work: () => Promise<WasRead>): Promise<WasRead> {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  const read = await work();
  const { user, system } = process.cpuUsage(before);
  return { ...read, cpuMs: (user + system) / 1000, wallMs: performance.now() - startedAt };
}

function measuredSync(work: () => number): WasRead {
  const before = process.cpuUsage();
  const contacts = work();
  const { user, system } = process.cpuUsage(before);
  return { ...NOTHING, contacts, cpuMs: (user + system) / 1000 };
}

/** Everything that a scan reads, dropped as soon as it is there. */
async function byConnector(
  { origin, key, speed }: ToRead,
  see: (answer: VendorAnswer) => void,
): Promise<WasRead> {
  installChokePoints();
  const { signal } = new AbortController();
  const guard = new Guard(hubspotConnector, {
    credential: { token: async () => Promise.resolve(key), renewed: async () => Promise.resolve(key) },
    simulatedOrigin: origin,
    signal,
    pace: paceOf(speed),
  });
  const vendor: VendorAccess = {
    read: (shape, call) =>
      guard.read(shape, async (token) => {
        const answer = await call(token);
        see(answer);
        return answer;
      }),
  };
  return measured(() => drained(sessionOf(vendor, signal)));
}

async function drained(session: VendorSession): Promise<WasRead> {
  let contacts = 0;
  let names: readonly string[] = [];
  const wanting: string[] = [];
  for await (const item of hubspotConnector.read(session)) {
    if (item.kind === 'receipt' && item.status !== 'complete')
      wanting.push(`${item.object ?? ''}.${item.capability}: ${item.status}, ${item.reason ?? ''}`);
    if (item.kind !== 'records' || item.object !== 'contact') continue;
    contacts += item.rows.length;
    if (names.length < item.fields.length) names = item.fields.map(({ name }) => name);
  }
  return { ...NOTHING, contacts, names, wanting };
}

function sessionOf(vendor: VendorAccess, signal: AbortSignal): VendorSession {
  return {
    signal,
    system: 'crm',
    vendor,
    granted: null,
    alsoRead: [],
    ownDomains: [],
    memory: { before: null, keep: () => undefined },
    now: () => new Date(),
  };
}

interface Page {
  readonly results: readonly { readonly id: string }[];
  readonly paging?: { readonly next?: { readonly after: string } };
}

/** The least that anybody must do: the same pages over the same sockets, parsed, and nothing else. */
async function byFetch({ origin, key, names }: ToRead): Promise<number> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const parsedAnswer = async (path: string, init: RequestInit): Promise<Page> =>
    JSON.parse(await (await fetch(origin + path, init)).text()) as Page;
  const path = '/crm/objects/2026-03/contacts';
  let contacts = 0;
  let after: string | undefined = '';
  while (after !== undefined) {
    const query = `limit=100&archived=false&properties=hs_object_id${after === '' ? '' : `&after=${after}`}`;
    const { results, paging }: Page = await parsedAnswer(`${path}?${query}`, { headers });
    const inputs = results.map(({ id }) => ({ id }));
    const body = JSON.stringify({ inputs, properties: names, propertiesWithHistory: [] });
    const batch = await parsedAnswer(`${path}/batch/read`, { method: 'POST', headers, body });
    contacts += batch.results.length;
    after = paging?.next?.after;
  }
  return contacts;
}

/** As HubSpot's documentation shows it. Its limiter knows no other clock, so it is given the same limit in ours. */
async function bySdk(
  { origin, key, speed }: ToRead,
  readAll: (client: Client) => Promise<number>,
): Promise<WasRead> {
  const client = new Client({
    accessToken: key,
    basePath: origin,
    numberOfApiCallRetries: 3,
    limiterOptions: { minTime: 1_000 / 9 / speed, maxConcurrent: 6, id: 'bench' },
  });
  return measured(async () => ({ ...NOTHING, contacts: await readAll(client) }));
}

function pagesIn(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}

function parsedAll<P>(pages: readonly P[], textOf: (page: P) => string): number {
  let records = 0;
  for (let round = 0; round < SAVED; round += 1) {
    for (const page of pages) records += (JSON.parse(textOf(page)) as Partial<Page>).results?.length ?? 0;
  }
  return records;
}
