/** Union-find over small numbers. The smallest member stands for its set, so that the order of joining never matters. */
export class DisjointSets {
  private readonly parents: Uint32Array;

  constructor(size: number) {
    this.parents = new Uint32Array(size);
    for (let member = 0; member < size; member += 1) this.parents[member] = member;
  }

  /** The smallest member of the set. */
  find(member: number): number {
    const { parents } = this;
    let at = member;
    for (;;) {
      const parent = parents[at] ?? at;
      if (parent === at) return at;
      const grandparent = parents[parent] ?? parent;
      parents[at] = grandparent;
      at = grandparent;
    }
  }

  union(left: number, right: number): void {
    const one = this.find(left);
    const other = this.find(right);
    if (one < other) this.parents[other] = one;
    else if (other < one) this.parents[one] = other;
  }
}
