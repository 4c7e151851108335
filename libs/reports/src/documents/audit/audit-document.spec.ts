import { describe, expect, it } from '@jest/globals';
import { inventory, receipt } from '#rules/engine/engine.spec-builders.js';
import type { Finding } from '#rules/engine/finding.js';
import type { Inventory } from '#rules/engine/inventory.js';
import type { RuleId } from '#rules/engine/rule-id.js';
import { finding } from '../../model/report.spec-builders.js';
import { documentAsHtml } from '../document-as-html.js';
import { documentAsText } from '../document-as-text.js';
import { FULL, MINIMAL } from '../policy.spec-builders.js';
import { auditDocument } from './audit-document.js';
import type { AuditedFinding, QuarterFacts } from './quarter-facts.js';

const CAPABILITIES = ['fields', 'records', 'people', 'apps', 'files'] as const;

/** Everything was read to its end. */
const READ: Inventory = {
  ...inventory(CAPABILITIES.map((capability) => receipt({ capability }))),
  measures: {
    triggers: {
      last_purchase: { judgedAsOf: '2026-11-23', coveredFrom: null, reasons: [] },
      last_activity: { judgedAsOf: '2026-11-23', coveredFrom: null, reasons: [] },
    },
    systems: [],
    erasureRequests: null,
    optOutsUnread: [],
  },
};

/** A quarter in which everything is as it should be, and everything was read. */
const QUIET: QuarterFacts = {
  from: '2026-08-23',
  day: '2026-11-23',
  policy: FULL,
  policySaved: { day: '2026-09-30', by: 'maria@mybusiness.example' },
  policyChanges: [],
  scan: {
    id: 'scan-1',
    asOf: '2026-11-23',
    daysOld: 0,
    rulesVersion: 'rules-1',
    policyVersion: 'policy-1',
    isUnderPolicyInForce: true,
    inventory: READ,
  },
  scans: 3,
  start: { asOf: '2026-08-20', isBeforeQuarter: true, inventory: READ },
  findings: [],
  changes: [],
  duties: [],
  baseline: null,
};

const pack = (facts: QuarterFacts) => auditDocument(facts, { asOf: 'As of noon.', foot: 'foot' });

/** What the pack answers to its four questions. */
function answers(facts: QuarterFacts): readonly string[] {
  const parts = pack(facts).sections.flatMap((section) => section.parts);
  return parts.flatMap((part) => (part.kind === 'answer' ? [part.answer] : []));
}

const wordsOf = (facts: QuarterFacts) => documentAsText(pack(facts)).replaceAll(/\s+/gu, ' ');

function found(rule: RuleId, more: Partial<Finding> = {}): AuditedFinding {
  return { finding: finding(rule, 'thing', more), exception: null };
}

function accepted(rule: RuleId, more: Partial<Finding> = {}): AuditedFinding {
  const exception = {
    kind: 'exception' as const,
    reason: 'The till is replaced in January',
    approver: 'maria@mybusiness.example',
    until: '2026-11-28',
    on: '2026-11-01',
  };
  return { ...found(rule, more), exception };
}

function reading(change: (now: Inventory) => Inventory): QuarterFacts {
  if (QUIET.scan === null) throw new Error('The quiet quarter has a scan.');
  return { ...QUIET, scan: { ...QUIET.scan, inventory: change(READ) } };
}

describe('the four questions of the audit pack', () => {
  it('are answered with yes where everything was read and nothing is against it', () => {
    expect(answers(QUIET)).toEqual(['yes', 'yes', 'yes', 'yes']);
  });

  it.each([
    ['field.missing', ['no', 'yes', 'yes', 'yes']],
    ['vendor.unvetted', ['yes', 'no', 'yes', 'yes']],
    ['field.undeclared', ['yes', 'yes', 'no', 'yes']],
    ['retention.overdue', ['yes', 'yes', 'no', 'yes']],
    ['consent.conflict', ['yes', 'yes', 'no', 'yes']],
    ['access.undeclared-person', ['yes', 'yes', 'yes', 'no']],
    ['app.ai', ['yes', 'no', 'yes', 'no']],
  ] as const)('a finding of %s is a no to %j', (rule, expected) => {
    expect(answers({ ...QUIET, findings: [found(rule)] })).toEqual(expected);
    expect(answers({ ...QUIET, findings: [found(rule, { observation: 'not_observed' })] })).toEqual(expected);
  });

  it('what a person accepted for a while is no difference, and stands with reason, approver and end', () => {
    const facts = { ...QUIET, findings: [accepted('field.undeclared')] };
    expect(answers(facts)).toEqual(['yes', 'yes', 'yes', 'yes']);
    expect(wordsOf(facts)).toContain(
      'Reason: The till is replaced in January. Accepted by: maria@mybusiness.example. Until: 28 Nov 2026 (ends within a week).',
    );
  });

  describe('law 2: never yes about what was not read', () => {
    const needs = [['fields'], ['fields', 'apps'], ['fields', 'records'], ['people', 'apps', 'files']];

    it.each(
      CAPABILITIES.flatMap((capability) =>
        (['partial', 'denied', 'failed', 'unsupported'] as const).map(
          (status) => [capability, status] as const,
        ),
      ),
    )('%s %s', (capability, status) => {
      const facts = reading((now) => ({
        ...now,
        systems: now.systems.map((system) => ({
          ...system,
          receipts: system.receipts.map((one) =>
            one.capability === capability ? { ...one, status, reason: 'a reason' } : one,
          ),
        })),
      }));
      expect(answers(facts)).toEqual(needs.map((of) => (of.includes(capability) ? 'cannot tell' : 'yes')));
      expect(documentAsText(pack(facts))).toContain('a reason');
    });

    it('without a scan, or with one that is emptied, old, or older than the policy', () => {
      const open = ['cannot tell', 'cannot tell', 'cannot tell', 'cannot tell'];
      expect(answers({ ...QUIET, scan: null, start: null })).toEqual(open);
      const { scan } = QUIET;
      if (scan === null) throw new Error('The quiet quarter has a scan.');
      expect(answers({ ...QUIET, scan: { ...scan, inventory: null } })).toEqual(open);
      expect(answers({ ...QUIET, scan: { ...scan, daysOld: 36 } })).toEqual(open);
      expect(answers({ ...QUIET, scan: { ...scan, isUnderPolicyInForce: false } })).toEqual(open);
      expect(answers({ ...QUIET, scan: { ...scan, daysOld: 35 } })).not.toContain('cannot tell');
    });

    it('without a policy that decides it', () => {
      expect(answers({ ...QUIET, policy: MINIMAL })).not.toContain('yes');
    });

    it('a system of which nothing was asked', () => {
      const facts = reading((now) => ({
        ...now,
        systems: now.systems.map((system) => ({ ...system, receipts: [] })),
      }));
      expect(answers(facts)).not.toContain('yes');
    });

    it('says what was not read before any answer', () => {
      const [first] = pack(QUIET).sections;
      expect(first?.heading).toBe('What was read, and what was not');
    });

    it('customers of whom nobody knows whether their time is up', () => {
      const tally = { subjects: 0, records: 0, sample: [] };
      const term = { years: 0, months: 24, weeks: 0, days: 0 };
      const deletions = { held: 0, unjudged: 0, requested: tally, deletedElsewhere: tally, deletedIn: [] };
      const retention = [
        {
          subjects: 'customers' as const,
          after: 'last_purchase' as const,
          keep: term,
          held: 5,
          unjudged: 2,
          overdue: tally,
          undated: tally,
        },
      ];
      const facts = reading((now) => ({
        ...now,
        ...(now.measures && {
          measures: {
            ...now.measures,
            systems: [{ system: 'crm', retention, ages: [], consent: [], deletions }],
          },
        }),
      }));
      expect(answers(facts)).toEqual(['yes', 'yes', 'cannot tell', 'yes']);
    });
  });

  it('the policy is not up to date when its review is late', () => {
    expect(answers({ ...QUIET, day: '2027-01-01' })[0]).toBe('no');
    expect(answers({ ...QUIET, policy: { ...FULL, reviewed: null } })[0]).toBe('no');
    expect(answers({ ...QUIET, policy: { ...FULL, reviewEvery: null } })[0]).toBe('cannot tell');
  });

  it('a newcomer that the policy does not have is a no; one that it has is none', () => {
    const withApp = (name: string) =>
      reading((now) => ({
        ...now,
        systems: now.systems.map((system) => ({
          ...system,
          apps: [{ name, clientId: null, scopes: [], users: 1, access: 'unknown' as const }],
        })),
      }));
    expect(answers(withApp('Notetaker'))[1]).toBe('no');
    expect(wordsOf(withApp('Notetaker'))).toContain('Which: Notetaker. Where: crm (HubSpot). Vetted: no.');
    const start = withApp('Notetaker').scan?.inventory ?? READ;
    const known = {
      ...withApp('Notetaker'),
      start: { asOf: '2026-08-20', isBeforeQuarter: true, inventory: start },
    };
    expect(answers(known)[1]).toBe('yes');
  });
});

describe('what changed in the quarter', () => {
  it('calls fixed what the data did, and nothing else (E22)', () => {
    const about = {
      id: 'a',
      rule: 'field.undeclared',
      system: 'crm',
      connector: 'hubspot',
      subject: 'fax',
    } as const;
    const words = (change: 'fixed' | 'gone', cause: 'data' | 'policy' | 'rules' | 'disposition') =>
      wordsOf({ ...QUIET, changes: [{ change, cause, day: '2026-10-01', finding: about }] });
    expect(words('fixed', 'data')).toContain(': 1 fixed.');
    for (const cause of ['policy', 'rules', 'disposition'] as const) {
      expect(words('gone', cause)).toContain(': 1 gone b');
      expect(words('fixed', cause)).not.toContain('1 fixed');
    }
    expect(words('gone', 'data')).toContain('1 reported as something else now');
  });
});

describe('what the pack is held to', () => {
  it('has every exception of 10,000 in HTML', () => {
    const findings = Array.from({ length: 10_000 }, (_, at) =>
      accepted('field.undeclared', { id: String(at).padStart(16, '0'), subject: `field-${at}` }),
    );
    const page = documentAsHtml(pack({ ...QUIET, findings }));
    expect(page).toContain('10,000 exceptions on 23 November 2026.');
    expect(page.split('The till is replaced in January').length).toBe(10_001);
  });

  it('opens no tag and turns no text around, whatever the names are', () => {
    const hostile = '<script>alert(1)</script>\u202E"\'&';
    const findings = [
      found('field.undeclared', { subject: hostile, title: hostile, evidence: {}, system: hostile }),
      accepted('app.undeclared', { subject: hostile.repeat(10), evidence: { scopes: [hostile] } }),
    ];
    const page = documentAsHtml(pack({ ...QUIET, policy: { ...FULL, organization: hostile }, findings }));
    expect(page).not.toMatch(/<script|\u202E/u);
    expect(page).toContain('&lt;script&gt;');
  });
});
