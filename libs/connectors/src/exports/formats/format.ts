import type { FieldCategory } from '../../contract/category.js';
import type { ColumnRole, ConnectorId, PersonFact } from '../../contract/fact.js';

/** A column of records as a format knows it; the reader adds system, object and list. */
export interface Column {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly custom: boolean;
  readonly category?: FieldCategory;
  readonly role?: ColumnRole;
}

/** Where a format was recognised. */
export interface Table {
  /** Relative path of the file, for lists and statuses that only its name tells. */
  readonly path: string;
  /** Headers as they stand, trimmed. */
  readonly header: readonly string[];
  /** The same as plain names (E20), for comparing. */
  readonly names: readonly string[];
  /** Cells of the lines above the header. */
  readonly titles: readonly (readonly string[])[];
  readonly country: string | null;
}

/** First and last day a report covers. */
export interface Window {
  readonly from: string | null;
  readonly to: string;
}

export interface RecordReading {
  readonly columns: readonly Column[];
  readonly list?: string;
  /** From the cells of a line to the cells of `columns`; null for a line that is no record. Absent: as they stand. */
  readonly arrange?: (cells: readonly string[]) => readonly string[] | null;
  /** What the report covers; `closing` are the lines below the last record, `seen` the first to last day of its sales. */
  readonly window?: (closing: readonly (readonly string[])[], seen: Window | undefined) => Window | undefined;
}

export interface RecordFormat {
  readonly gives: 'records';
  readonly title: string;
  /** Null for a tool that has no connector of its own: whoever claims the file. */
  readonly connector: ConnectorId | null;
  readonly object: string;
  /** The export shows the columns somebody chose: nothing can be said of fields that are not in it (E27). */
  readonly choosesColumns: boolean;
  /** Lines with one filled cell are headings of groups, not damage. */
  readonly groups: boolean;
  recognises(names: ReadonlySet<string>): boolean;
  open(table: Table): RecordReading;
}

/** What a list says of one person, before the connector's role words and the dates of the column are known. */
export interface ListedPerson {
  readonly identifier: string;
  readonly role: string;
  /** False where the list has no column for roles: everybody is a member (E35). */
  readonly tellsRoles: boolean;
  readonly state: PersonFact['state'];
  /** As it stands; `never`, or "" where the list does not say. */
  readonly lastLogin: string;
  readonly secondFactor?: boolean;
}

export interface PeopleFormat {
  readonly gives: 'people';
  readonly title: string;
  /** Null for a list made by hand: whoever claims the file. */
  readonly connector: ConnectorId | null;
  recognises(names: ReadonlySet<string>): boolean;
  /** Reads a line; `cell` gives the trimmed cell of the first of the named columns that exists, else "". Null: no person. */
  person(cell: (...names: readonly string[]) => string, names: ReadonlySet<string>): ListedPerson | null;
}

export interface ListedApp {
  readonly name: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly users: string;
  readonly access: string;
}

export interface AppsFormat {
  readonly gives: 'apps';
  readonly title: string;
  readonly connector: ConnectorId;
  recognises(names: ReadonlySet<string>): boolean;
  app(cell: (...names: readonly string[]) => string, names: ReadonlySet<string>): ListedApp | null;
}

export type Format = RecordFormat | PeopleFormat | AppsFormat;
