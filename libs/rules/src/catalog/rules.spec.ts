import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { evaluate } from '../engine/evaluate.js';
import type { Inventory, SystemInventory } from '../engine/inventory.js';
import { ruleIds } from '../engine/rule-id.js';
import type { RuleInput, Violation } from '../engine/rule.js';
import { driftedBakery } from './drifted-bakery.spec-builders.js';
import { aPolicy, inventoryOf, judge } from './inventory.spec-builders.js';
import { rules } from './rules.js';

const everything = rules.map((rule) => ({ rule, violations: judge(rule, driftedBakery) }));
const violations = everything.flatMap((judged) => judged.violations);

/** DESIGN 6: what a rule may say instead of its own severity. */
const RISES_TO: Readonly<Record<string, string>> = {
  'vendor.unvetted': 'high',
  'field.free-text': 'high',
  'retention.not-propagated': 'high',
  'program.policy-review': 'medium',
  'program.audit': 'medium',
  'program.training': 'medium',
  'program.vetting': 'medium',
};

describe('the catalogue', () => {
  it('has every rule once', () => {
    expect(rules.map(({ id }) => id).toSorted()).toEqual([...ruleIds].toSorted());
  });

  it('has a family for each thing of which only the gravest is told (E5, E6, E35): what becomes graver is not fixed', () => {
    const families = Map.groupBy(
      rules.filter(({ family }) => family !== undefined),
      ({ family }) => family,
    );
    expect([...families.values()].map((members) => members.map(({ id }) => id).toSorted())).toEqual([
      ['field.sensitive', 'field.undeclared', 'field.wrong-system'],
      ['access.departed', 'access.excess-role', 'access.undeclared-person'],
      ['app.ai', 'app.excess-scope', 'app.undeclared'],
    ]);
  });

  it('has the severities of its table', () => {
    expect(Object.fromEntries(rules.map(({ id, severity }) => [id, severity]))).toEqual({
      'field.undeclared': 'medium',
      'field.wrong-system': 'high',
      'field.sensitive': 'high',
      'field.free-text': 'medium',
      'field.unused': 'low',
      'field.missing': 'low',
      'field.new': 'info',
      'purpose.mismatch': 'medium',
      'access.undeclared-person': 'high',
      'access.excess-role': 'high',
      'access.departed': 'high',
      'access.inactive': 'low',
      'access.weak-login': 'medium',
      'access.shared-account': 'medium',
      'access.public-file': 'high',
      'app.undeclared': 'medium',
      'app.ai': 'high',
      'app.excess-scope': 'medium',
      'app.new': 'info',
      'retention.overdue': 'high',
      'retention.undated': 'low',
      'retention.not-propagated': 'medium',
      'consent.missing': 'high',
      'consent.conflict': 'high',
      'vendor.unvetted': 'medium',
      'vendor.trains-ai': 'high',
      'vendor.dpa': 'medium',
      'vendor.undeclared-payee': 'medium',
      'program.policy-review': 'low',
      'program.audit': 'low',
      'program.training': 'low',
      'program.vetting': 'low',
    });
  });

  it.each(everything)('$rule.id finds something in a business where everything has drifted', (judged) => {
    expect(judged.violations).not.toEqual([]);
  });

  it('lets a severity rise only where the table says so (E19)', () => {
    for (const { rule, violations: its } of everything) {
      for (const { severity } of its) {
        if (severity !== undefined) expect([rule.id, severity]).toEqual([rule.id, RISES_TO[rule.id]]);
      }
    }
  });

  it('finds nothing where there is nothing', () => {
    const nothing = { policy: aPolicy(), inventory: inventoryOf(), baseline: null };

    expect(rules.flatMap((rule) => judge(rule, nothing))).toEqual([]);
  });

  it('speaks in whole sentences, without holes', () => {
    for (const { title, message, remedy, subject } of violations) {
      const texts = [title, message, remedy, subject];
      expect(texts.join(' ')).not.toMatch(/undefined|null|NaN|\[object|\{\{|!| {2}|""/);
      expect(title).not.toMatch(/\n|\.$/);
      expect([message, remedy].join('\n')).toMatch(/^\S.*\.\n\S.*\.$/);
    }
  });

  it('says of every finding of a tool where it was read (law 2)', () => {
    for (const { system, readFrom } of violations.filter((violation) => violation.system !== null)) {
      expect(readFrom.length).toBeGreaterThan(0);
      expect(readFrom.map((resource) => resource.system)).toContain(system);
    }
  });

  it('names no system of vendors and duties (E30)', () => {
    for (const { rule, violations: its } of everything) {
      const isAboutTheProgram = /^(vendor|program)\./.test(rule.id);
      for (const { system } of its) expect([rule.id, system === null]).toEqual([rule.id, isAboutTheProgram]);
    }
  });
});

describe('one thing, one finding', () => {
  it('gives every violation of a rule an identity of its own (law 4)', () => {
    for (const { rule, violations: its } of everything) {
      const identities = its.map(({ connector, account, objectType, objectId }) =>
        JSON.stringify([rule.id, connector, account, objectType, objectId]),
      );
      expect(new Set(identities).size).toBe(identities.length);
    }
  });

  it.each([
    [
      'a field (E5)',
      ['field.sensitive', 'field.wrong-system', 'field.undeclared', 'field.unused', 'field.new'],
    ],
    ['a person in a system (E35)', ['access.departed', 'access.undeclared-person', 'access.excess-role']],
    ['an app (E6)', ['app.ai', 'app.excess-scope', 'app.undeclared', 'app.new']],
  ])('of %s', (_, ids) => {
    const things = everything
      .filter(({ rule }) => ids.includes(rule.id))
      .flatMap(({ violations: its }) => its.map(({ system, objectId }) => `${system ?? ''} ${objectId}`));

    expect(things.length).toBeGreaterThan(1);
    expect(new Set(things).size).toBe(things.length);
  });
});

describe('law 6', () => {
  it('says the same, in whatever order things were read', () => {
    const expected = said(driftedBakery);

    fc.assert(
      fc.property(shuffled(driftedBakery.inventory), (inventory) => {
        expect(said({ ...driftedBakery, inventory })).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });
});

/** Every violation to the last word, whatever order they came in. */
function said({ policy, inventory, baseline }: RuleInput): readonly string[] {
  const found = evaluate({ rules, policy, inventory, baseline, digest: (text) => text });
  return [...found.values()].map((violation: Violation) => JSON.stringify(violation)).toSorted();
}

/** The same inventory with systems, fields, people, apps, receipts and measures in any order. */
function shuffled(inventory: Inventory): fc.Arbitrary<Inventory> {
  const { measures } = inventory;
  return fc
    .tuple(
      anyOrder(inventory.systems).chain((systems) => fc.tuple(...systems.map(shuffledSystem))),
      anyOrder(measures?.systems ?? []),
    )
    .map(([systems, measured]) => ({
      ...inventory,
      systems,
      ...(measures && { measures: { ...measures, systems: measured } }),
    }));
}

function shuffledSystem(system: SystemInventory): fc.Arbitrary<SystemInventory> {
  const parts = fc.record({
    fields: anyOrder(system.fields),
    people: anyOrder(system.people),
    apps: anyOrder(system.apps),
    receipts: anyOrder(system.receipts),
  });
  return parts.map((inAnyOrder) => Object.assign({}, system, inAnyOrder));
}

function anyOrder<T>(items: readonly T[]): fc.Arbitrary<readonly T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}
