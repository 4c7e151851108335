import { describe, expect, it } from '@jest/globals';
import { ruleIds } from '#rules/engine/rule-id.js';
import { driftOf } from './drift.js';
import { exceptionUntil, finding, outcome, reported, system } from './report.spec-builders.js';
import { sharedBy, wordsOf } from './rule-words.js';

const inventory = { asOf: '2026-11-23', systems: [system('crm'), system('books')] };

describe('drift in a report', () => {
  it('groups by severity, gravest first, then by rule', () => {
    const findings = [
      finding('access.weak-login', 'tom', { severity: 'medium' }),
      finding('field.sensitive', 'contact.diet', { severity: 'high' }),
      finding('access.weak-login', 'lea', { severity: 'medium' }),
    ].map((one) => reported(one));
    expect(
      driftOf(outcome({ findings })).map(({ severity, count, groups }) => [
        severity,
        count,
        groups.map(({ words }) => words.heading),
      ]),
    ).toEqual([
      ['high', 1, ['Sensitive data that the policy does not name exactly']],
      ['medium', 2, ['Login with a password alone']],
    ]);
  });

  it('puts duties together, whichever they are', () => {
    const findings = (['program.audit', 'program.training'] as const).map((rule) =>
      reported(finding(rule, rule, { system: null })),
    );
    const [only] = driftOf(outcome({ findings }));
    expect(only?.groups).toMatchObject([{ words: { heading: 'Duties that are due' }, findings }]);
  });

  it('leaves out what is gone or accepted, and keeps what was not seen this time', () => {
    const findings = [
      reported(finding('field.undeclared', 'gone', { observation: 'absent' })),
      reported(finding('field.undeclared', 'accepted', { disposition: exceptionUntil('2027-01-31') })),
      reported(finding('field.undeclared', 'unseen', { observation: 'not_observed' })),
    ];
    const [only] = driftOf(outcome({ findings }));
    expect(only?.groups[0]?.findings.map((one) => one.finding.subject)).toEqual(['unseen']);
  });

  it('names the one system that all of them are in', () => {
    const inCrm = reported(finding('access.weak-login', 'tom'));
    const inBooks = reported(finding('access.weak-login', 'lea', { system: 'books' }));
    const systemOf = (...findings: readonly (typeof inCrm)[]) =>
      driftOf(outcome({ inventory, findings }))[0]?.groups[0]?.onlySystem;
    expect(systemOf(inCrm)).toBe('crm (HubSpot)');
    expect(systemOf(inCrm, inBooks)).toBeNull();
  });
});

describe('the words of a rule', () => {
  it.each(ruleIds)('say of %s what it is, why it matters and what to do', (id) => {
    const { heading, why, step } = wordsOf(sharedBy(id), []);
    for (const words of [heading, why, step]) expect(words).toMatch(/^[A-Z].{10,}/u);
    for (const sentence of [why, step]) expect(sentence).toMatch(/\.$/u);
    expect(`${heading}${why}${step}`).not.toMatch(/!/u);
  });

  it('say on which screens of the tools in question', () => {
    const { step } = wordsOf('access.inactive', ['hubspot', 'quickbooks', 'hubspot', 'exports']);
    expect(step).toContain('Logins are in HubSpot under');
    expect(step.match(/in HubSpot/gu)).toHaveLength(1);
    expect(step).toContain('; in QuickBooks under');
  });
});
