import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ScanOutcome } from '#reports/model/scan-outcome.js';
import { withPlumbline } from '#scanner/cli/open-plumbline.js';
import { readPolicyFile } from '#scanner/cli/read-policy-file.js';
import { writeExampleBakery } from '#scanner/example/bakery.js';
import type { BakeryState } from '#scanner/example/setting.js';
import { Ledger } from '#scanner/findings/ledger.js';
import { ScanService } from '#scanner/scan/scan.service.js';
import { planted, reported } from '../support/finding-lines.js';

const POLICY = fileURLToPath(new URL('../../config/policy.example.yaml', import.meta.url));
const DAY_OF: Readonly<Record<BakeryState, string>> = { first: '2026-11-23', 'a-week-later': '2026-11-30' };

describe('the example bakery', () => {
  let folder: string;
  let first: ScanOutcome;
  let again: ScanOutcome;
  let later: ScanOutcome;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'plumbline-bakery-'));
    for (const state of ['first', 'a-week-later'] as const) {
      await writeExampleBakery(path.join(folder, state), { asOf: DAY_OF[state], state });
    }
    first = await scan('first');
    await approve();
    again = await scan('first');
    later = await scan('a-week-later');
  }, 60_000);

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('is reported as it was planted: nothing missed, nothing invented', () => {
    expect(reported(first)).toEqual(planted({ asOf: DAY_OF.first }));
  });

  it('is no news the second time (law 6)', () => {
    expect(again.findings.filter(({ change }) => change !== 'unchanged')).toEqual([]);
  });

  it('tells what became of each finding a week later: new, updated, fixed, or not seen (laws 2, 4 and 7, E21)', () => {
    expect(reported(later)).toEqual(planted({ asOf: DAY_OF['a-week-later'], state: 'a-week-later' }));
  });

  it('calls only what was read and is gone fixed, because of the data (E22)', () => {
    const causes = later.findings.filter(({ change }) => change === 'fixed').map(({ cause }) => cause);
    expect(new Set(causes)).toEqual(new Set(['data']));
  });

  it('reads every file of the four tools, and only says less where an export shows less (E27)', () => {
    const incomplete = first.inventory.systems
      .flatMap(({ system, receipts }) =>
        receipts.map(({ resource, status, reason }) => ({ system, resource, status, reason })),
      )
      .filter(({ status, reason }) => status !== 'complete' && reason !== 'not supplied');
    expect(incomplete).toEqual([
      { system: 'crm', resource: 'contact.fields', status: 'partial', reason: 'chosen columns' },
      { system: 'books', resource: 'customer.fields', status: 'partial', reason: 'chosen columns' },
      { system: 'books', resource: 'sale.fields', status: 'partial', reason: 'chosen columns' },
    ]);
  });

  it.each([
    [7, 120],
    [99, 450],
  ])('has the same truth for other people: seed %i, %i customers', async (seed, customers) => {
    const other = `seed ${seed}`;
    const options = { asOf: DAY_OF.first, seed, customers };
    await writeExampleBakery(path.join(folder, other), options);
    expect(reported(await scan('first', other))).toEqual(planted(options));
  });

  /** `name` is that of the exports; each but the two states has a ledger of its own. */
  function scan(state: BakeryState, name: string = state): Promise<ScanOutcome> {
    const data = name === state ? 'data' : `data of ${name}`;
    return withPlumbline(path.join(folder, data), async (plumbline) => {
      const { policy, text } = await readPolicyFile(POLICY);
      return plumbline.get(ScanService).run({
        policy,
        policyText: text,
        policyFolder: 'config',
        ownPaths: [],
        exportsFolder: path.join(folder, name),
        asOf: DAY_OF[state],
        clock: () => new Date(`${DAY_OF[state]}T17:00:00Z`),
        signal: new AbortController().signal,
        channel: 'test',
      });
    });
  }

  function approve(): Promise<unknown> {
    return withPlumbline(path.join(folder, 'data'), (plumbline) =>
      plumbline.get(Ledger).approveBaseline({
        organization: 'Sweet Crumb Bakery',
        approver: 'maria@sweetcrumb.example',
        on: DAY_OF.first,
        at: `${DAY_OF.first}T18:00:00Z`,
      }),
    );
  }
});
