import type { Category, FieldCategory, Sensitivity } from '#connectors/contract/category.js';
import type {
  AccessLevel,
  AppReading,
  Capability,
  ConnectorId,
  FileFact,
} from '#connectors/contract/fact.js';
import type { ReceiptStatus } from '#connectors/contract/receipt.js';
import type { Actor } from '#connectors/contract/actor.js';
import type { SpanType } from '../classify/spans/span.js';
import type { Measures } from './measures.js';

/** System name of files that no system of the policy claims (E7, E26). */
export const UNCLAIMED = 'unclaimed';

/** What survives a scan; never a customer's value. Plain JSON, stored as it is. */
export interface Inventory {
  /** "Today" of the scan, YYYY-MM-DD in the policy's time zone (E1). */
  readonly asOf: string;
  /** Every system of the policy in its order, then `unclaimed` if there is such a file. */
  readonly systems: readonly SystemInventory[];
  /** What is known of the customers of all systems together; absent where nothing was joined. */
  readonly measures?: Measures;
}

export interface SystemInventory {
  readonly system: string;
  readonly connector: ConnectorId;
  readonly account: string;
  /** It was read from a simulated vendor: every report says so. */
  readonly simulated?: true;
  readonly receipts: readonly InventoryReceipt[];
  readonly fields: readonly InventoryField[];
  readonly people: readonly InventoryPerson[];
  readonly apps: readonly InventoryApp[];
  /** Files that people outside can open; absent where none was found. */
  readonly sharedFiles?: readonly InventoryFile[];
  /** Whom the books say that the business pays; absent where no books were read. */
  readonly payees?: InventoryPayees;
}

export interface InventoryReceipt {
  /** For people: `contact.records`, `people`, `apps`; with the list in brackets where there are several. */
  readonly resource: string;
  readonly capability: Capability;
  readonly object: string | null;
  readonly list: string | null;
  readonly status: ReceiptStatus;
  readonly reason: string | null;
  /** Who must act, and how; absent where nobody can, or an export says it all. */
  readonly actor?: Actor;
  readonly step?: string;
  /** The right that was not granted. */
  readonly scope?: string;
  /** Records of companies, deals and other things, which tell nothing of customers. */
  readonly notPeople?: true;
  readonly read: number;
  readonly window: { readonly from: string | null; readonly to: string } | null;
  readonly parts: readonly string[];
}

export interface InventoryField {
  readonly object: string;
  readonly list: string | null;
  readonly name: string;
  readonly label: string;
  readonly type: string;
  /** False for the vendor's own fields (E6). */
  readonly custom: boolean;
  /** The machine's verdict; a person's word (`classify:`) is applied when rules run. */
  readonly category: FieldCategory;
  readonly sensitivity: Sensitivity;
  /** 0 to 1; below 0.5 it is a question to the owner, not a finding. */
  readonly confidence: number;
  /** A sentence a person can read, without any value. */
  readonly reason: string;
  /** Records of the object in the system, and how many have a value in this field (E28). */
  readonly records: number;
  readonly filled: number;
  /** Records of those files that have the column at all; absent where all do. */
  readonly offered?: number;
  /** What was found inside its cells; absent where none was read as a note, or a person says it holds nothing. */
  readonly notes?: InventoryNotes;
}

/** What can be found inside a note. A person's name is no find: notes are about people (E29). */
export type NoteKind = Exclude<SpanType, 'person_name'>;

/** Counts of what stands inside the notes of one column. */
export interface InventoryNotes {
  /** Cells that were read as notes. */
  readonly read: number;
  /** How many of them hold exactly these kinds, so that those with any of some kinds can be added up. */
  readonly found: readonly FoundTogether[];
  /** At most 20 records, unless a person reads the whole list; some for every kind that the policy does not let in. */
  readonly sample: readonly NoteReference[];
}

export interface FoundTogether {
  readonly kinds: readonly NoteKind[];
  readonly notes: number;
}

export interface NoteReference {
  /** The vendor's record id, else `file:row`. */
  readonly record: string;
  readonly kinds: readonly NoteKind[];
}

/** Staff, as far as the policy is about them (law 1). */
export interface InventoryPerson {
  readonly identifier: string;
  readonly role: string;
  readonly level: AccessLevel;
  readonly state: 'active' | 'invited' | 'suspended';
  /** YYYY-MM of the last login, `never`, or null where unknown. */
  readonly lastLogin: string | null;
  /** Whole days between last login and the scan, for rules that count days; null where unknown or never. */
  readonly daysSinceLogin: number | null;
  readonly secondFactor: boolean | null;
}

export interface InventoryApp {
  readonly name: string;
  readonly clientId: string | null;
  /** A key that the business made itself. */
  readonly isOwnKey?: true;
  readonly scopes: readonly string[];
  readonly users: number | null;
  readonly access: 'trusted' | 'limited' | 'blocked' | 'unknown';
  /** What it really read, where the vendor logs that. */
  readonly reads?: readonly AppReading[];
  /** Last day it was given access or used it, YYYY-MM-DD, where a log tells. */
  readonly lastSeen?: string;
}

/** Payees by name only where the catalogue of software vendors has them; everybody else is a count (law 1). */
export interface InventoryPayees {
  readonly vendors: readonly InventoryPayee[];
  readonly others: number;
}

export interface InventoryPayee {
  /** As the catalogue names it, not as the books do. */
  readonly name: string;
  readonly payments: number;
  /** YYYY-MM. */
  readonly lastPaid: string;
}

/** A file that people outside can open, without its title (law 1). */
export interface InventoryFile extends Pick<
  FileFact,
  'id' | 'link' | 'sharedWith' | 'outsideDomains' | 'outsidePeople'
> {
  /** `not known`: its name does not say, and its first row was not read. */
  readonly looksLike: 'customer list' | 'something else' | 'not known';
  readonly recognisedBy: 'first row' | 'name' | null;
  /** What its columns hold, as far as the first row was read. */
  readonly categories: readonly Category[];
}
