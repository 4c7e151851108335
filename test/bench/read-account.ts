/**
 * Reads one account of a simulated vendor as a scan does, on the built libraries: node read-account.ts JSON, where JSON is
 * an `AccountToRead`. Prints an `AccountRead` as JSON.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Receipt } from '#connectors/contract/receipt.js';
import type { VendorSession } from '#connectors/contract/vendor-access.js';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { Guard } from '#connectors/kit/guard/guard.js';
import { paceOf } from '#connectors/kit/guard/waiting.js';
import { vendorConnectors } from '#connectors/registry.js';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import { collectUnderPolicy } from '#scanner/scan/collect-under-policy.js';

/** As the command does. */
setFlagsFromString('--no-allocation-site-pretenuring');

export interface AccountToRead {
  readonly tool: string;
  readonly system: string;
  readonly account?: string;
  readonly origin: string;
  readonly token: string;
  readonly speed: number;
  readonly policyFile: string;
  /** The present instant, ISO 8601. */
  readonly now: string;
}

export interface AccountRead {
  /** Records by object. */
  readonly records: Readonly<Record<string, number>>;
  /** Resources that are not complete, and why. */
  readonly wanting: readonly string[];
  /** Of the reading alone, without the start of the process, in real milliseconds. */
  readonly cpuMs: number;
  readonly wallMs: number;
}

const [, , settings = '{}'] = process.argv;
console.log(JSON.stringify(await readAccount(JSON.parse(settings) as AccountToRead)));
process.exit(0);

async function readAccount(toRead: AccountToRead): Promise<AccountRead> {
  const { tool, system, origin, token, speed, policyFile, now } = toRead;
  const connector = vendorConnectors.find(({ id }) => id === tool);
  const parsed = parsePolicy(readFileSync(policyFile, 'utf8'), policyFile);
  if (connector === undefined || 'problems' in parsed) throw new Error(`There is no ${tool}.`);
  const { policy } = parsed;
  installChokePoints();
  const { signal } = new AbortController();
  const credential = {
    token: async () => Promise.resolve(token),
    renewed: async () => Promise.resolve(token),
  };
  const guard = new Guard(connector, { credential, simulatedOrigin: origin, signal, pace: paceOf(speed) });
  const session: VendorSession = {
    signal,
    system,
    ...(toRead.account !== undefined && { account: toRead.account }),
    vendor: guard,
    granted: null,
    alsoRead: [],
    ownDomains: policy.domains,
    memory: { before: null, keep: () => undefined },
    now: () => new Date(now),
  };
  const receipts: Receipt[] = [];
  const startedAt = performance.now();
  const before = process.cpuUsage();
  const [source] = await connector.identify(session);
  if (source === undefined) throw new Error('There is no account.');
  const read = async function* () {
    for await (const item of connector.read(session)) {
      if (item.kind === 'receipt') receipts.push(item);
      yield item;
    }
  };
  await collectUnderPolicy(
    {
      policy,
      policyFolder: path.dirname(policyFile),
      live: [{ source, isSimulated: true, read }],
      exportsFolder: null,
      ownPaths: [],
      signal,
    },
    now.slice(0, 10),
  );
  const { user, system: ofSystem } = process.cpuUsage(before);
  return {
    records: recordsOf(receipts),
    wanting: receipts.filter(({ status }) => status !== 'complete').map(wordsOf),
    cpuMs: (user + ofSystem) / 1000,
    wallMs: performance.now() - startedAt,
  };
}

function recordsOf(receipts: readonly Receipt[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { capability, object = '', read } of receipts) {
    if (capability === 'records') counts.set(object, (counts.get(object) ?? 0) + read);
  }
  return Object.fromEntries(counts);
}

function wordsOf({ capability, object = '', status, reason = '' }: Receipt): string {
  return `${object}.${capability}: ${status}, ${reason}`;
}
