import type { ConnectorId } from '#connectors/contract/fact.js';
import { Column } from './column.js';
import { NO_DAY } from './day.js';
import { References } from './references.js';

/** What one record says beside its keys and days. */
export const Flag = {
  staff: 1,
  marketed: 2,
  /** Has the evidence of an opt-in that the vendor records. */
  optInTime: 4,
  /** Has confirmed the opt-in (double opt-in). */
  confirmed: 8,
  legalBasis: 16,
  /** Has a value in the field that the policy names as evidence. */
  namedEvidence: 32,
  /** Deleted here, and kept as a tombstone. */
  tombstone: 64,
  /** A purchase whose date nobody can read. */
  undatedPurchase: 128,
} as const;

/** What a resource offers at all, by the columns that were seen in it. */
export interface ResourceColumns {
  activity: boolean;
  optIn: boolean;
  confirmed: boolean;
  legalBasis: boolean;
  namedEvidence: boolean;
}

/**
 * The records of one resource: an object of a system, per list. In columns of numbers, no object a record. A resource
 * of `sales` has one entry for all lines with the same keys; any other one entry a record.
 */
export class Resource {
  readonly system: string;
  readonly connector: ConnectorId;
  readonly object: string;
  readonly list: string | null;
  readonly isSales: boolean;
  readonly offers: ResourceColumns = {
    activity: false,
    optIn: false,
    confirmed: false,
    legalBasis: false,
    namedEvidence: false,
  };
  /** Whether any column of the resource dates a purchase. */
  hasPurchases: boolean;
  /** Whether any record is kept as deleted only. */
  hasTombstones = false;

  readonly flags = Column.ofBytes();
  readonly created = Column.ofDays();
  readonly activity = Column.ofDays();
  readonly purchase = Column.ofDays();
  readonly optIn = Column.ofDays();
  readonly optOut = Column.ofDays();
  readonly references = new References();
  /** Lines of an entry of sales beyond the first. */
  readonly moreLines = Column.ofIds();
  /** First and last day seen in any column: the window of a file that states none (E11). */
  firstDay = NO_DAY;
  lastDay = NO_DAY;

  private count = 0;
  private readonly firstKeys = Column.ofIds();
  private readonly moreKeyCounts = Column.ofBytes();
  private readonly moreKeyStarts = Column.ofIds();
  private readonly moreKeys = Column.ofIds();
  private moreKeyTotal = 0;

  constructor(of: {
    readonly system: string;
    readonly connector: ConnectorId;
    readonly object: string;
    readonly list: string | null;
    readonly isSales: boolean;
  }) {
    this.system = of.system;
    this.connector = of.connector;
    this.object = of.object;
    this.list = of.list;
    this.isSales = of.isSales;
    this.hasPurchases = of.isSales;
  }

  get size(): number {
    return this.count;
  }

  /** Adds an entry with its distinct keys; gives its index. */
  add(keys: readonly number[]): number {
    const index = this.count;
    this.count += 1;
    this.firstKeys.set(index, keys[0] ?? 0);
    // More keys than a byte counts are a list in a cell, and join nobody well.
    const more = Math.min(keys.length - 1, 255);
    if (more > 0) {
      this.moreKeyCounts.set(index, more);
      this.moreKeyStarts.set(index, this.moreKeyTotal);
      for (let at = 1; at <= more; at += 1) this.moreKeys.set(this.moreKeyTotal + at - 1, keys[at] ?? 0);
      this.moreKeyTotal += more;
    }
    return index;
  }

  keyCount(index: number): number {
    return this.firstKeys.get(index) === 0 ? 0 : 1 + this.moreKeyCounts.get(index);
  }

  keyAt(index: number, at: number): number {
    return at === 0 ? this.firstKeys.get(index) : this.moreKeys.get(this.moreKeyStarts.get(index) + at - 1);
  }

  hasKeys(index: number, keys: readonly number[]): boolean {
    if (this.keyCount(index) !== keys.length) return false;
    for (let at = 0; at < keys.length; at += 1) if (this.keyAt(index, at) !== keys[at]) return false;
    return true;
  }

  /** A day that was read, for the window. */
  saw(day: number): void {
    if (day === NO_DAY) return;
    if (this.firstDay === NO_DAY || day < this.firstDay) this.firstDay = day;
    if (day > this.lastDay) this.lastDay = day;
  }

  /** Once every entry knows its subject. */
  forgetKeys(): void {
    this.firstKeys.clear();
    this.moreKeyCounts.clear();
    this.moreKeyStarts.clear();
    this.moreKeys.clear();
  }
}
