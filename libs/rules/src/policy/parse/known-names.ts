import { EVERYONE } from '../staff.js';
import { asBlock, asList, asTexts, isBlock } from './loose-tree.js';

/** What a policy declares, for judging references to it. Null where that can not be judged. */
export interface KnownNames {
  readonly systems: readonly string[] | null;
  readonly purposes: readonly string[] | null;
  readonly roles: readonly string[] | null;
  /** Own address of each person by every name of hers, all in lower case. */
  readonly people: ReadonlyMap<string, string> | null;
}

export const nothingKnown: KnownNames = { systems: null, purposes: null, roles: null, people: null };

/** The names declared in a policy that may still be wrong elsewhere. */
export function knownNames(tree: unknown): KnownNames {
  const { systems, purposes, access, people } = asBlock(tree);
  return {
    systems: isBlock(systems) ? Object.keys(systems) : null,
    purposes: Object.keys(asBlock(purposes)),
    // Without a section on access, nothing is said of roles (E36).
    roles:
      access === undefined
        ? null
        : [...new Set([EVERYONE, ...asList(access).flatMap((entry) => asTexts(asBlock(entry)['role']))])],
    people: people === undefined ? null : addresses(people),
  };
}

function addresses(people: unknown): Map<string, string> {
  const known = new Map<string, string>();
  for (const { email, also } of asList(people).map(asBlock)) {
    if (typeof email === 'string') {
      for (const name of [email, ...asTexts(also)]) {
        known.set(name.trim().toLowerCase(), email.trim().toLowerCase());
      }
    }
  }
  return known;
}
