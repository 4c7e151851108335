import type { Tally } from '../../engine/measures.js';
import { type Day, isoDay, NO_DAY } from './day.js';
import { compareReferences, type Reference, type References, referenceText } from './references.js';

/** Law 1: no finding keeps more record references than this. */
export const SAMPLE_SIZE = 20;

/** Counts subjects and records, and keeps the smallest references: a sample that no order of reading changes (law 6). */
export class RunningTally {
  private subjects = 0;
  private records = 0;
  private smallest: Reference[] = [];
  /** For a list that a person reads: the day that each record counts from, by its reference. */
  private readonly days = new Map<string, string>();
  private readonly sampleSize: number;

  /** `sampleSize` may be Infinity where a person reads the list, and nothing keeps it. */
  constructor(sampleSize: number) {
    this.sampleSize = sampleSize;
  }

  /** `day`: what the record is judged by, where that is a day. */
  add(
    isNewSubject: boolean,
    records: number,
    references: References,
    record: number,
    day: Day = NO_DAY,
  ): void {
    if (isNewSubject) this.subjects += 1;
    this.records += records;
    const reference = references.of(record);
    if (reference === null) return;
    this.keep(reference);
    if (this.sampleSize === Infinity && day !== NO_DAY) this.days.set(referenceText(reference), isoDay(day));
  }

  tally(): Tally {
    if (this.sampleSize === Infinity) this.smallest = inOrder(this.smallest);
    return {
      subjects: this.subjects,
      records: this.records,
      sample: this.smallest.map(referenceText),
      ...(this.days.size > 0 && { days: this.days }),
    };
  }

  private keep(reference: Reference): void {
    if (this.sampleSize === Infinity) {
      this.smallest.push(reference);
      return;
    }
    const last = this.smallest.at(-1);
    if (this.smallest.length >= this.sampleSize && last && compareReferences(reference, last) >= 0) return;
    const after = this.smallest.findIndex((kept) => compareReferences(reference, kept) < 0);
    const at = after === -1 ? this.smallest.length : after;
    // The same record may come in two files.
    const before = this.smallest[at - 1];
    if (before && compareReferences(before, reference) === 0) return;
    this.smallest.splice(at, 0, reference);
    if (this.smallest.length > this.sampleSize) this.smallest.pop();
  }
}

/** Each once. */
function inOrder(references: readonly Reference[]): Reference[] {
  return references.toSorted(compareReferences).filter((reference, at, all) => {
    const before = all[at - 1];
    return before === undefined || compareReferences(before, reference) !== 0;
  });
}
