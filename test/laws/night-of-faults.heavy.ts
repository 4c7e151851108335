import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { rules } from '#rules/catalog/rules.js';
import type { Finding } from '#rules/engine/finding.js';
import type { Inventory } from '#rules/engine/inventory.js';
import type { ScanOutcome } from '#reports/model/scan-outcome.js';
import { vendorConnectors } from '#connectors/registry.js';
import { readPolicyFile } from '#scanner/cli/read-policy-file.js';
import { Random } from '#scanner/example/random.js';
import type { BakeryState } from '#scanner/example/setting.js';
import { historyIn } from '../support/bakery-scan.js';
import {
  type ConnectedPlumbline,
  VENDOR_OF,
  withConnectedPlumbline,
} from '../support/connected-plumbline.js';
import { inTemporaryFolder } from '../support/plumbline.js';
import type { FaultRule } from '../vendors/core/fault.js';
import { startVendors, type Vendors } from '../vendors/start-vendors.js';
import { type Endpoint, endpointsOf, namesIn } from './asked-endpoints.js';
import { isLoginLost, isSlow, randomFaults, type Struck } from './random-faults.js';

/** Printed; PLUMBLINE_SEED repeats a night or tries another one, PLUMBLINE_NIGHT makes it longer. */
const SEED = Number(process.env['PLUMBLINE_SEED'] ?? 20261124);
const SCANS = Number(process.env['PLUMBLINE_NIGHT'] ?? 200);
/** What the tools hold changes at these moments: the bakery as it is on the first day, a week later, and back. */
const PHASES: readonly BakeryState[] = ['first', 'a-week-later', 'first', 'a-week-later'];
const DAYS: Readonly<Record<BakeryState, string>> = { first: '2026-11-23', 'a-week-later': '2026-11-30' };
const SCANS_A_PHASE = Math.ceil(SCANS / PHASES.length);
const CLEAN_EVERY = 10;
const CUSTOMERS = 20;
const TOOLS = vendorConnectors.map(({ id }) => id);
const POLICY = path.resolve('config/policy.example.yaml');

/** What a scan that nothing disturbed says, in one phase. */
interface Truth {
  readonly outcome: ScanOutcome;
  readonly state: readonly string[];
  /** Every finding that was ever there, with what is known of it. */
  readonly stored: readonly Stored[];
}

interface Stored {
  readonly id: string;
  readonly observation: string;
  readonly disposition: string;
}

describe(`a night of random faults, seed ${SEED}`, () => {
  let takeAway: () => void;
  const worlds = new Map<BakeryState, Vendors>();
  const struck: Struck[] = [];

  beforeAll(async () => {
    takeAway = installChokePoints();
    for (const state of ['first', 'a-week-later'] as const) {
      worlds.set(
        state,
        await startVendors({
          size: CUSTOMERS,
          state,
          speed: 0,
          now: `${DAYS[state]}T17:00:00Z`,
          vendors: TOOLS.flatMap((tool) => VENDOR_OF[tool] ?? []),
          enforceLimits: false,
          recordAnswers: true,
        }),
      );
    }
  });
  afterAll(async () => {
    for (const vendors of worlds.values()) await vendors[Symbol.asyncDispose]();
    takeAway();
  });

  it(`${SCANS} scans invent nothing, fix nothing that is not fixed, and say what they could not read`, async () => {
    await inTemporaryFolder(async (undisturbed) => {
      await inTemporaryFolder(async (folder) => {
        const truths = await truthsIn(undisturbed);
        await inWorld(folder, async (plumbline) => {
          for (const [phase, state] of PHASES.entries()) {
            const truth = truths[phase];
            if (truth === undefined) throw new Error('A phase has no truth.');
            await enter(plumbline, state);
            for (let scan = 1; scan <= SCANS / PHASES.length; scan += 1)
              await one(plumbline, { phase, scan, state, truth });
            expect([phase, await storedIn(folder)]).toEqual([phase, truth.stored]);
          }
        });
      });
    });
  }, 1_200_000);

  async function one(
    plumbline: ConnectedPlumbline,
    { phase, scan, state, truth }: { phase: number; scan: number; state: BakeryState; truth: Truth },
  ): Promise<void> {
    const { vendors } = plumbline.world;
    const isClean = scan % CLEAN_EVERY === 0 || scan === SCANS_A_PHASE;
    const faults = isClean ? [] : randomFaults(new Random(SEED, `scan ${phase} ${scan}`), struck);
    for (const rule of faults) vendors.addFault(rule);
    plumbline.world.speed = faults.some(isSlow) ? 400 : 20;
    const outcome = await scanned(plumbline, state);
    vendors.clearFaults();
    vendors.clearExchanges();
    if (faults.some(isLoginLost)) await plumbline.connect(TOOLS);
    const problems = [...untrue(outcome, truth), ...untold(outcome.inventory, truth.outcome.inventory)];
    expect({ phase, scan, faults: faults.map(told), problems }).toEqual({
      phase,
      scan,
      faults: faults.map(told),
      problems: [],
    });
    if (isClean) expect([phase, scan, stateOf(outcome)]).toEqual([phase, scan, truth.state]);
  }

  /** The same changes, seen by a ledger that nothing disturbs. */
  async function truthsIn(folder: string): Promise<readonly Truth[]> {
    const truths: Truth[] = [];
    await inWorld(folder, async (plumbline) => {
      for (const state of PHASES) {
        await enter(plumbline, state);
        plumbline.world.vendors.clearExchanges();
        const outcome = await scanned(plumbline, state);
        if (struck.length === 0) struck.push(...TOOLS.map((tool) => struckIn(plumbline.world.vendors, tool)));
        truths.push({ outcome, state: stateOf(outcome), stored: await storedIn(folder) });
      }
    });
    return truths;
  }

  async function inWorld(
    folder: string,
    use: (plumbline: ConnectedPlumbline) => Promise<void>,
  ): Promise<void> {
    const vendors = worlds.get('first');
    if (vendors === undefined) throw new Error('There is no world.');
    const { policy } = await readPolicyFile(POLICY);
    await withConnectedPlumbline(
      path.join(folder, 'data'),
      { vendors, organization: policy.organization },
      use,
    );
  }

  async function enter(plumbline: ConnectedPlumbline, state: BakeryState): Promise<void> {
    plumbline.world.vendors = worlds.get(state) ?? plumbline.world.vendors;
    await plumbline.connect(TOOLS);
  }
});

async function scanned(plumbline: ConnectedPlumbline, state: BakeryState): Promise<ScanOutcome> {
  const { policy, text } = await readPolicyFile(POLICY);
  return plumbline.scan({
    policy,
    policyText: text,
    policyFolder: path.dirname(POLICY),
    exportsFolder: null,
    asOf: DAYS[state],
  });
}

/** Events that are not true: law 2, both ways. */
function untrue({ findings }: ScanOutcome, truth: Truth): readonly string[] {
  const present = new Map(
    truth.outcome.findings.flatMap(({ finding }) =>
      finding.observation === 'present' ? [[finding.id, JSON.stringify(finding.evidence)]] : [],
    ),
  );
  const graver = new Set(
    truth.outcome.findings.flatMap(({ finding }) =>
      finding.observation === 'present' ? (placeOf(finding) ?? []) : [],
    ),
  );
  return findings.flatMap(({ finding, change, cause }) => {
    const { id, rule, subject, evidence, observation } = finding;
    const problems = [
      (change === 'new' || change === 'reopened') &&
        !present.has(id) &&
        // What makes it the graver one of its family stands in a tool that could not be read: the lesser one is true.
        !graver.has(placeOf(finding) ?? '') &&
        'is not there',
      change === 'updated' && JSON.stringify(evidence) !== present.get(id) && 'is not so',
      observation === 'absent' && present.has(id) && 'is still there',
      cause !== null && cause !== 'data' && `is put down to ${cause}`,
    ];
    return problems.flatMap((problem) =>
      problem === false ? [] : [`${change}: ${rule} of ${subject} ${problem}`],
    );
  });
}

/** What rules of one family have one finding of; null for a rule without one. */
function placeOf({ rule, system, objectId }: Finding): string | null {
  const family = rules.find(({ id }) => id === rule)?.family;
  return family === undefined ? null : `${family} ${system} ${objectId}`;
}

/** Resources that are said to be read as ever and were not, and those of which nothing is said. */
function untold(now: Inventory, clean: Inventory): readonly string[] {
  return clean.systems.flatMap((expected) => {
    const system = now.systems.find((one) => one.system === expected.system);
    const problems = expected.receipts.flatMap(({ resource, status, read }) => {
      const receipt = system?.receipts.find((one) => one.resource === resource);
      const at = `${expected.system} ${resource}`;
      if (receipt === undefined) return [`${at}: nothing is said`];
      if (receipt.status === status)
        return receipt.read === read ? [] : [`${at}: ${receipt.read}, not ${read}`];
      const isTold = receipt.reason !== null && receipt.actor !== undefined && receipt.step !== undefined;
      return isTold && receipt.status !== 'complete' ? [] : [`${at}: ${receipt.status}, and nobody must act`];
    });
    const isWhole = expected.receipts.every(
      ({ resource, status }) => system?.receipts.find((one) => one.resource === resource)?.status === status,
    );
    const isSame = JSON.stringify(system) === JSON.stringify(expected);
    return isWhole && !isSame && problems.length === 0
      ? [`${expected.system}: not the same is read`]
      : problems;
  });
}

/** Every finding with what is known of it; two ledgers that say the same are equal. */
function stateOf({ findings }: ScanOutcome): readonly string[] {
  return findings
    .filter(({ finding }) => finding.observation !== 'absent')
    .map(({ finding: { id, rule, subject, observation, disposition, contentHash } }) =>
      [id, rule, subject, observation, JSON.stringify(disposition), contentHash].join(' '),
    )
    .toSorted();
}

async function storedIn(folder: string): Promise<readonly Stored[]> {
  const { findings } = (await historyIn(folder)) as { readonly findings: readonly Stored[] };
  return findings.map(({ id, observation, disposition }) => ({ id, observation, disposition }));
}

function struckIn(vendors: Vendors, tool: string): Struck {
  const vendor = VENDOR_OF[tool] ?? 'hubspot';
  const exchanges = vendors.exchanges.filter((exchange) => exchange.vendor === vendor);
  const endpoints: readonly (Endpoint & { readonly fields: readonly string[] })[] = endpointsOf(
    exchanges,
  ).map((endpoint) => ({ ...endpoint, fields: namesIn(exchanges, endpoint) }));
  const scopes = exchanges.flatMap(({ token }) => token?.scopes ?? []);
  return { vendor, endpoints, scopes: [...new Set(scopes)] };
}

function told({ path: at, query, ...rule }: FaultRule): string {
  return JSON.stringify({ ...rule, path: at?.source, query: query?.source });
}
