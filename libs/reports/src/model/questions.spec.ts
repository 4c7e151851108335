import { describe, expect, it } from '@jest/globals';
import { questionsOf } from './questions.js';
import { field, system } from './report.spec-builders.js';

const UNSURE = { confidence: 0.49 } as const;

const askedIn = (name: string, ...fields: readonly ReturnType<typeof field>[]) =>
  questionsOf({ asOf: '2026-11-23', systems: [system(name, { fields })] }).map((question) => question.field);

describe('questions to the owner', () => {
  it('are about fields of which the machine is less than half sure', () => {
    expect(askedIn('crm', field('flavour', UNSURE), field('birthday', { confidence: 0.5 }))).toEqual([
      'flavour',
    ]);
  });

  it('are not asked about what holds nothing personal, or nothing at all', () => {
    expect(
      askedIn('crm', field('a', { ...UNSURE, category: 'none' }), field('b', { ...UNSURE, filled: 0 })),
    ).toEqual([]);
  });

  it('are not asked about files that no system claims: those are one finding each (E26)', () => {
    expect(askedIn('unclaimed', field('flavour', UNSURE))).toEqual([]);
  });

  it('begin with the fields that concern the most records', () => {
    const few = field('few', { ...UNSURE, filled: 3 });
    const many = field('many', { ...UNSURE, filled: 900 });
    expect(askedIn('crm', few, many)).toEqual(['many', 'few']);
  });
});
