import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compare, type CompareInput } from './compare.js';
import { compareInput, inventory, NOTHING_CHANGED, receipt, violation } from './engine.spec-builders.js';
import type { Finding } from './finding.js';

const BIRTHDAY = violation('contact.birthday');
const DIET = violation('contact.diet');

/** What a first scan leaves behind. */
function knownAfter(...violations: readonly (typeof BIRTHDAY)[]): readonly Finding[] {
  return compare(compareInput(violations)).findings;
}

function theOnly(findings: readonly Finding[]): Finding {
  const [finding, ...others] = findings;
  if (!finding || others.length > 0) throw new Error(`expected one finding, got ${findings.length}`);
  return finding;
}

describe('a scan compared with what was known before it', () => {
  it('reports what is seen for the first time as new', () => {
    const { findings, events, changes } = compare(compareInput([BIRTHDAY]));
    const finding = theOnly(findings);
    expect(changes.get(finding.id)).toBe('new');
    expect(events).toEqual([
      { findingId: finding.id, change: 'new', cause: 'data', observation: 'present', detail: null },
    ]);
    expect(finding).toMatchObject({
      observation: 'present',
      disposition: { kind: 'open' },
      firstSeen: '2026-11-23',
    });
  });

  it('has no events when the same is scanned twice, in any order (law 6)', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 12 });
    fc.assert(
      fc.property(names, fc.infiniteStream(fc.nat()), (subjects, random) => {
        const first = compare(compareInput(subjects.map((name) => violation(name))));
        const shuffled = subjects
          .map((name) => ({ name, at: random.next().value }))
          .toSorted((left, right) => left.at - right.at)
          .map(({ name }) => violation(name));
        const known = [...first.findings].toReversed();
        const second = compare(compareInput(shuffled, { known }));
        expect(second.events).toEqual([]);
        expect(second.findings).toEqual(first.findings);
        expect(new Set(second.changes.values())).toEqual(new Set(subjects.length > 0 ? ['unchanged'] : []));
      }),
      { numRuns: 100 },
    );
  });

  it('keeps the wording, counts and dates out of identity and content (law 4)', () => {
    const known = knownAfter(BIRTHDAY);
    const reworded = violation('contact.birthday', { title: 'Other words', evidence: { count: 9, of: 10 } });
    const { events, findings } = compare(compareInput([reworded], { known }));
    expect(events).toEqual([]);
    expect(theOnly(findings)).toMatchObject({ title: 'Other words', evidence: { count: 9, of: 10 } });
  });

  it('says updated when what it is about changes (law 4)', () => {
    const known = knownAfter(BIRTHDAY);
    const grown = violation('contact.birthday', { content: { category: 'user.demographic' } });
    expect(compare(compareInput([grown], { known })).events).toMatchObject([
      { change: 'updated', cause: 'data' },
    ]);
  });

  it('calls fixed what is gone from the data, when all of it was read again', () => {
    const known = knownAfter(BIRTHDAY, DIET);
    const { events, findings } = compare(compareInput([DIET], { known }));
    expect(events).toMatchObject([{ change: 'fixed', cause: 'data', observation: 'absent' }]);
    expect(findings.find(({ subject }) => subject === 'contact.birthday')?.observation).toBe('absent');
  });

  it('says nothing of what is long absent', () => {
    const known = knownAfter(BIRTHDAY);
    const fixed = compare(compareInput([], { known }));
    const later = compare(compareInput([], { known: fixed.findings }));
    expect(later.events).toEqual([]);
    expect(later.changes.size).toBe(0);
  });

  it('does not call fixed what went away because the policy changed (E22)', () => {
    const known = knownAfter(BIRTHDAY);
    const witness = { ...NOTHING_CHANGED, underPreviousPolicy: new Set([BIRTHDAY.identity]) };
    expect(compare(compareInput([], { known, witness })).events).toMatchObject([
      { change: 'gone', cause: 'policy' },
    ]);
  });

  it('does not call fixed what went away because the rules changed (E22)', () => {
    const known = knownAfter(BIRTHDAY);
    const witness = { ...NOTHING_CHANGED, onPreviousData: new Set<string>() };
    expect(compare(compareInput([], { known, witness })).events).toMatchObject([
      { change: 'gone', cause: 'rules' },
    ]);
  });

  it('calls a finding of a new baseline a decision of a person, not a fix', () => {
    const known = knownAfter(BIRTHDAY);
    const witness = { ...NOTHING_CHANGED, besidePreviousBaseline: new Set([BIRTHDAY.identity]) };
    expect(compare(compareInput([], { known, witness })).events).toMatchObject([
      { change: 'gone', cause: 'disposition' },
    ]);
  });

  it('names the cause of what appears', () => {
    const stricter = { ...NOTHING_CHANGED, underPreviousPolicy: new Set<string>() };
    expect(compare(compareInput([BIRTHDAY], { witness: stricter })).events).toMatchObject([
      { cause: 'policy' },
    ]);
    const cleverer = { ...NOTHING_CHANGED, onPreviousData: new Set([BIRTHDAY.identity]) };
    expect(compare(compareInput([BIRTHDAY], { witness: cleverer })).events).toMatchObject([
      { cause: 'rules' },
    ]);
  });
});

describe('silence (law 2)', () => {
  const incomplete = [
    ['a resource read in part', [receipt({ capability: 'fields', object: 'contact', status: 'partial' })]],
    ['a resource that was denied', [receipt({ capability: 'fields', object: 'contact', status: 'denied' })]],
    ['a resource that failed', [receipt({ capability: 'fields', object: 'contact', status: 'failed' })]],
    ['a resource nobody supplied', []],
    ['an object that is not there', [receipt({ capability: 'fields', object: 'company' })]],
  ] as const;

  it.each(incomplete)('does not close on %s', (_, receipts) => {
    const records = receipt({ capability: 'records', object: 'contact' });
    const known = knownAfter(BIRTHDAY);
    const comparison = compare(compareInput([], { known, inventory: inventory([...receipts, records]) }));
    expect(comparison.events).toMatchObject([{ change: 'not_observed', observation: 'not_observed' }]);
    const again = compare(
      compareInput([], { known: comparison.findings, inventory: inventory([...receipts, records]) }),
    );
    expect(again.events).toEqual([]);
    expect([...again.changes.values()]).toEqual(['not_observed']);
  });

  it('does not close when a resource that only the rule needs is incomplete', () => {
    const receipts = [
      receipt({ capability: 'fields', object: 'contact' }),
      receipt({ capability: 'records', object: 'contact', status: 'failed' }),
    ];
    const known = knownAfter(BIRTHDAY);
    expect(compare(compareInput([], { known, inventory: inventory(receipts) })).events).toMatchObject([
      { change: 'not_observed' },
    ]);
  });

  it('does not close, ever, while one of the files that fed it is missing', () => {
    const both = { parts: ['subscribed.csv', 'unsubscribed.csv'] };
    const before = inventory([
      receipt({ capability: 'fields', object: 'contact', ...both }),
      receipt({ capability: 'records', object: 'contact', ...both }),
    ]);
    const one = { parts: ['subscribed.csv'] };
    const after = inventory([
      receipt({ capability: 'fields', object: 'contact', ...one }),
      receipt({ capability: 'records', object: 'contact', ...one }),
    ]);
    let known = compare(compareInput([BIRTHDAY], { inventory: before })).findings;
    for (const round of [1, 2, 3]) {
      known = compare(compareInput([], { known, inventory: after })).findings;
      expect({ round, observation: theOnly(known).observation }).toEqual({
        round,
        observation: 'not_observed',
      });
    }
    known = compare(compareInput([], { known, inventory: before })).findings;
    expect(theOnly(known).observation).toBe('absent');
  });

  it('does not turn a finding that can not be observed into a lesser one of its family (E35)', () => {
    const person = {
      objectType: 'person',
      readFrom: [{ system: 'crm', capability: 'people', object: null, list: null }],
    } as const;
    const departed = violation('ben@sweetcrumb.example', { ...person, rule: 'access.departed' });
    const undeclared = violation('ben@sweetcrumb.example', { ...person, rule: 'access.undeclared-person' });
    const other = violation('eve@sweetcrumb.example', { ...person, rule: 'access.undeclared-person' });
    const known = knownAfter(departed);
    const silent = compare(compareInput([undeclared, other], { known, inventory: inventory([]) }));
    expect(silent.events.map(({ change }) => change).toSorted()).toEqual(['new', 'not_observed']);
    expect(silent.findings.map(({ subject }) => subject).toSorted()).toEqual([
      departed.subject,
      other.subject,
    ]);
    const lookedAt = compare(compareInput([undeclared, other], { known: silent.findings }));
    // Ben still has access: that another finding says so now is no repair (E22).
    expect(lookedAt.events.map(({ change }) => change).toSorted()).toEqual(['gone', 'new']);
    const nobody = compare(compareInput([other], { known: lookedAt.findings }));
    expect(nobody.events.map(({ change }) => change)).toEqual(['fixed']);
  });

  it('remembers files that were missing while the finding was still seen in others', () => {
    const receipts = (parts: readonly string[]) =>
      inventory([
        receipt({ capability: 'fields', object: 'contact', parts }),
        receipt({ capability: 'records', object: 'contact', parts }),
      ]);
    const both = ['subscribed.csv', 'unsubscribed.csv'];
    const one = ['subscribed.csv'];
    const first = compare(compareInput([BIRTHDAY], { inventory: receipts(both) })).findings;
    const second = compare(compareInput([BIRTHDAY], { known: first, inventory: receipts(one) })).findings;
    const third = compare(compareInput([], { known: second, inventory: receipts(one) })).findings;
    expect(theOnly(third).observation).toBe('not_observed');
    const fourth = compare(compareInput([], { known: third, inventory: receipts(both) })).findings;
    expect(theOnly(fourth).observation).toBe('absent');
  });

  it('does not make a finding milder because nobody looked', () => {
    const apps = [{ system: 'crm', capability: 'apps', object: null, list: null }] as const;
    const grave = violation('zapier', { rule: 'program.audit', readFrom: apps, severity: 'high' });
    const mild = violation('zapier', { rule: 'program.audit', readFrom: [], severity: 'medium' });
    const read = inventory([receipt({ capability: 'apps', parts: ['apps.csv'] })]);
    const known = compare(compareInput([grave], { inventory: read })).findings;
    const silent = compare(compareInput([mild], { known, inventory: inventory([]) }));
    expect(silent.events).toEqual([]);
    expect(theOnly(silent.findings).severity).toBe('high');
    const lookedAt = compare(compareInput([mild], { known: silent.findings, inventory: read }));
    expect(lookedAt.events).toMatchObject([{ change: 'updated' }]);
    expect(theOnly(lookedAt.findings).severity).toBe('medium');
  });

  it('does not lose a part of a finding that nobody looked at, and learns a new one all the same', () => {
    const withKinds = (...kinds: readonly string[]) =>
      violation('contact.notes', { evidence: { kinds, count: kinds.length }, content: { kinds } });
    const rules: CompareInput['rules'] = new Map([
      [
        'field.undeclared',
        { needs: ['records'], saysLess: (before, now) => Number(now['count']) < Number(before['count']) },
      ],
    ]);
    const known = knownAfter(withKinds('health', 'phone'));
    const inPart = inventory([
      receipt({ capability: 'fields', object: 'contact' }),
      receipt({ capability: 'records', object: 'contact', status: 'partial' }),
    ]);
    const partly = compare(compareInput([withKinds('phone')], { known, rules, inventory: inPart }));
    expect(partly.events).toEqual([]);
    expect(theOnly(partly.findings).evidence['kinds']).toEqual(['health', 'phone']);
    const more = withKinds('health', 'phone', 'password');
    expect(compare(compareInput([more], { known, rules, inventory: inPart })).events).toMatchObject([
      { change: 'updated' },
    ]);
    const whole = compare(compareInput([withKinds('phone')], { known, rules }));
    expect(whole.events).toMatchObject([{ change: 'updated' }]);
    expect(theOnly(whole.findings).evidence['kinds']).toEqual(['phone']);
  });

  it('does not close on what its rule could not judge, although all was read (E11)', () => {
    const known = knownAfter(BIRTHDAY, DIET);
    const isSilentOn = ({ subject }: Finding) => subject === 'contact.birthday';
    const { findings } = compare(compareInput([], { known, isSilentOn }));
    expect(Object.fromEntries(findings.map(({ subject, observation }) => [subject, observation]))).toEqual({
      'contact.birthday': 'not_observed',
      'contact.diet': 'absent',
    });
  });

  it('is no news when it is seen again, but the history says so', () => {
    const known = knownAfter(BIRTHDAY);
    const silent = compare(compareInput([], { known, inventory: inventory([]) }));
    const again = compare(compareInput([BIRTHDAY], { known: silent.findings }));
    expect(again.events).toMatchObject([{ change: 'unchanged', observation: 'present' }]);
  });

  it('closes duties, which rest on the policy alone, without any reading', () => {
    const duty = violation('audit', { rule: 'program.audit', system: null, readFrom: [] });
    const known = knownAfter(duty);
    expect(compare(compareInput([], { known, inventory: inventory([]) })).events).toMatchObject([
      { change: 'fixed' },
    ]);
  });
});

describe('a person (law 5)', () => {
  const known = theOnly(knownAfter(BIRTHDAY));
  const exception = {
    kind: 'exception',
    reason: 'moving it in January',
    approver: 'maria@sweetcrumb.example',
    until: '2027-01-31',
    on: '2026-11-23',
  } as const;

  it('keeps an exception through updates and reopening', () => {
    const absent: Finding = { ...known, observation: 'absent', disposition: exception };
    const { events, findings } = compare(compareInput([BIRTHDAY], { known: [absent] }));
    expect(events).toMatchObject([{ change: 'reopened' }]);
    expect(theOnly(findings).disposition).toEqual(exception);
  });

  it('takes an acknowledgement back when a finding is reopened, not when it is only updated', () => {
    const disposition = { kind: 'acknowledged', by: 'maria@sweetcrumb.example', on: '2026-11-23' } as const;
    const grown = violation('contact.birthday', { content: { category: 'user.demographic' } });
    const updated = compare(compareInput([grown], { known: [{ ...known, disposition }] }));
    expect(theOnly(updated.findings).disposition).toEqual(disposition);
    const reopened = compare(
      compareInput([BIRTHDAY], { known: [{ ...known, disposition, observation: 'absent' }] }),
    );
    expect(theOnly(reopened.findings).disposition).toEqual({ kind: 'open' });
  });
});

describe('a system that changes hands (E20)', () => {
  it('follows from exports to a connection: same id, the new identity as its alias', () => {
    const known = knownAfter(BIRTHDAY);
    const live = violation('contact.birthday', { account: '4711' });
    const { events, findings } = compare(compareInput([live], { known }));
    expect(events).toEqual([]);
    expect(theOnly(findings)).toMatchObject({
      id: theOnly(known).id,
      account: '4711',
      identities: [BIRTHDAY.identity, live.identity],
    });
    const back = compare(compareInput([BIRTHDAY], { known: findings }));
    expect(back.events).toEqual([]);
  });

  it('follows by the label too, where the tool calls a field otherwise than its export', () => {
    const known = knownAfter(violation('contact.second phone'), violation('contact.phone'));
    const live = [
      violation('contact.second_phone', { account: '4711', objectIdInExports: 'contact.second phone' }),
      // Its label is the name of another field, which is there itself.
      violation('contact.phone_2', { account: '4711', objectIdInExports: 'contact.phone' }),
      violation('contact.phone', { account: '4711' }),
    ];
    const { events, findings } = compare(compareInput(live, { known }));
    expect(
      findings
        .filter(({ id }) => known.some((one) => one.id === id))
        .map(({ objectId }) => objectId)
        .toSorted(),
    ).toEqual(['contact.phone', 'contact.second_phone']);
    expect(events).toMatchObject([{ change: 'new' }]);
  });

  it('is no news, though each tells what the other does not: types and roles', () => {
    const known = knownAfter(BIRTHDAY);
    const live = violation('contact.birthday', { account: '4711', content: { type: 'date' } });
    const taken = compare(compareInput([live], { known }));
    expect(taken.events).toEqual([]);
    expect(compare(compareInput([BIRTHDAY], { known: taken.findings })).events).toEqual([]);
    const graver = violation('contact.birthday', { account: '4711', severity: 'high' });
    expect(compare(compareInput([graver], { known })).events).toMatchObject([{ change: 'updated' }]);
  });

  it('says policy when the policy dropped the system', () => {
    const known = knownAfter(BIRTHDAY);
    expect(
      compare(compareInput([], { known, inventory: { asOf: '2026-11-23', systems: [] } })).events,
    ).toMatchObject([{ change: 'gone', cause: 'policy' }]);
  });
});
