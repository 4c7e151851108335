import { describe, expect, it } from '@jest/globals';
import type { ReceiptStatus } from '#connectors/contract/receipt.js';
import { exitCodeOf } from './exit-code.js';
import { exceptionUntil, finding, outcome, receipt, reported, system } from './report.spec-builders.js';

const of = (severity: 'info' | 'low' | 'medium' | 'high') =>
  outcome({ findings: [reported(finding('field.undeclared', 'contact.birthday', { severity }))] });

const exceptedUntil = (day: string) => {
  const disposition = exceptionUntil(day);
  return outcome({ findings: [reported(finding('field.undeclared', 'a', { disposition }))] });
};

const readAs = (status: ReceiptStatus) => ({
  asOf: '2026-11-23',
  systems: [system('crm', { receipts: [receipt(), receipt({ capability: 'people', status })] })],
});

describe('the exit code (E23)', () => {
  it('is 0 without drift', () => {
    expect(exitCodeOf(outcome(), 'low')).toBe(0);
  });

  it.each([
    ['low', 'low', 1],
    ['low', 'medium', 0],
    ['medium', 'medium', 1],
    ['medium', 'high', 0],
    ['high', 'low', 1],
    ['high', 'high', 1],
  ] as const)('of %s drift under --fail-on %s is %d', (severity, failOn, code) => {
    expect(exitCodeOf(of(severity), failOn)).toBe(code);
  });

  it('never counts what is for information, even if asked', () => {
    expect(exitCodeOf(of('info'), 'info')).toBe(0);
    expect(exitCodeOf(of('low'), 'info')).toBe(1);
  });

  it('counts what was not observed since, and not what is gone', () => {
    const drift = finding('field.undeclared', 'contact.birthday');
    const seenAs = (observation: 'not_observed' | 'absent') =>
      outcome({ findings: [reported({ ...drift, observation })] });
    expect(exitCodeOf(seenAs('not_observed'), 'low')).toBe(1);
    expect(exitCodeOf(seenAs('absent'), 'low')).toBe(0);
  });

  it('does not count an exception to its last day, and counts it the day after', () => {
    expect(exitCodeOf(exceptedUntil('2026-11-23'), 'low')).toBe(0);
    expect(exitCodeOf(exceptedUntil('2026-11-22'), 'low')).toBe(1);
  });

  it.each(['failed', 'denied'] as const)('is 2 if a resource %s, also beside drift', (status) => {
    expect(exitCodeOf(outcome({ inventory: readAs(status) }), 'low')).toBe(2);
    expect(exitCodeOf({ ...of('high'), inventory: readAs(status) }, 'low')).toBe(2);
  });

  it.each(['partial', 'unsupported'] as const)('does not count that a resource is %s', (status) => {
    expect(exitCodeOf(outcome({ inventory: readAs(status) }), 'low')).toBe(0);
    expect(exitCodeOf({ ...of('high'), inventory: readAs(status) }, 'low')).toBe(1);
  });
});
