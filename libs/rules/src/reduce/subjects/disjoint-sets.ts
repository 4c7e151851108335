import { Column } from './column.js';

/**
 * Union-find over numbers from 1 on. The smallest member stands for its set, so that the order of joining never
 * matters.
 */
export class DisjointSets {
  /** 0 for who stands for herself: what was never joined takes no room. */
  private readonly parents = Column.ofIds();

  /** The smallest member of the set. */
  find(member: number): number {
    const { parents } = this;
    let at = member;
    for (;;) {
      const parent = parents.get(at);
      if (parent === 0) return at;
      const grandparent = parents.get(parent);
      if (grandparent === 0) return parent;
      parents.set(at, grandparent);
      at = grandparent;
    }
  }

  union(left: number, right: number): void {
    const one = this.find(left);
    const other = this.find(right);
    if (one < other) this.parents.set(other, one);
    else if (other < one) this.parents.set(one, other);
  }

  /** Gives the memory back. */
  clear(): void {
    this.parents.clear();
  }
}
