import type { InventoryNotes, NoteReference } from '../../engine/inventory.js';
import { compareReferences, type Reference, referenceText } from '../subjects/references.js';
import { bitOf, type KindSet, kindsOf } from './kinds.js';
import { SmallestReferences } from './smallest-references.js';

interface Together {
  notes: number;
  readonly references: SmallestReferences;
}

/** A record with everything found in its notes. */
interface FoundRecord {
  readonly reference: Reference;
  readonly kinds: KindSet;
}

/** Counts the notes of one column by what stands in them, and keeps where a person can look (law 1). */
export class NotesTally {
  private notes = 0;
  private readonly found = new Map<KindSet, Together>();
  private readonly sampleSize: number;

  /** `sampleSize` may be Infinity where a person reads the list, and nothing keeps it. */
  constructor(sampleSize: number) {
    this.sampleSize = sampleSize;
  }

  addNote(): void {
    this.notes += 1;
  }

  /** Of the note added last; `reference` is null where a record has neither id nor place. */
  addFind(kinds: KindSet, reference: Reference | null): void {
    let together = this.found.get(kinds);
    if (together === undefined) {
      together = { notes: 0, references: new SmallestReferences(this.sampleSize) };
      this.found.set(kinds, together);
    }
    together.notes += 1;
    if (reference !== null) together.references.add(reference);
  }

  /** `allowed` kinds are counted; nobody has to look them up. */
  measure(allowed: KindSet): InventoryNotes {
    const inOrder = [...this.found].toSorted(([left], [right]) => left - right);
    return {
      read: this.notes,
      found: inOrder.map(([kinds, { notes }]) => ({ kinds: kindsOf(kinds), notes })),
      sample: sampleOf(this.foundRecords(allowed), allowed, this.sampleSize),
    };
  }

  private foundRecords(allowed: KindSet): readonly FoundRecord[] {
    const records = new Map<string, FoundRecord>();
    for (const [kinds, { references }] of this.found) {
      if ((kinds & ~allowed) === 0) continue;
      for (const reference of references.inOrder()) {
        const text = referenceText(reference);
        records.set(text, { reference, kinds: kinds | (records.get(text)?.kinds ?? 0) });
      }
    }
    return [...records.values()].toSorted((left, right) =>
      compareReferences(left.reference, right.reference),
    );
  }
}

/** Kind by kind one record each, the gravest kind first, until there are enough: each kind has some of its own. */
function sampleOf(records: readonly FoundRecord[], allowed: KindSet, size: number): readonly NoteReference[] {
  const chosen = records.length <= size ? records : chosenOf(records, allowed, size);
  return chosen.map(({ reference, kinds }) => ({ record: referenceText(reference), kinds: kindsOf(kinds) }));
}

function chosenOf(records: readonly FoundRecord[], allowed: KindSet, size: number): readonly FoundRecord[] {
  const queues = [
    ...Map.groupBy(
      records.flatMap((record) => byKind(record, allowed)),
      ({ kind }) => kind,
    ),
  ]
    .toSorted(([left], [right]) => left - right)
    .map(([, members]) => members.map(({ record }) => record));
  const chosen = new Set<FoundRecord>();
  for (let round = 0; chosen.size < size && round < records.length; round += 1) {
    for (const queue of queues) {
      const next = queue.find((record) => !chosen.has(record));
      if (next !== undefined && chosen.size < size) chosen.add(next);
    }
  }
  return records.filter((record) => chosen.has(record));
}

function byKind(
  record: FoundRecord,
  allowed: KindSet,
): readonly { readonly kind: KindSet; readonly record: FoundRecord }[] {
  return kindsOf(record.kinds & ~allowed).map((kind) => ({ kind: bitOf(kind), record }));
}
