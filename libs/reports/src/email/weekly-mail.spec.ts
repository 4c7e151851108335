import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Severity } from '#rules/engine/rule.js';
import { ruleIds } from '#rules/engine/rule-id.js';
import { finding, outcome, receipt, reported, system } from '../model/report.spec-builders.js';
import { severities } from '../model/severity.js';
import type { TrendPoint } from '../weekly/week-facts.js';
import { facts } from '../weekly/weekly.spec-builders.js';
import { mailLinksOf } from './mail-links.js';
import type { ReportMail } from './report-mail.js';
import { weeklyMailOf } from './weekly-mail.js';

/** Gmail cuts a mail off at 102 KB. */
const LARGEST = 100_000;

const TREND: readonly TrendPoint[] = [
  { day: '2026-11-09', high: 3, medium: 2, low: 1, notObserved: 0, systemsNotRead: 0 },
  { day: '2026-11-16', high: 2, medium: 2, low: 1, notObserved: 1, systemsNotRead: 1 },
  { day: '2026-11-23', high: 1, medium: 2, low: 1, notObserved: 0, systemsNotRead: 0 },
];

function mailAbout(titles: readonly string[], severity: Severity = 'high'): Promise<ReportMail> {
  const findings = titles.map((title, at) =>
    reported(finding('app.ai', `app ${at} ${title}`, { title, severity, message: title, remedy: title })),
  );
  return weeklyMailOf(facts({ outcome: outcome({ findings }), trend: TREND }), null);
}

describe('hostile texts', () => {
  const HOSTILE = [
    ['a script', '<script>alert(1)</script>'],
    ['an attribute', '"><img src=x onerror=alert(1)>'],
    ['a header', 'Ann\r\nBcc: everybody@example.org'],
    ['a turned direction', '\u202Egnp.exe'],
    ['Hebrew', '\u05E9\u05DC\u05D5\u05DD Ltd'],
    ['200 letters', 'n'.repeat(200)],
    ['a formula', '=HYPERLINK("https://evil.example")'],
  ] as const;

  test.each(HOSTILE)('%s is text in every part', async (_, text) => {
    const { subject, html, text: plain } = await mailAbout([text]);
    expect(html).not.toMatch(/<script|<img src=x|<a /u);
    for (const part of [subject, html, plain]) expect(part).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
    expect(plain.split('\n').every((line) => line.length <= 72)).toBe(true);
  });

  test('any name of an organization gives a subject of one line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (organization) => {
        const { subject, text } = await weeklyMailOf(facts({ organization }), null);
        expect(subject).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
        expect(subject.length).toBeLessThanOrEqual(200);
        expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
      }),
      { numRuns: 50, seed: 20261127 },
    );
  });

  test('a name in Hebrew stays readable', async () => {
    const { text } = await mailAbout(['ש\u05DC\u05D5\u05DD Ltd']);
    expect(text).toContain('ש\u05DC\u05D5\u05DD Ltd');
  });
});

describe('5,000 findings with long names', () => {
  const many = ruleIds
    .filter((rule) => !rule.startsWith('program.'))
    .flatMap((rule) =>
      severities.flatMap((severity) =>
        Array.from({ length: 44 }, (_, at) => {
          const name = `${rule} ${severity} ${at} ${'"<&\u202E>'.repeat(60)}`;
          const long = { title: name, message: name, remedy: name };
          return reported(finding(rule, name, { severity, ...long }));
        }),
      ),
    );
  const week = facts({
    outcome: outcome({
      findings: many,
      news: {
        since: { scan: 'scan-1', asOf: '2026-11-16' },
        items: many
          .slice(0, 2000)
          .map((one) => ({ findingId: one.finding.id, change: 'new', cause: 'data' })),
      },
    }),
    trend: TREND,
  });

  test('fit a mail that no program cuts off, and stand in the attached table', async () => {
    expect(many.length).toBeGreaterThan(4900);
    const { html, text, attachments } = await weeklyMailOf(
      week,
      mailLinksOf('https://plumbline.example', 'org-1'),
    );
    expect(Buffer.byteLength(html)).toBeLessThan(LARGEST);
    expect(attachments).toHaveLength(1);
    const table = Buffer.from(attachments[0]?.bytes ?? []).toString();
    // Long names make a long table: it carries the gravest, and says how many.
    const rows = table.split('\r\n').length - 2;
    expect(rows).toBeGreaterThan(1000);
    expect(text.replaceAll(/\s+/gu, ' ')).toContain(
      `the gravest ${rows.toLocaleString('en-US')} of ${many.length.toLocaleString('en-US')}`,
    );
    expect(table.length).toBeLessThan(8_000_000);
  });

  test('cells that would be formulas start with an apostrophe', async () => {
    const { attachments } = await mailAbout(Array.from({ length: 50 }, (_, at) => `=1+${at}`));
    const table = Buffer.from(attachments[0]?.bytes ?? []).toString();
    expect(table).toContain("'=1+1");
    expect(table).not.toMatch(/(^|,)"?=/mu);
  });
});

describe('links', () => {
  test('without a public address there is none, and nothing is missing', async () => {
    const { html, text } = await mailAbout(['ChatGPT can reach customer data']);
    expect(html).not.toMatch(/href=/u);
    expect(text).not.toMatch(/https?:/u);
  });

  test('with one, each finding leads to its page', async () => {
    const one = finding('app.ai', 'ChatGPT');
    const links = mailLinksOf('https://plumbline.example/base', 'org-1');
    const { html, text } = await weeklyMailOf(
      facts({ outcome: outcome({ findings: [reported(one)] }) }),
      links,
    );
    expect(html).toContain(`href="https://plumbline.example/base/o/org-1/findings/${one.id}"`);
    expect(text).toContain('https://plumbline.example/base/o/org-1/');
  });
});

describe('the chart', () => {
  test('stands in the mail itself, and says its numbers to whoever does not see it', async () => {
    const { html, text, images } = await mailAbout(['ChatGPT can reach customer data']);
    const words =
      'Open findings week by week since 9 November 2026: 6, 5?, 4. Now 1 high, 2 medium and 1 low. A question mark: a tool failed or refused that week, or known findings could not be looked at again.';
    expect(html).toContain(`alt="${words}"`);
    expect(text.replaceAll(/\s+/gu, ' ')).toContain(words);
    expect(images).toHaveLength(1);
    expect(html).toContain(`src="cid:${images[0]?.contentId}"`);
    expect(
      Buffer.from(images[0]?.bytes ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(images[0]?.bytes.length).toBeLessThan(40_000);
  });
});

test('the same facts give the same bytes', async () => {
  const [one, other] = [await mailAbout(['a', 'b']), await mailAbout(['a', 'b'])];
  expect(one).toEqual(other);
});

test('a tool without any finding and without a connection is a mail too', async () => {
  const empty = await weeklyMailOf(
    facts({ outcome: outcome({ inventory: { asOf: '2026-11-23', systems: [] } }) }),
    null,
  );
  expect(empty.subject).toBe('Nothing could be read: Plumbline for Sweet Crumb Bakery');
  const never = await weeklyMailOf(facts({ outcome: null }), null);
  expect(never.text.replaceAll('\n', ' ')).toContain('this is not a clean result');
  const denied = [system('crm', { receipts: [receipt({ status: 'denied', reason: 'no right' })] })];
  const { html } = await weeklyMailOf(
    facts({ outcome: outcome({ inventory: { asOf: '2026-11-23', systems: denied } }) }),
    null,
  );
  expect(html).toContain('not a clean result');
});
