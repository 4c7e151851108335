import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Finding } from '#rules/engine/finding.js';
import { ruleIds } from '#rules/engine/rule-id.js';
import {
  exceptionUntil,
  field,
  finding,
  outcome,
  receipt,
  reported,
  system,
} from '../model/report.spec-builders.js';
import type { ScanOutcome } from '../model/scan-outcome.js';
import { findingAsText, findingsAsText } from './finding-text.js';
import { reportAsText } from './text.js';
import { widthOf } from './wrap.js';

const PLAIN = { colors: false, width: 96 };
const COLORED = { colors: true, width: 96 };
const ESC = '\u001B';
const COLOR_CODES = new RegExp(`${ESC}\\[[0-9;]*m`, 'gu');
const GREEN = '\u001B[32m';

const withFindings = (...findings: readonly Finding[]): ScanOutcome =>
  outcome({ findings: findings.map((one) => reported(one)) });

function linesOf(scan: ScanOutcome, style = PLAIN): readonly string[] {
  return reportAsText(scan, style).split('\n');
}

/** Where each text begins, in the order given. */
function placesOf(text: string, parts: readonly string[]): readonly number[] {
  return parts.map((part) => text.indexOf(part));
}

describe('the report at a terminal', () => {
  it('is a few lines when there is nothing to say', () => {
    const baseline = {
      scan: 'scan-1',
      approvedBy: 'maria@sweetcrumb.example',
      approvedOn: '2026-10-01',
      appeared: [],
      vanished: [],
    };
    const missingSections = ['retention', 'consent', 'erasures'];
    expect(linesOf(outcome({ baseline, missingSections })).filter((line) => line !== '')).toEqual([
      'Sweet Crumb Bakery, 23 November 2026',
      'Nothing changed since the report of 16 November 2026.',
      'Your tools agree with your policy.',
      'Not in your policy, so not judged: retention, consent and erasures.',
      'Baseline approved by maria@sweetcrumb.example on 1 October 2026: nothing came or went since.',
    ]);
  });

  it('is never green when nothing could be read (law 2)', () => {
    const receipts = [receipt({ status: 'unsupported', reason: 'not supplied', read: 0 })];
    const scan = outcome({ inventory: { asOf: '2026-11-23', systems: [system('crm', { receipts })] } });
    expect(reportAsText(scan, COLORED)).not.toContain(GREEN);
    expect(reportAsText(scan, PLAIN)).toContain('Nothing could be read');
    expect(
      reportAsText(outcome({ missingSections: ['retention', 'consent', 'erasures'] }), COLORED),
    ).toContain(GREEN);
  });

  it('says what could not be read, then drift gravest first, then questions, changes, exceptions, baseline', () => {
    const receipts = [receipt(), receipt({ capability: 'people', status: 'failed', reason: 'broken' })];
    const drift = [
      reported(finding('field.undeclared', 'contact.wedding', { severity: 'low' })),
      reported(finding('field.sensitive', 'contact.diet', { severity: 'high' })),
      reported(finding('access.inactive', 'tom', { disposition: exceptionUntil('2026-11-25') }), {
        excepted: true,
      }),
    ];
    const text = reportAsText(
      outcome({
        inventory: {
          asOf: '2026-11-23',
          systems: [system('crm', { receipts, fields: [field('flavour', { confidence: 0.2 })] })],
        },
        findings: drift,
        news: {
          since: { scan: 'scan-1', asOf: '2026-11-16' },
          items: [{ findingId: drift[0]?.finding.id ?? '', change: 'new', cause: 'data' }],
        },
        missingSections: ['retention'],
      }),
      PLAIN,
    );
    const places = placesOf(text, [
      'Since the report of',
      'could not be read: broken',
      '(retention:)',
      'HIGH: 1',
      'LOW: 1',
      'IS THIS PERSONAL DATA?',
      'CHANGED SINCE THE REPORT OF 16 NOVEMBER 2026',
      'ends in 2 days',
      'No baseline yet',
    ]);
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it('shows a finding that is alone with what it is, why it matters, what to do, count and id', () => {
    const text = reportAsText(withFindings(finding('field.undeclared', 'contact.birthday')), PLAIN);
    expect(text).toMatch(/Title of contact\.birthday +1,204 of 2,011 records {2}[0-9a-f]{8}\n/u);
    expect(text).toContain('Why contact.birthday matters.');
    expect(text).toContain('→ What to do about contact.birthday.');
  });

  it('explains findings of one rule once, and lists them beneath each other', () => {
    const text = reportAsText(
      withFindings(
        finding('access.weak-login', 'tom@sweetcrumb.example', { evidence: {} }),
        finding('access.weak-login', 'lea@sweetcrumb.example', { evidence: {} }),
      ),
      PLAIN,
    );
    expect(text.match(/A password alone is enough/gu)).toHaveLength(1);
    expect(text).toMatch(
      /• lea@sweetcrumb\.example +[0-9a-f]{8}\n +• tom@sweetcrumb\.example +[0-9a-f]{8}\n/u,
    );
    expect(text).toContain('Login with a password alone: crm (HubSpot)');
  });

  it('does not list hundreds', () => {
    const findings = Array.from({ length: 300 }, (_, at) => finding('app.undeclared', `App ${at}`));
    const scan = outcome({
      findings: findings.map((one) => reported(one)),
      news: {
        since: { scan: 's', asOf: '2026-11-16' },
        items: findings.map(({ id }) => ({ findingId: id, change: 'new', cause: 'data' })),
      },
    });
    const text = reportAsText(scan, PLAIN);
    expect(text).toContain('MEDIUM: 300');
    expect(text).toContain('... and 285 more, listed by: npx --no-install plumbline findings');
    expect(text).toContain('New: 300');
    expect(text).toContain('... and 290 more');
    expect(text.split('\n').length).toBeLessThan(50);
    expect(findingsAsText(scan, PLAIN).split('\n')).toHaveLength(302);
  });

  it('marks what is new, came back, changed, or was not seen this time', () => {
    const findings = ['a', 'b', 'c', 'd'].map((subject) => finding('access.weak-login', subject));
    const changes = ['new', 'reopened', 'updated', 'not_observed'] as const;
    const text = reportAsText(
      outcome({
        findings: findings.map((one, at) =>
          reported({ ...one, observation: changes[at] === 'not_observed' ? 'not_observed' : 'present' }),
        ),
        news: {
          since: { scan: 's', asOf: '2026-11-16' },
          items: findings.map(({ id }, at) => ({
            findingId: id,
            change: changes[at] ?? 'new',
            cause: 'data',
          })),
        },
      }),
      PLAIN,
    );
    expect(text).toMatch(/• a .*new.*\n.*• b .*came back.*\n.*• c .*changed.*\n.*• d .*not seen this time/u);
  });

  it('says that an exception ended, where it did', () => {
    const disposition = exceptionUntil('2026-11-20');
    expect(reportAsText(withFindings(finding('field.undeclared', 'a', { disposition })), PLAIN)).toContain(
      'exception ended',
    );
  });

  it('asks how a field is to be called, with a line that can be copied', () => {
    const fields = [field('fav flavour', { confidence: 0.2, label: 'Favourite flavour' })];
    const text = reportAsText(
      outcome({ inventory: { asOf: '2026-11-23', systems: [system('crm', { fields })] } }),
      PLAIN,
    );
    expect(text).toContain('"Favourite flavour" of contact in crm may be: Other personal facts.');
    expect(text).toContain(
      '\n      - { system: crm, object: contact, field: "fav flavour", category: none }\n',
    );
  });

  it('says the same without colours, in the same lines', () => {
    const scan = bakery();
    expect(reportAsText(scan, COLORED).replaceAll(COLOR_CODES, '')).toBe(reportAsText(scan, PLAIN));
  });

  it('is pleasant to read at forty findings: below 200 lines', () => {
    expect(linesOf(bakery()).length).toBeLessThan(200);
  });

  it.each([60, 80, 100])('keeps every line within %d columns', (width) => {
    expect(Math.max(...linesOf(bakery(), { colors: false, width }).map(widthOf))).toBeLessThanOrEqual(width);
  });
});

describe('text from files that would steer a terminal', () => {
  const HOSTILE = '\u001B[2J\u001B]0;owned\u0007\u202Egnp\nFAKE LINE\u009B31m';
  const hostile = hostileOutcome(HOSTILE);

  it.each([
    ['report', (style: typeof PLAIN) => reportAsText(hostile, style)],
    ['list of findings', (style: typeof PLAIN) => findingsAsText(hostile, style)],
    [
      'finding in full',
      (style: typeof PLAIN) => hostile.findings.map((one) => findingAsText(one, style)).join('\n'),
    ],
  ])('is shown as its code in the %s', (_what, render) => {
    for (const style of [PLAIN, COLORED]) {
      const text = render(style).replaceAll(COLOR_CODES, '');
      expect(text).toContain('\\x1b[2J');
      expect(text).toContain('\\u{202e}');
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202A-\u202E]/u);
      expect(text).not.toMatch(/^FAKE LINE/mu);
    }
  });

  it('is shown as its code whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const shown = reportAsText(hostileOutcome(text), PLAIN).replaceAll('\n', '');
        expect(shown).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
      }),
      { numRuns: 25 },
    );
  });
});

/** The text stands wherever a file, a tool or a person can put one. */
function hostileOutcome(text: string): ScanOutcome {
  const disposition = { ...exceptionUntil('2027-01-31'), reason: text, approver: text };
  const texts = { title: text, message: text, remedy: text, evidence: { fields: [text], why: text } };
  const failed = receipt({ object: text, list: text, status: 'failed', reason: text, parts: [text] });
  const partial = receipt({ object: text, status: 'partial', reason: text });
  const fields = [field(text, { label: text, object: text, reason: text, confidence: 0.2 })];
  return outcome({
    scan: { ...outcome().scan, organization: text },
    inventory: {
      asOf: '2026-11-23',
      systems: [system('crm'), system(text, { receipts: [failed, partial, receipt()], fields })],
    },
    findings: [
      reported(finding('field.undeclared', text, { ...texts, id: text, system: text })),
      reported(finding('access.weak-login', text, texts)),
      reported(finding('access.weak-login', `${text}2`, { ...texts, system: text })),
      reported(finding('app.ai', text, { ...texts, disposition }), { excepted: true }),
    ],
    missingSections: [text],
    baseline: { scan: text, approvedBy: text, approvedOn: '2026-10-01', appeared: [], vanished: [] },
  });
}

/** Forty findings of twenty rules in four systems, beside gaps of every kind and questions. */
function bakery(): ScanOutcome {
  const names = ['crm', 'newsletter', 'books', 'office'];
  const severities = ['high', 'medium', 'low'] as const;
  const findings = ruleIds.slice(0, 20).flatMap((rule, at) =>
    names.slice(0, 1 + (at % 3)).map((name) => {
      const severity = severities[at % 3] ?? 'low';
      return reported(finding(rule, `subject of ${rule} in ${name}`, { severity, system: name }));
    }),
  );
  const systems = names.map((name) =>
    system(name, {
      receipts: [
        receipt({ object: 'contact' }),
        receipt({ capability: 'fields', status: 'partial', reason: 'chosen columns' }),
        receipt({ capability: 'people', object: null, status: 'unsupported', reason: 'not supplied' }),
        receipt({ capability: 'apps', object: null, status: 'unsupported', reason: 'not supplied' }),
        receipt({
          object: `drive/${name}.csv`,
          status: 'failed',
          reason: 'the file is empty: export it again',
        }),
      ],
      fields: [field('a question', { confidence: 0.3 })],
    }),
  );
  return outcome({
    findings,
    inventory: { asOf: '2026-11-23', systems },
    missingSections: ['training', 'vendors'],
  });
}
