import { describe, expect, test } from '@jest/globals';
import type { Finding } from '#rules/engine/finding.js';
import {
  exceptionUntil,
  finding,
  outcome,
  receipt,
  reported,
  system,
} from '../model/report.spec-builders.js';
import type { ScanOutcome } from '../model/scan-outcome.js';
import type { WeekFacts } from './week-facts.js';
import { facts } from './weekly.spec-builders.js';
import { weeklyReportOf } from './weekly-report-of.js';
import type { WeeklySectionKind } from './weekly-report.js';

const appears = finding('field.undeclared', 'contact.birthday');
const stays = finding('access.departed', 'ben@sweetcrumb.example', {
  severity: 'high',
  system: 'newsletter',
  firstSeen: '2026-11-02',
});

function news(
  one: Finding,
  change: 'new' | 'reopened' | 'updated' | 'fixed' | 'gone' | 'not_observed',
  cause = 'data',
) {
  return { findingId: one.id, change, cause } as ScanOutcome['news']['items'][number];
}

function since(...items: ScanOutcome['news']['items']): ScanOutcome['news'] {
  return { since: { scan: 'scan-1', asOf: '2026-11-16' }, items };
}

function week(scan: Partial<ScanOutcome>, more: Partial<WeekFacts> = {}) {
  return weeklyReportOf(facts({ outcome: outcome(scan), ...more }));
}

describe('the order of a weekly report', () => {
  test('says what could not be read first, then new, open, fixed, gone, exceptions and duties', () => {
    const fixed = finding('app.ai', 'ChatGPT', { observation: 'absent' });
    const gone = finding('field.unused', 'contact.fax', { observation: 'absent' });
    const excepted = finding('vendor.dpa', 'QuickBooks', { disposition: exceptionUntil('2026-11-25') });
    const duty = finding('program.audit', 'audit', { system: null, connector: null });
    const report = week({
      inventory: {
        asOf: '2026-11-23',
        systems: [
          system('crm', { receipts: [receipt({ status: 'failed', reason: 'the connection was cut' })] }),
        ],
      },
      findings: [appears, stays, fixed, gone, excepted, duty].map((one) => reported(one)),
      news: since(news(appears, 'new'), news(fixed, 'fixed'), news(gone, 'gone', 'policy')),
    });
    const order: readonly WeeklySectionKind[] = [
      'unread',
      'new',
      'open',
      'fixed',
      'gone',
      'exceptions',
      'duties',
    ];
    expect(report.sections.map(({ kind }) => kind)).toEqual(order);
    expect(report.tone).toBe('drift');
    expect(report.news).toBe('Nothing could be read, 3 open');
  });

  test('graver findings stand in front, with age and who looks after them', () => {
    const mild = finding('field.undeclared', 'contact.birthday', { severity: 'low' });
    const report = week(
      { findings: [reported(mild), reported(stays)] },
      { assignees: new Map([[stays.id, 'Tom']]) },
    );
    const [open] = report.sections;
    expect(open?.kind).toBe('open');
    expect(open?.items.map(({ severity, remarks }) => [severity, ...remarks])).toEqual([
      ['high', '1,204 of 2,011 records', '3 weeks', 'with Tom'],
      ['low', '1,204 of 2,011 records', '7 days', 'with nobody yet'],
    ]);
  });
});

describe('the news of a week', () => {
  test('counts what came, came back, changed, was fixed and went away for another reason', () => {
    const others = ['a', 'b', 'c', 'd'].map((name) => finding('app.undeclared', name));
    const [back, changed, fixed, gone] = others as [Finding, Finding, Finding, Finding];
    const absent = [fixed, gone].map((one): Finding => ({ ...one, observation: 'absent' }));
    const report = week({
      findings: [appears, back, changed, ...absent].map((one) => reported(one)),
      news: since(
        news(appears, 'new'),
        news(back, 'reopened'),
        news(changed, 'updated'),
        news(fixed, 'fixed'),
        news(gone, 'gone', 'rules'),
      ),
    });
    expect(report.news).toBe('1 new, 1 came back, 1 changed, 1 fixed, 1 gone');
  });

  test('fixed is said of what the data did, and of nothing else', () => {
    const kinds = (['data', 'policy', 'rules', 'disposition'] as const).map((cause) => ({
      cause,
      one: finding('app.undeclared', cause, { observation: 'absent' }),
    }));
    const report = week({
      findings: kinds.map(({ one }) => reported(one)),
      news: since(...kinds.map(({ one, cause }) => news(one, cause === 'data' ? 'fixed' : 'gone', cause))),
    });
    const titles = (kind: WeeklySectionKind) =>
      report.sections
        .find((section) => section.kind === kind)
        ?.items.map(({ what, remarks }) => [what, ...remarks]);
    expect(titles('fixed')).toEqual([['Title of data']]);
    expect(titles('gone')).toEqual([
      ['Title of policy', 'the policy changed'],
      ['Title of rules', "plumbline's rules changed"],
      ['Title of disposition', 'you approved a new baseline'],
    ]);
  });

  test('what came and was accepted at once is no news to act on', () => {
    const accepted = { ...appears, disposition: exceptionUntil('2027-01-15') };
    const report = week({ findings: [reported(accepted)], news: since(news(appears, 'new')) });
    expect(report.news).toBe('Nothing new');
    expect(report.sections).toEqual([]);
  });

  test('an exception that ended since the scan is drift again on the day of the report', () => {
    const ended = { ...stays, disposition: exceptionUntil('2026-11-23') };
    const before = week({ findings: [reported(ended)] }, { day: '2026-11-23' });
    const after = week({ findings: [reported(ended)] }, { day: '2026-11-24' });
    expect(before.sections.map(({ kind }) => kind)).toEqual(['exceptions']);
    expect(after.sections.map(({ kind }) => kind)).toEqual(['open']);
  });

  test('the first report calls nothing new', () => {
    const report = week({
      findings: [reported(appears)],
      news: { since: null, items: [news(appears, 'new')] },
    });
    expect(report.sections.map(({ kind, heading }) => [kind, heading])).toEqual([['open', 'Open']]);
    expect(report.news).toBe('1 open');
  });
});

test('duties are one list, whether overdue or due soon', () => {
  const duties = ['medium', 'low'].map((severity) =>
    finding('program.vetting', `${severity} vendor`, {
      severity: severity === 'low' ? 'low' : 'medium',
      system: null,
      connector: null,
      evidence: {},
    }),
  );
  const report = week({ findings: duties.map((one) => reported(one)) });
  expect(report.sections).toMatchObject([
    {
      kind: 'duties',
      items: [{ severity: 'medium', lines: [{ finding: duties[0]?.id }, { finding: duties[1]?.id }] }],
    },
  ]);
});

describe('a quiet week', () => {
  test('is three sentences and nothing else', () => {
    const report = week({});
    expect(report).toMatchObject({
      tone: 'quiet',
      news: 'Nothing new',
      sections: [],
      trend: [],
      summary: [
        'Nothing changed since the report of 16 November 2026, and your tools agree with your policy.',
        'Read on 23 November 2026: crm (HubSpot).',
        'Every part of your policy was checked. There is nothing for you to do.',
      ],
    });
  });

  test('with something that a tool never tells stays short, says it, and is not all clear', () => {
    const systems = [
      system('books', {
        receipts: [
          receipt(),
          receipt({ capability: 'apps', object: null, status: 'unsupported', reason: 'not supplied' }),
        ],
      }),
    ];
    const report = week({ inventory: { asOf: '2026-11-23', systems } });
    expect(report.tone).toBe('unsure');
    expect(report.sections).toEqual([]);
    expect(report.summary[0]).toContain('what was read agrees with your policy');
    expect(report.summary[1]).toContain('Which apps may reach books (QuickBooks) is not known');
  });
});

describe('a week in which something is not known', () => {
  test.each(['failed', 'denied', 'partial'] as const)('%s: is neither short nor all clear', (status) => {
    const systems = [
      system('crm', { receipts: [receipt(), receipt({ status, reason: 'nobody knows why' })] }),
    ];
    const report = week({ inventory: { asOf: '2026-11-23', systems } });
    expect(report.tone).toBe('unsure');
    expect(report.sections.map(({ kind }) => kind)).toEqual(['unread']);
  });

  test('without a scan since the last report says so first', () => {
    const report = week({}, { isScannedSince: false });
    expect(report.tone).toBe('unsure');
    expect(report.news).toBe('No scan since the last report');
    expect(report.summary[0]).toContain('not a clean result');
    expect(report.sections[0]?.items[0]?.what).toBe('No scan has finished since 23 November 2026');
  });

  test('a scan that failed says why and what to do', () => {
    const failedScan = {
      day: '2026-11-22',
      message: 'HubSpot refused the login.',
      step: 'Connect it again.',
    };
    const report = week({}, { failedScan });
    expect(report.sections[0]?.items).toMatchObject([
      {
        what: 'The scan of 22 November 2026 failed',
        why: 'HubSpot refused the login.',
        steps: ['Connect it again.'],
      },
    ]);
  });

  test('what could not be looked at again stays open and is counted', () => {
    const unseen: Finding = { ...stays, observation: 'not_observed' };
    const report = week({ findings: [reported(unseen)], news: since(news(unseen, 'not_observed')) });
    expect(report.sections[0]?.items[0]?.what).toBe('1 known finding could not be looked at again');
    expect(report.sections[1]?.items[0]?.remarks).toContain('not seen this time');
    expect(report.news).toBe('Nothing new, 1 open');
  });

  test('before the first scan nothing is said to be fine', () => {
    const report = weeklyReportOf(facts({ outcome: null }));
    expect(report.tone).toBe('unsure');
    expect(report.summary[0]).toContain('not a clean result');
  });
});

test('5,000 findings are summed up by kind, and none is dropped in silence', () => {
  const many = Array.from({ length: 5000 }, (_, at) => finding('app.undeclared', `app ${at}`));
  const last = finding('field.unused', 'contact.fax', { severity: 'low' });
  const report = week({ findings: [...many, last].map((one) => reported(one)) });
  const [open] = report.sections;
  expect(open?.items).toHaveLength(2);
  expect(open?.items[0]?.lines).toHaveLength(2);
  expect(open?.items[1]?.what).toBe('Title of contact.fax');
  expect(report.unlisted).toBe(4998);
});
