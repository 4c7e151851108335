import { DisjointSets } from './disjoint-sets.js';
import { KeyKind } from './key-table.js';
import { Flag, type Resource } from './resource.js';
import { usableKeys } from './usable-keys.js';

/** Who is who. Subjects are numbered from 1; 0 is nobody: staff, or a sale to nobody in particular. */
export interface Subjects {
  readonly count: number;
  /** The subject of every entry, by resource. */
  readonly of: ReadonlyMap<Resource, Uint32Array>;
  /** Pairs that may be one customer and may be two: a subject without e-mail whose phone several others have. */
  readonly maybeSame: readonly (readonly [withAddress: number, without: number])[];
}

const NOBODY = 0;
const SEVERAL = 0xffffffff;

/**
 * Joins the records of all systems (E9). The definition, in steps that no order of rows, files or systems changes:
 *
 * 1. Records with a common e-mail or own key are one person. A person has an address if any of her records has one.
 * 2. Persons without an address who share a phone are one group, through any number of phones.
 * 3. A group whose phones belong to exactly one person with an address is that person.
 * 4. A group whose phones belong to several (a family) stays by itself: nobody knows whose it is. Its dates and
 *    theirs count for each other (`maybeSame`), so that nobody is called overdue who may have bought last month.
 *
 * Two persons with addresses are never joined by a phone. docs/decisions/0008-phone-joins.md says why.
 */
export function resolveSubjects(resources: readonly Resource[], kinds: Uint8Array): Subjects {
  const keys = new KeysOfEntries(kinds, usableKeys(resources, kinds));
  const sets = new DisjointSets(kinds.length);
  joinByAddressAndOwnKey(resources, keys, sets);
  const addressed = rootsWithAddress(keys, sets);
  const loners = groupLoners(resources, keys, sets, addressed);
  const owners = ownersOfPhones(resources, keys, sets, addressed);
  for (let root = 1; root < owners.length; root += 1) {
    const owner = owners[root] ?? NOBODY;
    if (loners[root] !== 1 || owner === NOBODY || owner === SEVERAL) continue;
    sets.union(root, owner);
    addressed[sets.find(owner)] = 1;
  }
  for (let root = 1; root < owners.length; root += 1) if (owners[root] !== SEVERAL) loners[root] = 0;
  // A million customers have millions of keys: the owners have served, their room takes the numbers.
  return numbered(resources, keys, sets, addressed, loners, owners.fill(NOBODY));
}

/** The keys of an entry that join. */
class KeysOfEntries {
  private readonly kinds: Uint8Array;
  private readonly usable: Uint8Array;

  constructor(kinds: Uint8Array, usable: Uint8Array) {
    this.kinds = kinds;
    this.usable = usable;
  }

  get size(): number {
    return this.kinds.length;
  }

  isAddress(key: number): boolean {
    return this.usable[key] === 1 && this.kinds[key] === KeyKind.email;
  }

  /** An e-mail or own key of the entry; 0 if it has none. */
  core(resource: Resource, entry: number): number {
    const count = resource.keys.count(entry);
    for (let at = 0; at < count; at += 1) {
      const key = resource.keys.at(entry, at);
      if (this.usable[key] === 1 && this.kinds[key] !== KeyKind.phone) return key;
    }
    return NOBODY;
  }

  /** A phone of the entry from the given position on; its position, or -1. */
  phoneFrom(resource: Resource, entry: number, from: number): number {
    const count = resource.keys.count(entry);
    for (let at = from; at < count; at += 1) {
      const key = resource.keys.at(entry, at);
      if (this.usable[key] === 1 && this.kinds[key] === KeyKind.phone) return at;
    }
    return -1;
  }

  isCore(key: number): boolean {
    return this.usable[key] === 1 && this.kinds[key] !== KeyKind.phone;
  }
}

function joinByAddressAndOwnKey(
  resources: readonly Resource[],
  keys: KeysOfEntries,
  sets: DisjointSets,
): void {
  for (const resource of resources) {
    for (let entry = 0; entry < resource.size; entry += 1) {
      const count = resource.keys.count(entry);
      if (count < 2) continue;
      const core = keys.core(resource, entry);
      if (core === NOBODY) continue;
      for (let at = 0; at < count; at += 1) {
        const key = resource.keys.at(entry, at);
        if (keys.isCore(key)) sets.union(core, key);
      }
    }
  }
}

function rootsWithAddress(keys: KeysOfEntries, sets: DisjointSets): Uint8Array {
  const addressed = new Uint8Array(keys.size);
  for (let key = 1; key < keys.size; key += 1) if (keys.isAddress(key)) addressed[sets.find(key)] = 1;
  return addressed;
}

/** Step 2; marks the roots of the groups. */
function groupLoners(
  resources: readonly Resource[],
  keys: KeysOfEntries,
  sets: DisjointSets,
  addressed: Uint8Array,
): Uint8Array {
  const touched: Uint8Array = new Uint8Array(keys.size);
  for (const resource of resources) {
    for (let entry = 0; entry < resource.size; entry += 1) {
      let at = keys.phoneFrom(resource, entry, 0);
      if (at === -1) continue;
      const core = keys.core(resource, entry);
      if (core !== NOBODY && addressed[sets.find(core)] === 1) continue;
      const first = core === NOBODY ? resource.keys.at(entry, at) : core;
      touched[first] = 1;
      for (; at !== -1; at = keys.phoneFrom(resource, entry, at + 1)) {
        sets.union(first, resource.keys.at(entry, at));
      }
    }
  }
  const loners = new Uint8Array(keys.size);
  for (let key = 1; key < keys.size; key += 1) if (touched[key] === 1) loners[sets.find(key)] = 1;
  return loners;
}

/** For every group of phones the one person with an address who has any of them, or that there are several. */
function ownersOfPhones(
  resources: readonly Resource[],
  keys: KeysOfEntries,
  sets: DisjointSets,
  addressed: Uint8Array,
): Uint32Array {
  const owners = new Uint32Array(keys.size);
  forEachOwner(resources, keys, sets, addressed, (owner, group) => {
    const known = owners[group] ?? NOBODY;
    if (known === NOBODY) owners[group] = owner;
    else if (known !== owner) owners[group] = SEVERAL;
  });
  return owners;
}

function forEachOwner(
  resources: readonly Resource[],
  keys: KeysOfEntries,
  sets: DisjointSets,
  addressed: Uint8Array,
  visit: (owner: number, group: number) => void,
): void {
  for (const resource of resources) {
    for (let entry = 0; entry < resource.size; entry += 1) {
      let at = keys.phoneFrom(resource, entry, 0);
      if (at === -1) continue;
      const core = keys.core(resource, entry);
      if (core === NOBODY) continue;
      const owner = sets.find(core);
      if (addressed[owner] !== 1) continue;
      for (; at !== -1; at = keys.phoneFrom(resource, entry, at + 1)) {
        visit(owner, sets.find(resource.keys.at(entry, at)));
      }
    }
  }
}

function numbered(
  resources: readonly Resource[],
  keys: KeysOfEntries,
  sets: DisjointSets,
  addressed: Uint8Array,
  openGroups: Uint8Array,
  numbers: Uint32Array,
): Subjects {
  const staff = rootsOfStaff(resources, keys, sets);
  let count = 0;
  const numberOf = (root: number): number => {
    if (staff[root] === 1) return NOBODY;
    let number = numbers[root] ?? NOBODY;
    if (number === NOBODY) {
      count += 1;
      number = count;
      numbers[root] = number;
    }
    return number;
  };
  const maybeSame = openPairs(resources, keys, sets, addressed, openGroups, numberOf);
  const of = new Map<Resource, Uint32Array>();
  for (const resource of resources) {
    const subjects = new Uint32Array(resource.size);
    for (let entry = 0; entry < resource.size; entry += 1) {
      if ((resource.flags.get(entry) & Flag.staff) !== 0) continue;
      let key = keys.core(resource, entry);
      if (key === NOBODY) {
        const at = keys.phoneFrom(resource, entry, 0);
        if (at !== -1) key = resource.keys.at(entry, at);
      }
      if (key !== NOBODY) subjects[entry] = numberOf(sets.find(key));
      // A record that joins nothing is still somebody; a sale to nobody in particular is not.
      else if (!resource.isSales) subjects[entry] = count += 1;
    }
    resource.keys.forget();
    of.set(resource, subjects);
  }
  return { count, of, maybeSame };
}

/** Pairs are few: at most five holders of a phone in each system. */
function openPairs(
  resources: readonly Resource[],
  keys: KeysOfEntries,
  sets: DisjointSets,
  addressed: Uint8Array,
  openGroups: Uint8Array,
  numberOf: (root: number) => number,
): readonly (readonly [number, number])[] {
  const pairs = new Map<string, readonly [number, number]>();
  forEachOwner(resources, keys, sets, addressed, (owner, group) => {
    if (openGroups[group] !== 1) return;
    const pair = [numberOf(owner), numberOf(group)] as const;
    if (pair[0] !== NOBODY && pair[1] !== NOBODY) pairs.set(pair.join(), pair);
  });
  return [...pairs.values()];
}

/** Whoever is joined with a member of staff is that member (E8). */
function rootsOfStaff(resources: readonly Resource[], keys: KeysOfEntries, sets: DisjointSets): Uint8Array {
  const staff = new Uint8Array(keys.size);
  for (const resource of resources) {
    for (let entry = 0; entry < resource.size; entry += 1) {
      if ((resource.flags.get(entry) & Flag.staff) === 0) continue;
      const core = keys.core(resource, entry);
      if (core !== NOBODY) staff[sets.find(core)] = 1;
    }
  }
  return staff;
}
