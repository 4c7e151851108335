import { compareReferences, type Reference } from '../subjects/references.js';

/** The smallest of many references, each once: a sample that no order of reading changes (law 6). */
export class SmallestReferences {
  private kept: Reference[] = [];
  private readonly most: number;

  /** `most` may be Infinity where a person reads the list, and nothing keeps it. */
  constructor(most: number) {
    this.most = most;
  }

  add(reference: Reference): void {
    this.kept.push(reference);
    if (this.kept.length >= this.most * 2) this.kept = smallest(this.kept, this.most);
  }

  inOrder(): readonly Reference[] {
    return smallest(this.kept, this.most);
  }
}

function smallest(references: readonly Reference[], most: number): Reference[] {
  return references
    .toSorted(compareReferences)
    .filter((reference, at, all) => {
      const before = all[at - 1];
      return before === undefined || compareReferences(before, reference) !== 0;
    })
    .slice(0, most);
}
