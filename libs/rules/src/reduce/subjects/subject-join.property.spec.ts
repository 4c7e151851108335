import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordsFact } from '#connectors/contract/fact.js';
import type { Measures, SystemMeasures } from '../../engine/measures.js';
import { joined } from './join.spec-builders.js';
import { AS_OF, randomBusiness, type RandomBusiness } from './random-business.spec-builders.js';
import { type Expected, type PlainRecord, slowReference } from './slow-reference.spec-builders.js';

describe('the join against a slow and obvious reference (E8 to E14)', () => {
  it('finds the same overdue, undated, missing, conflicting and left over, for any business', () => {
    fc.assert(
      fc.property(randomBusiness, (business) => {
        const measures = measured(business, business.facts);
        const counted = Object.fromEntries(
          measures.systems.map((system) => [system.system, countsOf(system)]),
        );
        expect(counted).toEqual(slowReference(business.plain));
      }),
      { numRuns: Number(process.env['JOIN_RUNS'] ?? 2000) },
    );
  });

  it('is tried on businesses in which something is found', () => {
    const found = fc
      .sample(randomBusiness, { numRuns: 400, seed: 4 })
      .flatMap(({ plain }) => Object.values(slowReference(plain)));
    const having = (count: (expected: Expected) => number) => found.filter((one) => count(one) > 0).length;
    expect({
      overdueCustomers: having(({ retention }) => retention[0]?.['overdue'] ?? 0) > 20,
      overdueLeads: having(({ retention }) => retention[1]?.['overdue'] ?? 0) > 20,
      undated: having(({ retention }) => retention[1]?.['undated'] ?? 0) > 20,
      unjudged: having(({ retention }) => retention[0]?.['unjudged'] ?? 0) > 20,
      missing: having(({ consent }) => Number(consent[0]?.['missing'] ?? 0)) > 20,
      conflicts: having(({ consent }) => Number(consent[0]?.['conflicts'] ?? 0)) > 20,
      requested: having(({ deletions }) => deletions['requested'] ?? 0) > 20,
      deletedElsewhere: having(({ deletions }) => deletions['deletedElsewhere'] ?? 0) > 20,
    }).toEqual({
      overdueCustomers: true,
      overdueLeads: true,
      undated: true,
      unjudged: true,
      missing: true,
      conflicts: true,
      requested: true,
      deletedElsewhere: true,
    });
  });

  it('is tried on all that makes customers hard to tell apart, and days hard to compare', () => {
    const businesses = fc.sample(randomBusiness, { numRuns: 400, seed: 4 });
    const tooRare = Object.entries(DIFFICULTIES).filter(
      ([, isIn]) => businesses.filter((business) => isIn(business)).length < 20,
    );
    expect(tooRare.map(([name]) => name)).toEqual([]);
  });

  it('says the same whatever the order of rows, files, batches and systems (law 6)', () => {
    fc.assert(
      fc.property(
        randomBusiness.chain((business) =>
          fc.tuple(
            fc.constant(business),
            fc.shuffledSubarray([...business.facts], { minLength: business.facts.length }),
            fc.boolean(),
          ),
        ),
        ([business, shuffled, inBatches]) => {
          const straight = measured(business, business.facts);
          expect(measured(business, inBatches ? batched(shuffled) : shuffled)).toEqual(straight);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

/** Each must be in enough of the businesses that are tried. */
const DIFFICULTIES: Readonly<Record<string, (business: RandomBusiness) => boolean>> = {
  aliases: ({ plain }) =>
    isAnyPair(plain.records, (one, other) =>
      one.emails.some((email) =>
        other.emails.some((again) => email !== again && isSameMailbox(email, again)),
      ),
    ),
  'a phone of two people': ({ plain }) =>
    isAnyPair(plain.records, (one, other) => areStrangers(one, other) && sharePhone(one, other)),
  'a family and one of it without an address': ({ plain }) =>
    plain.records.some(
      (one) =>
        isWithoutAddress(one) &&
        isAnyPair(
          plain.records.filter((other) => sharePhone(one, other)),
          areStrangers,
        ),
    ),
  'an address or phone of more than five records': ({ plain }) =>
    plain.records.some((one) => holdersOf(one, plain.records).length > 5),
  'role addresses': inAnyRow(/^(info|office)@/u),
  'our own staff': inAnyRow(/@sweetcrumb\.example$/iu),
  'sub-customers': inAnyRow(/^[^:]+:[^:]+$/u),
  refunds: inAnyRow(/^(Refund Receipt|Credit Memo)$/u),
  voids: inAnyRow(/voided/u),
  'several lines of one document': ({ facts }) => facts.some(({ rows }) => rows.length > 1),
  'purchases without a date': ({ plain }) => plain.records.some(({ isUndatedPurchase }) => isUndatedPurchase),
  'future dates': inAnyRow(/^2027-/u),
  'the days on which summer time begins and ends': inAnyRow(
    /^(2026-03-(29|08)|2025-03-30|2025-10-26|2024-03-10)/u,
  ),
  'an hour that summer time skips': inAnyRow(/ 02:30:00$/u),
  'leap days': inAnyRow(/-02-29/u),
  'feeds that state no window': ({ systems }) =>
    systems.some(({ receipts }) =>
      receipts.some(({ object, window }) => object === 'sale' && window === null),
    ),
  'stale feeds': ({ systems }) =>
    systems.some(({ receipts }) => receipts.some(({ window }) => window?.to === '2026-02-23')),
  'books that could not be read': ({ plain }) => plain.unreadable.includes('books'),
  'requests to be deleted': ({ erasures }) => erasures.length > 0,
};

function inAnyRow(cell: RegExp) {
  return ({ facts }: RandomBusiness): boolean =>
    facts.some(({ rows }) => rows.some((row) => row.some((one) => cell.test(one))));
}

function isAnyPair(
  records: readonly PlainRecord[],
  holds: (one: PlainRecord, other: PlainRecord) => boolean,
): boolean {
  return records.some((one, at) => records.slice(at + 1).some((other) => holds(one, other)));
}

function isSameMailbox(one: string, other: string): boolean {
  const plainly = (email: string) =>
    email
      .toLowerCase()
      .trim()
      .replace('googlemail', 'gmail')
      .replaceAll(/\+.*(?=@)|\.(?=.*@)/gu, '');
  return one !== '' && plainly(one) === plainly(other);
}

function isWithoutAddress({ emails, own }: PlainRecord): boolean {
  return emails.every((email) => email === '') && own === '';
}

/** Two people as far as their addresses tell. */
function areStrangers(one: PlainRecord, other: PlainRecord): boolean {
  const [left = '', right = ''] = [one.emails[0], other.emails[0]];
  return left !== '' && right !== '' && !isSameMailbox(left, right);
}

function sharePhone(one: PlainRecord, other: PlainRecord): boolean {
  return one.phones.some(
    (phone) => phone !== '' && other.phones.some((again) => digits(phone) === digits(again)),
  );
}

function holdersOf(one: PlainRecord, records: readonly PlainRecord[]): readonly PlainRecord[] {
  return records.filter(
    (other) =>
      other.system === one.system &&
      other.list === one.list &&
      !other.isSale &&
      (sharePhone(one, other) || isSameMailbox(one.emails[0] ?? '', other.emails[0] ?? '')),
  );
}

function digits(phone: string): string {
  return phone.replaceAll(/\D/gu, '').slice(-10);
}

function measured({ systems, erasures }: RandomBusiness, facts: readonly RecordsFact[]): Measures {
  return joined(facts, { systems, erasures, asOf: AS_OF });
}

/** Rows of one file that follow each other in one batch, as a connector would hand them over. */
function batched(facts: readonly RecordsFact[]): readonly RecordsFact[] {
  const batches: RecordsFact[] = [];
  for (const fact of facts) {
    const last = batches.at(-1);
    if (last && last.file === fact.file && last.object === fact.object && last.list === fact.list) {
      batches[batches.length - 1] = {
        ...last,
        rows: [...last.rows, ...fact.rows],
        lines: [...(last.lines ?? []), ...(fact.lines ?? [])],
      };
    } else batches.push(fact);
  }
  return batches;
}

function countsOf({ retention, consent, deletions }: SystemMeasures): Expected {
  return {
    retention: retention.map(({ held, unjudged, overdue, undated }) => ({
      held,
      unjudged,
      overdue: overdue.subjects,
      overdueRecords: overdue.records,
      undated: undated.subjects,
      undatedRecords: undated.records,
    })),
    consent: consent
      .map(({ list, marketed, missing, conflicts }) => ({
        list: list ?? '',
        marketed,
        missing: missing[0]?.tally.subjects ?? 0,
        conflicts: conflicts.subjects,
      }))
      .toSorted((left, right) => (left.list < right.list ? -1 : 1)),
    deletions: {
      requested: deletions.requested.subjects,
      unjudged: deletions.unjudged,
      deletedElsewhere: deletions.deletedElsewhere.subjects,
    },
  };
}
