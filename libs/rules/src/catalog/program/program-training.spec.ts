import { describe, expect, it } from '@jest/globals';
import type { PolicyPerson, PolicyTrainingSession } from '../../policy/policy.js';
import { aPolicy, inventoryOf, judge } from '../inventory.spec-builders.js';
import { programTraining } from './program-training.js';

function person(email: string, given: Partial<PolicyPerson> = {}): PolicyPerson {
  return { email, also: [], roles: [], since: null, ...given };
}

function training(people: readonly PolicyPerson[], ...sessions: readonly PolicyTrainingSession[]) {
  const every = { years: 0, months: 12, weeks: 0, days: 0 };
  return judge(programTraining, {
    policy: aPolicy({ people, training: { every, sessions } }),
    inventory: inventoryOf(),
  });
}

describe('program.training', () => {
  it('names in one finding everybody it is due or overdue for (E32)', () => {
    const people = ['maria@x.example', 'tom@x.example', 'lena@x.example'].map((email) => person(email));

    const violations = training(
      people,
      { held: '2025-11-10', attended: ['tom@x.example'] },
      { held: '2025-12-20', attended: ['maria@x.example'] },
      { held: '2026-02-10', attended: ['lena@x.example'] },
    );

    expect(violations).toMatchObject([
      {
        objectType: 'duty',
        objectId: 'training',
        subject: 'Staff training',
        severity: 'medium',
        title: 'Training is overdue for 2 people',
        evidence: { overdue: ['tom@x.example'], due: ['maria@x.example'], count: 2, of: 3 },
      },
    ]);
    expect(violations[0]?.message).toContain('Overdue: tom@x.example. Due: maria@x.example.');
  });

  it('counts the last session attended, by any address of the person (E8, E32)', () => {
    const people = [person('maria@x.example', { also: ['maria@home.example'] })];

    expect(
      training(
        people,
        { held: '2026-06-01', attended: ['maria@home.example'] },
        { held: '2020-06-01', attended: ['maria@x.example'] },
      ),
    ).toEqual([]);
  });

  it('does not count a session that is still to come', () => {
    expect(
      training([person('maria@x.example')], { held: '2026-12-01', attended: ['maria@x.example'] }),
    ).toHaveLength(1);
  });

  it.each([
    ['2026-11-20', 'due'],
    ['2026-10-25', 'due'],
    ['2026-10-24', 'overdue'],
  ])('gives somebody named since %s thirty days: %s (E32)', (since, state) => {
    expect(training([person('new@x.example', { since })])).toMatchObject([
      { content: { state, people: ['new@x.example'] }, title: `Training is ${state} for 1 person` },
    ]);
  });

  it('is due, not late, for somebody without any date', () => {
    expect(training([person('maria@x.example')])).toMatchObject([{ content: { state: 'due' } }]);
  });

  it('is not judged without the duty, or without people (E32)', () => {
    expect(
      judge(programTraining, {
        policy: aPolicy({ people: [person('a@x.example')] }),
        inventory: inventoryOf(),
      }),
    ).toEqual([]);
    expect(training([])).toEqual([]);
  });
});
