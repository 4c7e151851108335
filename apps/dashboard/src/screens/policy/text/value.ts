/** Where a value stands in the policy: names of keys, and places in lists. */
export type Path = readonly (string | number)[];
export type Value = string | readonly Value[] | { readonly [name: string]: Value };

/** One change of a policy, as the form makes it. */
export type Edit =
  | { readonly kind: 'set'; readonly path: Path; readonly value: Value }
  | { readonly kind: 'add'; readonly path: Path; readonly value: Value }
  | { readonly kind: 'remove'; readonly path: Path };
