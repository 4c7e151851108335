import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inventory, receipt, violation } from '#rules/engine/engine.spec-builders.js';
import { runReportJob } from '#scanner/cli/run-report-job.js';
import { scanFinding } from '#scanner/findings/ledger.spec-builders.js';
import { Ledger } from '#scanner/findings/ledger.js';
import { readSettings } from '#scanner/settings/read-settings.js';
import { BAKERY, DeliveryBench, MARIA } from './delivery-bench.js';

const MINUTE_MS = 60_000;

const USUAL = {
  weekly: 'off',
  day: 1,
  at: '07:00',
  pausedUntil: null,
  alerts: 'on',
  roles: ['owner'],
  addresses: [],
} as const;

let bench: DeliveryBench;
beforeEach(async () => {
  bench = await DeliveryBench.open('2026-11-23T09:00:00Z');
  await bench.addMember(MARIA, 'owner');
  await bench.settings.set(BAKERY, USUAL);
});
afterEach(async () => bench[Symbol.asyncDispose]());

const grave = (name: string) => violation(name, { severity: 'high' });

/** A scan that finds just these, and a look at it; gives the subjects of the mails that left. */
async function scanned(
  found: Parameters<typeof scanFinding>[0],
  comparing: { readonly inventory?: ReturnType<typeof inventory> } = {},
): Promise<readonly (string | undefined)[]> {
  const at = bench.clock().toISOString();
  const scan = scanFinding(found, { startedAt: at, finishedAt: at, comparing });
  await new Ledger(bench.dataSource).commitScan(scan);
  return looked();
}

async function looked(): Promise<readonly (string | undefined)[]> {
  bench.left.length = 0;
  const { dataSource, clock, folder } = bench;
  const settings = readSettings({ PLUMBLINE_DATA_DIR: folder });
  await bench.alerts.askForDue();
  for (let job = await bench.jobs.begin(); job !== null; job = await bench.jobs.begin())
    await runReportJob(job.id, { dataSource, clock, settings });
  await bench.send();
  return bench.left.map(({ mail }) => mail.subject);
}

function later(minutes: number): void {
  bench.now += minutes * MINUTE_MS;
}

const ONE = '1 grave finding is new: Plumbline for Sweet Crumb Bakery';

describe('an alert', () => {
  it('tells what is new and grave, once; not what the first scan finds, and not what is less', async () => {
    expect(await scanned([grave('contacts'), violation('notes')])).toEqual([]);
    later(10);
    const found = [grave('contacts'), violation('notes'), grave('passports'), violation('birthdays')];
    expect(await scanned(found)).toEqual([ONE]);
    const [left] = bench.left;
    expect(left?.to).toBe(MARIA);
    expect(left?.mail.text).toContain('Title of passports');
    expect(left?.mail.text).not.toMatch(/contacts|notes|birthdays/u);
    expect(left?.mail.text).toContain('at once');
    later(90);
    expect(await scanned(found)).toEqual([]);
  });

  it('comes at most once an hour, and then tells all that came meanwhile together', async () => {
    await scanned([]);
    later(10);
    expect(await scanned([grave('a')])).toEqual([ONE]);
    later(20);
    expect(await scanned([grave('a'), grave('b')])).toEqual([]);
    later(20);
    expect(await scanned([grave('a'), grave('b'), grave('c')])).toEqual([]);
    later(20);
    expect(await looked()).toEqual(['2 grave findings are new: Plumbline for Sweet Crumb Bakery']);
    expect(await looked()).toEqual([]);
  });

  it('tells nothing of what came and went meanwhile', async () => {
    await scanned([]);
    later(10);
    await scanned([grave('a')]);
    later(20);
    await scanned([grave('a'), grave('b')]);
    later(60);
    expect(await scanned([grave('a')])).toEqual([]);
  });

  it('says first what could not be read', async () => {
    await scanned([]);
    later(10);
    const broken = inventory([
      receipt({ capability: 'fields', object: 'contact' }),
      receipt({ capability: 'people', status: 'failed', reason: 'The vendor did not answer.' }),
    ]);
    const [subject] = await scanned([grave('a')], { inventory: broken });
    expect(subject).toContain('not everything could be read');
    const text = bench.left[0]?.mail.text ?? '';
    expect(text.indexOf('WHAT COULD NOT BE READ')).toBeGreaterThan(0);
    expect(text.indexOf('WHAT COULD NOT BE READ')).toBeLessThan(text.indexOf('Title of a'));
  });

  it('that is switched on again tells what comes from then on', async () => {
    await scanned([]);
    await bench.settings.set(BAKERY, { ...USUAL, alerts: 'off' });
    later(10);
    expect(await scanned([grave('a')])).toEqual([]);
    await bench.settings.set(BAKERY, USUAL);
    later(10);
    expect(await scanned([grave('a'), grave('b')])).toEqual([ONE]);
    expect(bench.left[0]?.mail.text).not.toContain('Title of a');
  });

  it('that reached nobody is told with the next one', async () => {
    await scanned([]);
    later(10);
    bench.answer = { is: 'refused', problem: { message: 'no', step: 'none' } };
    await scanned([grave('a')]);
    bench.answer = { is: 'accepted', way: 'smtp' };
    later(70);
    expect(await scanned([grave('a'), grave('b')])).toEqual([
      '2 grave findings are new: Plumbline for Sweet Crumb Bakery',
    ]);
  });
});
