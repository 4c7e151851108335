import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { violation } from '#rules/engine/engine.spec-builders.js';
import {
  BAKERY,
  scanFinding,
  type TemporaryLedger,
  temporaryLedger,
} from '../findings/ledger.spec-builders.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { composeWeekly } from './compose-weekly.js';
import { weekFacts } from './week-facts.js';

let opened: TemporaryLedger;
beforeEach(async () => {
  opened = await temporaryLedger();
});
afterEach(async () => opened.close());

const records = (organization = BAKERY) => new OrganizationRecords(opened.dataSource.manager, organization);
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);

async function scanned(day: string, subjects: readonly string[]): Promise<string> {
  const { scanId } = await opened.ledger.commitScan(
    scanFinding(
      subjects.map((subject) => violation(subject)),
      { day },
    ),
  );
  return scanId;
}

async function told(scan: string, day: string): Promise<void> {
  await opened.ledger.recordReport(BAKERY, scan, 'weekly', `${day}T11:00:00.000Z`);
}

describe('the facts of a week', () => {
  test('know by name what was fixed in an earlier scan of the week', async () => {
    await told(await scanned('2026-11-16', ['birthday', 'fax']), '2026-11-16');
    await scanned('2026-11-18', ['birthday']);
    await scanned('2026-11-23', ['birthday', 'gender']);
    const { mail } = await composeWeekly(records(), noonOf('2026-11-23'), null);
    expect(mail.subject).toBe(`1 new, 1 fixed: Plumbline for ${BAKERY}`);
    const facts = await weekFacts(records(), noonOf('2026-11-23'));
    const absent = facts.outcome?.findings.filter(({ finding }) => finding.observation === 'absent');
    expect(absent?.map(({ finding, change, cause }) => [finding.subject, change, cause])).toEqual([
      ['fax', 'fixed', 'data'],
    ]);
  });

  test('what came and went between two reports is no news', async () => {
    await told(await scanned('2026-11-16', ['birthday']), '2026-11-16');
    await scanned('2026-11-18', ['birthday', 'fax']);
    await scanned('2026-11-23', ['birthday']);
    const { mail } = await composeWeekly(records(), noonOf('2026-11-23'), null);
    expect(mail.subject).toBe(`Nothing new, 1 open: Plumbline for ${BAKERY}`);
  });

  test('a report on another channel takes no news away', async () => {
    await told(await scanned('2026-11-16', []), '2026-11-16');
    const scan = await scanned('2026-11-23', ['birthday']);
    await opened.ledger.recordReport(BAKERY, scan, 'command line', '2026-11-23T11:00:00.000Z');
    const { mail } = await composeWeekly(records(), noonOf('2026-11-23'), null);
    expect(mail.subject).toBe(`1 new: Plumbline for ${BAKERY}`);
  });

  test('say that no scan has finished since the last report', async () => {
    await told(await scanned('2026-11-16', ['birthday']), '2026-11-16');
    expect((await weekFacts(records(), noonOf('2026-11-23'))).isScannedSince).toBe(false);
    await scanned('2026-11-24', ['birthday']);
    expect((await weekFacts(records(), noonOf('2026-11-23'))).isScannedSince).toBe(false);
    expect((await weekFacts(records(), noonOf('2026-11-24'))).isScannedSince).toBe(true);
  });

  test('the trend has the last scan of each week, and none of the future', async () => {
    await scanned('2026-11-10', ['birthday']);
    await scanned('2026-11-13', ['birthday', 'fax']);
    await scanned('2026-11-16', ['birthday']);
    await scanned('2026-11-24', []);
    const { trend } = await weekFacts(records(), noonOf('2026-11-23'));
    expect(trend.map(({ day, medium }) => [day, medium])).toEqual([
      ['2026-11-13', 2],
      ['2026-11-16', 1],
    ]);
  });

  test('are the same for an instant that is past by now', async () => {
    await told(await scanned('2026-11-16', ['birthday', 'fax']), '2026-11-16');
    await scanned('2026-11-23', ['birthday', 'gender']);
    const then = await weekFacts(records(), noonOf('2026-11-23'));
    await scanned('2026-11-24', []);
    const now = await weekFacts(records(), noonOf('2026-11-23'));
    const sorted = ({ outcome }: typeof now) =>
      outcome?.findings
        .map(({ finding, change }) => [finding.subject, finding.observation, change])
        .toSorted();
    expect(sorted(now)).toEqual([
      ['birthday', 'present', 'unchanged'],
      ['fax', 'absent', 'fixed'],
      ['gender', 'present', 'new'],
    ]);
    expect(sorted(now)).toEqual(sorted(then));
    expect(now.trend).toEqual(then.trend);
  });

  test('of another organization nothing is known', async () => {
    await scanned('2026-11-16', ['birthday']);
    const facts = await weekFacts(records('Salty Pretzel'), noonOf('2026-11-23'));
    expect(facts).toMatchObject({ organization: 'Salty Pretzel', outcome: null, trend: [] });
  });
});
