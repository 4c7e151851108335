import type { ConnectorId } from '#connectors/contract/fact.js';
import { Column } from './column.js';
import { EntryKeys } from './entry-keys.js';
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
  optOut: boolean;
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
    optOut: false,
    confirmed: false,
    legalBasis: false,
    namedEvidence: false,
  };
  /** Whether any column of the resource dates a purchase. */
  hasPurchases: boolean;
  /** Whether it has a column of addresses or phone numbers; without one, only its system can tell who is meant. */
  hasContacts = false;
  /** Whether any record is kept as deleted only. */
  hasTombstones = false;

  readonly flags = Column.ofBytes();
  readonly created = Column.ofDays();
  readonly activity = Column.ofDays();
  readonly purchase = Column.ofDays();
  readonly optIn = Column.ofDays();
  readonly optOut = Column.ofDays();
  readonly references = new References();
  /** The distinct keys of every entry. */
  readonly keys = new EntryKeys();
  /** First and last day seen in any column: the window of a file that states none (E11). */
  firstDay = NO_DAY;
  lastDay = NO_DAY;

  /** Lines of an entry of sales beyond the first, in two parts: hardly anybody needs the second. */
  private readonly moreLines = Column.ofBytes();
  private readonly manyMoreLines = Column.ofIds();

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
    return this.keys.size;
  }

  countLine(entry: number): void {
    const lines = this.linesOf(entry);
    this.moreLines.set(entry, lines & 0xff);
    this.manyMoreLines.set(entry, lines >>> 8);
  }

  /** Records or lines that an entry stands for. */
  linesOf(entry: number): number {
    return 1 + this.moreLines.get(entry) + this.manyMoreLines.get(entry) * 0x100;
  }

  /** A day that was read, for the window. */
  saw(day: number): void {
    if (day === NO_DAY) return;
    if (this.firstDay === NO_DAY || day < this.firstDay) this.firstDay = day;
    if (day > this.lastDay) this.lastDay = day;
  }
}
