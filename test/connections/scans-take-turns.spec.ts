import { afterEach, describe, expect, it } from '@jest/globals';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import {
  Bench,
  brought,
  FakeVendor,
  type Opened,
  ORGANIZATION,
} from '#scanner/connections/connections.spec-builders.js';
import { Ledger } from '#scanner/findings/ledger.js';
import { AccountLeases } from '#scanner/leases/account-leases.js';
import { ScanService, type StoredScan } from '#scanner/scan/scan.service.js';
import type { ScanStep } from '#scanner/scan/scan-step.js';

const POLICY_TEXT = `plumbline: 1\norganization: ${ORGANIZATION}\nsystems: { crm: { connector: hubspot } }\ndata: []\n`;

const bench = new Bench();
afterEach(async () => bench.end());

/** The scanner as one of several processes on a data directory; its tool is read slowly, and `told` hears when. */
function scanner({ connections, dataSource }: Opened, name: string, told: string[]): ScanService {
  for (const connector of connections.means.connectors) {
    Object.assign(connector, {
      async *read() {
        told.push(`${name} begins`);
        for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => void setImmediate(resolve));
        told.push(`${name} ends`);
        yield* [];
      },
    });
  }
  const leases = AccountLeases.with(dataSource, {
    pause: async (_, signal) => {
      await new Promise((resolve) => void setImmediate(resolve));
      signal.throwIfAborted();
    },
  });
  return new ScanService(new Ledger(dataSource), connections, leases);
}

function request(steps: ScanStep[] = [], beside?: (stored: StoredScan) => Promise<void>) {
  const parsed = parsePolicy(POLICY_TEXT, 'policy.yaml');
  if ('problems' in parsed) throw new Error('The policy of this spec is wrong.');
  return {
    policy: parsed.policy,
    policyText: POLICY_TEXT,
    policyFolder: '/',
    exportsFolder: null,
    ownPaths: [],
    asOf: '2026-11-23',
    clock: () => new Date('2026-11-23T10:00:00Z'),
    channel: 'spec',
    signal: new AbortController().signal,
    progress: (step: ScanStep) => void steps.push(step),
    ...(beside && { beside: async (_: unknown, stored: StoredScan) => beside(stored) }),
  };
}

describe('two scans of one account at once', () => {
  it('take turns, in whatever process they are, and the one that waits says for what', async () => {
    const folder = await bench.folder();
    const vendor = new FakeVendor();
    const [one, other] = [await bench.open(folder, vendor), await bench.open(folder, vendor)];
    await one.connections.connect(brought(vendor));
    const told: string[] = [];
    const steps: ScanStep[] = [];
    await Promise.all([
      scanner(one, 'one', told).run(request(steps)),
      scanner(other, 'other', told).run(request(steps)),
    ]);
    expect([
      ['one begins', 'one ends', 'other begins', 'other ends'],
      ['other begins', 'other ends', 'one begins', 'one ends'],
    ]).toContainEqual(told);
    expect(steps).toContainEqual({
      step: 'waiting',
      waitingFor: 'another scan of HubSpot to end',
      until: null,
    });
    expect(steps.filter(({ step }) => step === 'storing')).toHaveLength(2);
  });
});

describe('what is stored beside a scan', () => {
  it('knows the scan, and takes it along where it fails', async () => {
    const opened = await bench.open(await bench.folder(), new FakeVendor());
    const service = scanner(opened, 'one', []);
    const ledger = new Ledger(opened.dataSource);
    const failing = service.run(
      request([], async () => {
        throw new RangeError('the job was lost');
      }),
    );
    await expect(failing).rejects.toThrow(RangeError);
    expect(await ledger.organizations()).toEqual([]);
    let stored = '';
    const outcome = await service.run(
      request([], async ({ scanId }) => {
        stored = scanId;
      }),
    );
    expect(outcome.scan.id).toBe(stored);
  });
});
