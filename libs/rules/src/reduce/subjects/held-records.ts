import type { References } from './references.js';
import type { Subjects } from './resolve-subjects.js';
import { Flag, type Resource } from './resource.js';

const SEEN_AS_RECORD = 1;
const SEEN_AS_SALES = 2;

/**
 * What a system still holds of each subject: her records, or, where it has none, the lines of her sales. Tombstones
 * are not held.
 */
export class HeldRecords {
  private readonly resources: readonly Resource[];
  private readonly subjects: Subjects;

  constructor(resources: readonly Resource[], subjects: Subjects) {
    this.resources = resources;
    this.subjects = subjects;
  }

  /** Every record once; `isFirst` for the first of a subject. */
  forEach(
    visit: (
      subject: number,
      isFirst: boolean,
      records: number,
      references: References,
      record: number,
    ) => void,
  ): void {
    const seen = new Uint8Array(this.subjects.count + 1);
    for (const isSales of [false, true]) {
      for (const resource of this.resources) {
        if (resource.isSales !== isSales) continue;
        const subjects = this.subjects.of.get(resource);
        for (let record = 0; record < resource.size; record += 1) {
          const subject = subjects?.get(record) ?? 0;
          if (subject === 0 || (resource.flags.get(record) & Flag.tombstone) !== 0) continue;
          const before = seen[subject] ?? 0;
          if (isSales && before === SEEN_AS_RECORD) continue;
          seen[subject] = isSales ? SEEN_AS_SALES : SEEN_AS_RECORD;
          visit(subject, before === 0, resource.linesOf(record), resource.references, record);
        }
      }
    }
  }
}
