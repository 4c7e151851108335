import { type Day, NO_DAY, UNDATED } from './day.js';
import type { Subjects } from './resolve-subjects.js';
import { Flag, type Resource } from './resource.js';

const IS_CUSTOMER = 1;
const HAS_UNDATED_PURCHASE = 2;

/** What all systems together know of each subject, in columns by subject number. Days after `asOf` count as `asOf` (E10). */
export class SubjectFacts {
  readonly purchase: Uint16Array;
  readonly activity: Uint16Array;
  readonly created: Uint16Array;
  readonly optOuts: OptOuts;
  readonly deletions = new Deletions();
  private readonly flags: Uint8Array;
  /** Day of the request to be erased; null where nobody asked. */
  private erased: Uint16Array | null = null;
  /** Last opt-in or purchase: the person came back by herself. */
  private returned: Uint16Array | null = null;

  constructor(resources: readonly Resource[], erasures: Resource | null, subjects: Subjects, asOf: Day) {
    this.purchase = new Uint16Array(subjects.count + 1);
    this.activity = new Uint16Array(subjects.count + 1);
    this.created = new Uint16Array(subjects.count + 1);
    this.flags = new Uint8Array(subjects.count + 1);
    this.optOuts = new OptOuts(subjects.count);
    for (const resource of resources) this.gather(resource, subjects, asOf);
    if (erasures !== null && erasures.size > 0) this.gatherErasures(resources, erasures, subjects, asOf);
    this.gatherDeletions(resources, subjects);
    this.shareBetween(subjects.maybeSame);
  }

  /** A subject with a purchase or a record in the books (E10). */
  isCustomer(subject: number): boolean {
    return this.has(subject, IS_CUSTOMER);
  }

  hasUndatedPurchase(subject: number): boolean {
    return this.has(subject, HAS_UNDATED_PURCHASE);
  }

  /** Asked to be erased, and did not come back since. */
  isErased(subject: number): boolean {
    const day = this.erased?.[subject] ?? NO_DAY;
    return day !== NO_DAY && (this.returned?.[subject] ?? NO_DAY) <= day;
  }

  /** Asked on a day that nobody can read: such a request stands, whatever came later. */
  isErasedForGood(subject: number): boolean {
    return this.erased?.[subject] === UNDATED;
  }

  private has(subject: number, flag: number): boolean {
    return ((this.flags[subject] ?? 0) & flag) !== 0;
  }

  private mark(subject: number, flag: number): void {
    this.flags[subject] = (this.flags[subject] ?? 0) | flag;
  }

  private gather(resource: Resource, { of }: Subjects, asOf: Day): void {
    const subjects = of.get(resource);
    const isBooks = resource.connector === 'quickbooks' && !resource.isSales;
    for (let entry = 0; entry < resource.size; entry += 1) {
      const subject = subjects?.get(entry) ?? 0;
      if (subject === 0) continue;
      const purchase = Math.min(resource.purchase.get(entry), asOf);
      raise(this.purchase, subject, purchase);
      raise(this.activity, subject, Math.min(resource.activity.get(entry), asOf));
      raise(this.created, subject, Math.min(resource.created.get(entry), asOf));
      const isUndated = (resource.flags.get(entry) & Flag.undatedPurchase) !== 0;
      if (isUndated) this.mark(subject, HAS_UNDATED_PURCHASE);
      if (isBooks || isUndated || purchase !== NO_DAY) this.mark(subject, IS_CUSTOMER);
      const optOut = resource.optOut.get(entry);
      if (optOut !== NO_DAY) {
        this.optOuts.note(subject, optOut === UNDATED ? UNDATED : Math.min(optOut, asOf), resource.system);
      }
    }
  }

  private gatherErasures(
    resources: readonly Resource[],
    erasures: Resource,
    { of, count }: Subjects,
    asOf: Day,
  ): void {
    const erased = new Uint16Array(count + 1);
    for (let entry = 0; entry < erasures.size; entry += 1) {
      const subject = of.get(erasures)?.get(entry) ?? 0;
      // A request without a readable date stands.
      if (subject !== 0) raise(erased, subject, erasures.created.get(entry) || UNDATED);
    }
    const returned = this.purchase.slice();
    for (const resource of resources) {
      for (let entry = 0; entry < resource.size; entry += 1) {
        const subject = of.get(resource)?.get(entry) ?? 0;
        if (subject !== 0) raise(returned, subject, Math.min(resource.optIn.get(entry), asOf));
      }
    }
    this.erased = erased;
    this.returned = returned;
  }

  private gatherDeletions(resources: readonly Resource[], { of, count }: Subjects): void {
    for (const [system, ofSystem] of Map.groupBy(resources, (resource) => resource.system)) {
      if (!ofSystem.some(({ hasTombstones }) => hasTombstones)) continue;
      const states = new Uint8Array(count + 1);
      for (const resource of ofSystem.filter(({ isSales }) => !isSales)) {
        const subjects = of.get(resource);
        for (let entry = 0; entry < resource.size; entry += 1) {
          const isTombstone = (resource.flags.get(entry) & Flag.tombstone) !== 0;
          const subject = subjects?.get(entry) ?? 0;
          states[subject] = (states[subject] ?? 0) | (isTombstone ? 1 : 2);
        }
      }
      this.deletions.note(system, states);
    }
  }

  /** Step 4 of the join: the dates of those who may be the same count for each other, as they stood before. */
  private shareBetween(pairs: Subjects['maybeSame']): void {
    const own = pairs.flatMap(([left, right]) => [
      { to: left, ...this.snapshot(right) },
      { to: right, ...this.snapshot(left) },
    ]);
    for (const { to, purchase, activity, created, flags, erased } of own) {
      raise(this.purchase, to, purchase);
      raise(this.activity, to, activity);
      raise(this.created, to, created);
      this.mark(to, flags & (IS_CUSTOMER | HAS_UNDATED_PURCHASE));
      if (this.erased) raise(this.erased, to, erased);
      if (this.returned) raise(this.returned, to, purchase);
    }
  }

  private snapshot(subject: number) {
    return {
      purchase: this.purchase[subject] ?? NO_DAY,
      activity: this.activity[subject] ?? NO_DAY,
      created: this.created[subject] ?? NO_DAY,
      flags: this.flags[subject] ?? 0,
      erased: this.erased?.[subject] ?? NO_DAY,
    };
  }
}

/** For each subject the two latest opt-outs of two systems: enough to know the latest one outside any system. */
export class OptOuts {
  private readonly count: number;
  private readonly systems: string[] = [''];
  private latest: { readonly days: Uint16Array; readonly systems: Uint8Array } | null = null;
  private second: { readonly days: Uint16Array; readonly systems: Uint8Array } | null = null;

  constructor(count: number) {
    this.count = count;
  }

  note(subject: number, day: Day, system: string): void {
    const latest = (this.latest ??= this.columns());
    const second = (this.second ??= this.columns());
    const index = this.indexOf(system);
    if (index === latest.systems[subject]) return raise(latest.days, subject, day);
    if (day > (latest.days[subject] ?? NO_DAY)) {
      second.days[subject] = latest.days[subject] ?? NO_DAY;
      second.systems[subject] = latest.systems[subject] ?? 0;
      latest.days[subject] = day;
      latest.systems[subject] = index;
    } else if (day > (second.days[subject] ?? NO_DAY)) {
      second.days[subject] = day;
      second.systems[subject] = index;
    }
  }

  /** The latest opt-out of the subject outside a system; null if there is none. */
  outside(subject: number, system: string): { readonly day: Day; readonly system: string } | null {
    const { latest, second } = this;
    if (latest === null || second === null) return null;
    const index = this.indexOf(system);
    const columns = latest.systems[subject] === index ? second : latest;
    const day = columns.days[subject] ?? NO_DAY;
    return day === NO_DAY ? null : { day, system: this.systems[columns.systems[subject] ?? 0] ?? '' };
  }

  private columns(): { readonly days: Uint16Array; readonly systems: Uint8Array } {
    return { days: new Uint16Array(this.count + 1), systems: new Uint8Array(this.count + 1) };
  }

  private indexOf(system: string): number {
    const known = this.systems.indexOf(system);
    return known === -1 ? this.systems.push(system) - 1 : known;
  }
}

/** The systems that keep a subject as deleted only. */
class Deletions {
  private readonly systems: { readonly name: string; readonly states: Uint8Array }[] = [];

  /** `states` by subject: 1 for those of whom the system has tombstones and nothing else. */
  note(name: string, states: Uint8Array): void {
    this.systems.push({ name, states });
  }

  /** Those other than the given one: in the books, the sales of somebody deleted there are no copy left over. */
  elsewhere(subject: number, system: string): readonly string[] {
    return this.systems
      .filter(({ name, states }) => name !== system && states[subject] === 1)
      .map(({ name }) => name);
  }
}

function raise(days: Uint16Array, subject: number, day: Day): void {
  if (day > (days[subject] ?? NO_DAY)) days[subject] = day;
}
