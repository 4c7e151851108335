/** Who stands below whom: QuickBooks keeps projects and sub-customers as customers of their own. */
export class TopCustomers {
  /** Only of those who stand below somebody. */
  private readonly parents = new Map<string, string>();

  note(id: string, parent: string | undefined): void {
    if (parent !== undefined && parent !== id) this.parents.set(id, parent);
  }

  /** The customer of the first level above `id`, as far as it was read; `id` itself where nobody is above. */
  of(id: string): string {
    let top = id;
    // QuickBooks nests five deep; a circle must not hold us.
    for (let level = 0; level < 10; level += 1) {
      const parent = this.parents.get(top);
      if (parent === undefined) return top;
      top = parent;
    }
    return top;
  }
}
