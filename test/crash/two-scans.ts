import { compare } from '#rules/engine/compare.js';
import { compareInput, inventory, violation } from '#rules/engine/engine.spec-builders.js';
import type { IdentifiedViolation } from '#rules/engine/identity.js';
import type { ScanToCommit } from '#scanner/findings/commit-scan.js';

const FIRST_DAY = '2026-11-23';
const SECOND_DAY = '2026-11-30';

/** A first scan with so many findings. */
export function firstScan(size: number): ScanToCommit {
  return scan(
    FIRST_DAY,
    numbers(size).map((number) => violation(`field ${number}`)),
  );
}

/** A week later: of every four findings one is fixed, one changed, one the same, and one new one has come. */
export function secondScan(size: number): ScanToCommit {
  const found = numbers(size).flatMap((number) => {
    const name = `field ${number}`;
    switch (number % 4) {
      case 0:
        return [];
      case 1:
        return [violation(name, { content: { category: 'user.contact.email' } })];
      case 2:
        return [violation(name), violation(`new ${name}`)];
      default:
        return [violation(name)];
    }
  });
  return scan(SECOND_DAY, found);
}

function scan(day: string, violations: readonly IdentifiedViolation[]): ScanToCommit {
  const read = inventory(undefined, day);
  return {
    organization: 'Sweet Crumb Bakery',
    policyText: 'plumbline: 1',
    policyVersion: 'policy-1',
    rulesVersion: 'rules-1',
    inventory: read,
    startedAt: `${day}T10:15:00.000Z`,
    finishedAt: `${day}T10:15:05.000Z`,
    judge: ({ known }) => compare(compareInput(violations, { known, inventory: read })),
  };
}

function numbers(size: number): readonly number[] {
  return Array.from({ length: size }, (_, index) => index);
}
