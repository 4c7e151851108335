import type { RecordsFact } from '#connectors/contract/fact.js';
import { dayOf, NO_DAY } from './day.js';
import { EntryTable } from './entry-table.js';
import type { RecordKeys } from './record-keys.js';
import type { RecordPlan } from './record-plan.js';
import { Flag, type Resource } from './resource.js';
import { amountOf, meaningOf, type TransactionWords } from './transaction.js';

/**
 * Reads the lines of one resource of sales. Lines of one document that stand together add up (E10: a purchase has a
 * positive total). A report keeps them together; where they do not, each line counts for itself, which can only make
 * a customer look more recent.
 */
export class SalesReader {
  private readonly resource: Resource;
  private readonly keys: RecordKeys;
  private readonly words: TransactionWords;
  private readonly entries: EntryTable;
  /** The key cells of the line before: lines of one customer usually stand together. */
  private lastCells: readonly string[] = [];
  private lastEntry = -1;
  private file: string | null = null;
  private plan: RecordPlan | null = null;
  private readonly open = { entry: -1, type: '', number: '', total: 0, day: NO_DAY, isUndated: false };

  constructor(resource: Resource, keys: RecordKeys, words: TransactionWords) {
    this.resource = resource;
    this.keys = keys;
    this.words = words;
    this.entries = new EntryTable(resource);
  }

  read({ rows, file = '', lines }: RecordsFact, plan: RecordPlan): void {
    if (file !== this.file || plan !== this.plan) {
      this.close();
      this.lastCells = [];
      this.file = file;
      this.plan = plan;
      if (plan.emails.length + plan.phones.length > 0) this.resource.hasContacts = true;
    }
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at];
      if (row === undefined) continue;
      const entry = this.entryOf(row, plan);
      // A sale to nobody in particular holds nothing about a person.
      if (entry === -1) continue;
      this.resource.references.setFirstRow(entry, file, lines?.[at] ?? 0);
      this.readLine(entry, row, plan);
    }
  }

  /** Call when everything was read: the last document is still open. */
  finish(): void {
    this.close();
    this.entries.forget();
  }

  private close(): void {
    const { open } = this;
    if (open.entry === -1) return;
    // Cents add up to fractions of cents: what rounds to nothing is nothing.
    const total = Math.round(open.total * 10_000) / 10_000;
    const meaning = meaningOf(this.words.ofType(open.type), total);
    this.note(open.entry, meaning, open.day);
    if (open.isUndated) this.note(open.entry, meaning, NO_DAY);
    open.entry = -1;
  }

  private entryOf(row: readonly string[], { keyColumns, emails, phones, ownKeys }: RecordPlan): number {
    if (this.lastCells.length > 0 && keyColumns.every((column, at) => row[column] === this.lastCells[at])) {
      if (this.lastEntry !== -1) this.resource.countLine(this.lastEntry);
      return this.lastEntry;
    }
    const { keys, resource } = this;
    keys.begin();
    for (const column of ownKeys) keys.readOwnKey(row[column] ?? '', resource.system, resource.connector);
    for (const column of emails) keys.readEmails(row[column] ?? '');
    for (const column of phones) keys.readPhones(row[column] ?? '');
    this.lastCells = keyColumns.map((column) => row[column] ?? '');
    this.lastEntry = -1;
    if (keys.keys.length > 0) {
      const known = resource.size;
      this.lastEntry = this.entries.entryOf(keys.keys);
      if (this.lastEntry < known) this.resource.countLine(this.lastEntry);
      else if (keys.isStaff) resource.flags.set(this.lastEntry, Flag.staff);
    }
    return this.lastEntry;
  }

  private readLine(entry: number, row: readonly string[], plan: RecordPlan): void {
    const type = plan.purchaseType === null ? '' : (row[plan.purchaseType] ?? '');
    const number = plan.purchaseNumber === null ? '' : (row[plan.purchaseNumber] ?? '');
    if (plan.status !== null && this.words.isDead(row[plan.status] ?? '')) return;
    const day = latest(row, plan.purchaseDates);
    this.resource.saw(day);
    const kind = this.words.ofType(type);
    const amount = plan.amount === null ? undefined : amountOf(row[plan.amount] ?? '');
    if (kind === 'sale' || kind === 'unsaid') {
      if (typeof amount === 'number' && number !== '')
        return this.addToDocument(entry, type, number, amount, day);
      this.close();
    }
    this.note(entry, meaningOf(kind, amount), day);
  }

  private addToDocument(entry: number, type: string, number: string, amount: number, day: number): void {
    const { open } = this;
    if (open.entry !== entry || open.number !== number || open.type !== type) {
      this.close();
      open.entry = entry;
      open.type = type;
      open.number = number;
      open.total = 0;
      open.day = NO_DAY;
      open.isUndated = false;
    }
    open.total += amount;
    if (day > open.day) open.day = day;
    if (day === NO_DAY) open.isUndated = true;
  }

  private note(entry: number, meaning: ReturnType<typeof meaningOf>, day: number): void {
    const { purchase, activity, flags } = this.resource;
    if (meaning === 'activity') activity.raise(entry, day);
    else if (meaning === 'purchase') {
      purchase.raise(entry, day);
      if (day === NO_DAY) flags.set(entry, flags.get(entry) | Flag.undatedPurchase);
    }
  }
}

function latest(row: readonly string[], columns: readonly number[]): number {
  let day = NO_DAY;
  for (const column of columns) day = Math.max(day, dayOf(row[column] ?? ''));
  return day;
}
