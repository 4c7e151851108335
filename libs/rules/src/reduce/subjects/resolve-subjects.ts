import { Column } from './column.js';
import { DisjointSets } from './disjoint-sets.js';
import { giveBack } from './give-back.js';
import { KeyKind } from './key-table.js';
import { Flag, type Resource } from './resource.js';
import { strikeOutSharedKeys } from './shared-keys.js';

/** Who is who. Subjects are numbered from 1; 0 is nobody: staff, or a sale to nobody in particular. */
export interface Subjects {
  readonly count: number;
  /** The subject of every entry, by resource. */
  readonly of: ReadonlyMap<Resource, Column>;
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
  strikeOutSharedKeys(resources, kinds);
  const keys = new KeysOfEntries(kinds);
  const sets = new DisjointSets();
  joinByAddressAndOwnKey(resources, keys, sets);
  const addressed = rootsWithAddress(keys, sets);
  const loners = groupLoners(resources, keys, sets, addressed);
  const owners = ownersOfPhones(resources, keys, sets, addressed);
  for (let root = 1; root < keys.size; root += 1) {
    const owner = owners.get(root);
    if (loners.get(root) !== 1 || owner === NOBODY || owner === SEVERAL) continue;
    sets.union(root, owner);
    addressed.set(sets.find(owner), 1);
  }
  for (let root = 1; root < keys.size; root += 1) if (owners.get(root) !== SEVERAL) loners.set(root, 0);
  owners.clear();
  const subjects = numbered(resources, keys, sets, addressed, loners);
  // A million customers have millions of keys: what has served goes at once.
  for (const served of [sets, addressed, loners]) served.clear();
  giveBack(kinds);
  return subjects;
}

/** The keys of an entry that join. */
class KeysOfEntries {
  /** 0 for a key that joins nobody. */
  private readonly kinds: Uint8Array;

  constructor(kinds: Uint8Array) {
    this.kinds = kinds;
  }

  get size(): number {
    return this.kinds.length;
  }

  isAddress(key: number): boolean {
    return this.kinds[key] === KeyKind.email;
  }

  /** An e-mail or own key of the entry; 0 if it has none. */
  core(resource: Resource, entry: number): number {
    const count = resource.keys.count(entry);
    for (let at = 0; at < count; at += 1) {
      const key = resource.keys.at(entry, at);
      if (this.isCore(key)) return key;
    }
    return NOBODY;
  }

  /** A phone of the entry from the given position on; its position, or -1. */
  phoneFrom(resource: Resource, entry: number, from: number): number {
    const count = resource.keys.count(entry);
    for (let at = from; at < count; at += 1) {
      if (this.kinds[resource.keys.at(entry, at)] === KeyKind.phone) return at;
    }
    return -1;
  }

  isCore(key: number): boolean {
    const kind = this.kinds[key];
    return kind === KeyKind.email || kind === KeyKind.own;
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

function rootsWithAddress(keys: KeysOfEntries, sets: DisjointSets): Column {
  const addressed = Column.ofBytes();
  for (let key = 1; key < keys.size; key += 1) if (keys.isAddress(key)) addressed.set(sets.find(key), 1);
  return addressed;
}

/** Step 2; marks the roots of the groups. */
function groupLoners(
  resources: readonly Resource[],
  keys: KeysOfEntries,
  sets: DisjointSets,
  addressed: Column,
): Column {
  const touched = Column.ofBytes();
  for (const resource of resources) {
    for (let entry = 0; entry < resource.size; entry += 1) {
      let at = keys.phoneFrom(resource, entry, 0);
      if (at === -1) continue;
      const core = keys.core(resource, entry);
      if (core !== NOBODY && addressed.get(sets.find(core)) === 1) continue;
      const first = core === NOBODY ? resource.keys.at(entry, at) : core;
      touched.set(first, 1);
      for (; at !== -1; at = keys.phoneFrom(resource, entry, at + 1)) {
        sets.union(first, resource.keys.at(entry, at));
      }
    }
  }
  const loners = Column.ofBytes();
  for (let key = 1; key < keys.size; key += 1) if (touched.get(key) === 1) loners.set(sets.find(key), 1);
  touched.clear();
  return loners;
}

/** For every group of phones the one person with an address who has any of them, or that there are several. */
function ownersOfPhones(
  resources: readonly Resource[],
  keys: KeysOfEntries,
  sets: DisjointSets,
  addressed: Column,
): Column {
  const owners = Column.ofIds();
  forEachOwner(resources, keys, sets, addressed, (owner, group) => {
    const known = owners.get(group);
    if (known === NOBODY) owners.set(group, owner);
    else if (known !== owner) owners.set(group, SEVERAL);
  });
  return owners;
}

function forEachOwner(
  resources: readonly Resource[],
  keys: KeysOfEntries,
  sets: DisjointSets,
  addressed: Column,
  visit: (owner: number, group: number) => void,
): void {
  for (const resource of resources) {
    for (let entry = 0; entry < resource.size; entry += 1) {
      let at = keys.phoneFrom(resource, entry, 0);
      if (at === -1) continue;
      const core = keys.core(resource, entry);
      if (core === NOBODY) continue;
      const owner = sets.find(core);
      if (addressed.get(owner) !== 1) continue;
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
  addressed: Column,
  openGroups: Column,
): Subjects {
  const staff = rootsOfStaff(resources, keys, sets);
  const numbers = Column.ofIds();
  let count = 0;
  const numberOf = (root: number): number => {
    if (staff.has(root)) return NOBODY;
    let number = numbers.get(root);
    if (number === NOBODY) {
      count += 1;
      number = count;
      numbers.set(root, number);
    }
    return number;
  };
  const maybeSame = openPairs(resources, keys, sets, addressed, openGroups, numberOf);
  const of = new Map<Resource, Column>();
  for (const resource of resources) {
    const subjects = Column.ofIds();
    for (let entry = 0; entry < resource.size; entry += 1) {
      if ((resource.flags.get(entry) & Flag.staff) !== 0) continue;
      let key = keys.core(resource, entry);
      if (key === NOBODY) {
        const at = keys.phoneFrom(resource, entry, 0);
        if (at !== -1) key = resource.keys.at(entry, at);
      }
      if (key !== NOBODY) subjects.set(entry, numberOf(sets.find(key)));
      // A record that joins nothing is still somebody; a sale to nobody in particular is not.
      else if (!resource.isSales) subjects.set(entry, (count += 1));
    }
    resource.keys.forget();
    of.set(resource, subjects);
  }
  numbers.clear();
  return { count, of, maybeSame };
}

/** Pairs are few: at most five holders of a phone in each system. */
function openPairs(
  resources: readonly Resource[],
  keys: KeysOfEntries,
  sets: DisjointSets,
  addressed: Column,
  openGroups: Column,
  numberOf: (root: number) => number,
): readonly (readonly [number, number])[] {
  const pairs = new Map<string, readonly [number, number]>();
  forEachOwner(resources, keys, sets, addressed, (owner, group) => {
    if (openGroups.get(group) !== 1) return;
    const pair = [numberOf(owner), numberOf(group)] as const;
    if (pair[0] !== NOBODY && pair[1] !== NOBODY) pairs.set(pair.join(), pair);
  });
  return [...pairs.values()];
}

/** Whoever is joined with a member of staff is that member (E8). */
function rootsOfStaff(
  resources: readonly Resource[],
  keys: KeysOfEntries,
  sets: DisjointSets,
): ReadonlySet<number> {
  const staff = new Set<number>();
  for (const resource of resources) {
    for (let entry = 0; entry < resource.size; entry += 1) {
      if ((resource.flags.get(entry) & Flag.staff) === 0) continue;
      const core = keys.core(resource, entry);
      if (core !== NOBODY) staff.add(sets.find(core));
    }
  }
  return staff;
}
