import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Finding } from '#rules/engine/finding.js';
import { ruleIds } from '#rules/engine/rule-id.js';
import { finding, reported, system } from './report.spec-builders.js';
import { inReportOrder } from './report-order.js';

const inventory = { asOf: '2026-11-23', systems: [system('newsletter'), system('crm')] };

const subjectsInOrder = (...findings: readonly Finding[]) =>
  inReportOrder(
    findings.map((one) => reported(one)),
    inventory,
  ).map((one) => one.finding.subject);

describe('the order of findings in a report', () => {
  it('is severity before anything else', () => {
    const shuffled = (['info', 'medium', 'high', 'low'] as const).map((severity) =>
      finding('field.undeclared', severity, { severity }),
    );
    expect(subjectsInOrder(...shuffled)).toEqual(['high', 'medium', 'low', 'info']);
  });

  it('is then that of the catalogue of rules', () => {
    expect(
      subjectsInOrder(
        finding('access.weak-login', 'login'),
        finding('field.undeclared', 'field'),
        finding('program.audit', 'audit'),
      ),
    ).toEqual(['field', 'login', 'audit']);
  });

  it('is then that of the systems in the inventory; dropped systems and none at all come last', () => {
    const shuffled = [null, 'dropped', 'crm', 'newsletter'].map((name) =>
      finding('field.undeclared', String(name), { system: name }),
    );
    expect(subjectsInOrder(...shuffled)).toEqual(['newsletter', 'crm', 'dropped', 'null']);
  });

  it('is the same whatever order the findings came in', () => {
    const one = fc.record({
      rule: fc.constantFrom(...ruleIds),
      subject: fc.constantFrom('a', 'b'),
      severity: fc.constantFrom('high' as const, 'low' as const),
      system: fc.constantFrom('crm', 'newsletter', null),
      id: fc.uuid(),
    });
    const two = fc
      .uniqueArray(one, { maxLength: 20, selector: ({ id }) => id })
      .chain((list) =>
        fc.tuple(
          fc.constant(list),
          fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
        ),
      );
    fc.assert(
      fc.property(two, ([list, shuffled]) => {
        const order = (some: typeof list) =>
          inReportOrder(
            some.map(({ rule, subject, ...rest }) => reported(finding(rule, subject, rest))),
            inventory,
          );
        expect(order(shuffled)).toEqual(order(list));
      }),
      { numRuns: 50 },
    );
  });
});
