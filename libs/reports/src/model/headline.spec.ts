import { describe, expect, it } from '@jest/globals';
import { headlineOf } from './headline.js';
import { finding, outcome, receipt, reported, system } from './report.spec-builders.js';
import { reportOf } from './report.js';
import type { ScanOutcome } from './scan-outcome.js';

/** No part of the policy that a rule is still to be built for. */
const missingSections = ['retention', 'consent', 'erasures'];

const headline = (overrides: Partial<ScanOutcome>) =>
  reportOf(outcome({ missingSections, ...overrides })).headline;
const said = (overrides: Partial<ScanOutcome>) => headline(overrides).sentences.join(' ');

const readAs = (
  status: 'failed' | 'unsupported',
  reason: string,
  ...read: readonly ReturnType<typeof receipt>[]
) => ({
  asOf: '2026-11-23',
  systems: [system('crm', { receipts: [...read, receipt({ capability: 'people', status, reason })] })],
});

describe('the news in a sentence', () => {
  it('is quiet only if everything was read and nothing differs', () => {
    expect(headline({})).toEqual({
      tone: 'quiet',
      sentences: [
        'Nothing changed since the report of 16 November 2026.',
        'Your tools agree with your policy.',
      ],
    });
  });

  it('does not call what was not read in agreement', () => {
    const inventory = readAs('failed', 'broken', receipt());
    expect(headline({ inventory }).tone).toBe('unsure');
    expect(said({ inventory })).toContain('What was read and checked agrees with your policy.');
    expect(said({ inventory })).toContain('Not everything could be read: 1 problem, see below.');
  });

  it('says when nothing could be read, and claims nothing then (law 2)', () => {
    const inventory = readAs('unsupported', 'not supplied');
    expect(headline({ inventory }).tone).toBe('unsure');
    expect(said({ inventory })).toMatch(/^Nothing could be read, so nothing can be said of your tools/u);
    expect(said({ inventory })).not.toMatch(/agree/u);
  });

  it('still counts what the policy alone shows when nothing could be read', () => {
    const findings = [reported(finding('program.audit', 'audit', { system: null }))];
    expect(said({ inventory: readAs('failed', 'broken'), findings })).toContain(
      'The policy by itself has 1 open point.',
    );
  });

  it('does not blame the policy for what earlier scans found and this one could not see', () => {
    const findings = [reported(finding('field.sensitive', 'contact.diet', { observation: 'not_observed' }))];
    const words = said({ inventory: readAs('unsupported', 'not supplied'), findings });
    expect(words).toContain('Still open from earlier scans: 1 point.');
    expect(words).toContain('Check that the folder is the right one.');
    expect(words).not.toContain('The policy by itself');
  });

  it('does not call agreement what this version does not check (law 2)', () => {
    const unread = { isAnythingRead: true, gaps: [], drift: [], changes: null };
    expect(headlineOf({ ...unread, isPartUnchecked: true })).toEqual({
      tone: 'unsure',
      sentences: ['What was read and checked agrees with your policy.'],
    });
  });

  it('counts drift by severity, without what is for information', () => {
    const findings = (['high', 'high', 'low', 'info'] as const).map((severity, at) =>
      reported(finding('field.undeclared', `contact.${at}`, { severity })),
    );
    expect(said({ findings })).toContain('differ in 3 places: 2 high and 1 low.');
  });

  it('begins with the news since the last report, and has none on the first', () => {
    const findings = ['a', 'b'].map((subject) => reported(finding('field.undeclared', subject)));
    const items = findings.map(({ finding: { id } }) => ({
      findingId: id,
      change: 'new' as const,
      cause: 'data' as const,
    }));
    expect(said({ findings, news: { since: { scan: 's', asOf: '2026-11-16' }, items } })).toMatch(
      /^Since the report of 16 November 2026: 2 new\. /u,
    );
    expect(said({ findings, news: { since: null, items } })).toMatch(/^Your tools and your policy differ/u);
  });

  it('never calls fixed what a change of the policy settled (E22)', () => {
    const changes = {
      since: '2026-11-16',
      groups: [{ kind: 'gone_by_policy' as const, count: 2, findings: [] }],
    };
    const { sentences } = headlineOf({
      isAnythingRead: true,
      gaps: [],
      isPartUnchecked: false,
      drift: [],
      changes,
    });
    expect(sentences[0]).toBe('Since the report of 16 November 2026: 2 settled by the changed policy.');
  });
});
