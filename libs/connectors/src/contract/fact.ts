import type { FieldCategory } from './category.js';

/** The kinds of tool Plumbline knows; `exports` stands for files of any other origin. */
export const connectorIds = ['hubspot', 'mailchimp', 'quickbooks', 'google-workspace', 'exports'] as const;
export type ConnectorId = (typeof connectorIds)[number];

/** Where a fact was read: the policy's system, the kind of tool, and the vendor's account id (`exports` if a file names none). */
export interface Source {
  readonly system: string;
  readonly connector: ConnectorId;
  readonly account: string;
}

/** What a column of records is for, as far as the connector's data sheet knows. */
export type ColumnRole =
  | 'record_id'
  | 'email'
  | 'phone'
  | 'own_key'
  | 'created'
  | 'activity'
  | 'opt_in'
  | 'opt_out'
  | 'purchase_date'
  | 'purchase_type'
  | 'purchase_number'
  | 'amount'
  | 'status';

/** A field that a tool offers. `name` is the vendor's own name where known (E20), else the header as NFKC, lower case, single spaces. */
export interface FieldFact {
  readonly kind: 'field';
  readonly source: Source;
  /** `contact`, `member`, `customer` ...; for a file of unknown origin its path relative to the exports folder. */
  readonly object: string;
  /** The list or audience a field belongs to, where one account has several; part of the identity (E20). */
  readonly list?: string;
  readonly name: string;
  /** As the tool shows it, or the header as it stands in the file; "" where there is none. */
  readonly label: string;
  /** The vendor's word for the type, `unknown` in plain files. */
  readonly type: string;
  readonly options?: readonly string[];
  /** False for fields the vendor itself defines: many of those make one finding (E6). */
  readonly custom: boolean;
  /** The data sheet's word on the vendor's own fields (E6); absent: the classifier decides. */
  readonly category?: FieldCategory;
  readonly role?: ColumnRole;
  /** Its values were not read, because the data sheet says that they hold nothing personal: nothing is said of how full it is. */
  readonly unread?: true;
}

/** Rows of one object. Cells stand in the order of `fields`; an empty cell is "". Held in memory only, reduced at once. */
export interface RecordsFact {
  readonly kind: 'records';
  readonly source: Source;
  readonly object: string;
  readonly list?: string;
  readonly fields: readonly FieldFact[];
  readonly rows: readonly (readonly string[])[];
  /** Companies, deals and other things: no customers are told apart by them. */
  readonly notPeople?: true;
  /** Of people who were deleted, only what tells who they were: they are joined, and in no count of what fields hold. */
  readonly tombstones?: true;
  /** File path relative to the exports folder; absent for records from an API. */
  readonly file?: string;
  /** 1-based number of each row's first line in the file, aligned with `rows`; absent for API records. */
  readonly lines?: readonly number[];
}

export type AccessLevel = 'viewer' | 'member' | 'admin' | 'unknown';

/** A person who can log in. Staff, therefore kept (law 1). */
export interface PersonFact {
  readonly kind: 'person';
  readonly source: Source;
  /** Lower-case e-mail address, else user name, else the name shown. */
  readonly identifier: string;
  /** The vendor's word for the role ("Super admin", "Standard all access"); "" if the list has no role column. */
  readonly role: string;
  /** That word by the connector's table (E15); a list without a role column gives `member` (E35). */
  readonly level: AccessLevel;
  readonly state: 'active' | 'invited' | 'suspended';
  /** Day of the last login as YYYY-MM-DD, or `never`; absent where the list does not say. */
  readonly lastLogin?: string;
  readonly secondFactor?: boolean;
}

/** A third-party app that was given access. */
export interface AppFact {
  readonly kind: 'app';
  readonly source: Source;
  readonly name: string;
  readonly clientId?: string;
  /** A key that somebody of the business made for a program: there is no maker of an app behind it. */
  readonly isOwnKey?: true;
  /** Scopes in the vendor's short form: `drive.readonly`, or a whole scope URL reduced to its last part. */
  readonly scopes: readonly string[];
  /** How many people granted it, where the list says. */
  readonly users?: number;
  readonly access?: 'trusted' | 'limited' | 'blocked' | 'unknown';
  /** What it really read, where the vendor logs that. */
  readonly reads?: readonly AppReading[];
  /** Last day it was given access or used it, YYYY-MM-DD, where a log is what tells of it (E16). */
  readonly lastSeen?: string;
}

/** What an app read through one interface of the vendor, as far back as the log goes. */
export interface AppReading {
  /** The vendor's word: `DRIVE`, `GMAIL`, `CONTACTS`. */
  readonly api: string;
  readonly bytes: number;
  /** YYYY-MM-DD. */
  readonly lastDay: string;
}

/** A file that people outside of the business can open. Its content is not read. */
export interface FileFact {
  readonly kind: 'file';
  readonly source: Source;
  /** The vendor's opaque id. */
  readonly id: string;
  readonly link: string;
  /** In memory only, for telling whether it looks like a list of customers: titles are not kept (law 1). */
  readonly title: string;
  /** The first row, where it could be read; null: only the title is known. In memory only. */
  readonly columns: readonly string[] | null;
  /** The widest circle that can open it. */
  readonly sharedWith: 'anyone' | 'anyone with the link' | 'another organization' | 'people outside';
  /** Mail domains outside that it is shared with; a person is only counted. */
  readonly outsideDomains: readonly string[];
  readonly outsidePeople: number;
}

/** Somebody whom the books say that the business pays. */
export interface PayeeFact {
  readonly kind: 'payee';
  readonly source: Source;
  /** As the books name it, and the company behind it. In memory only: most payees are nobody's business here (law 1). */
  readonly names: readonly string[];
  /** Bills and purchases in the time that the receipt covers. */
  readonly payments: number;
  /** YYYY-MM-DD. */
  readonly lastPaid: string;
}

/** What each capability yields. A new connector fills these in; a new kind of fact is a design decision. */
export interface Facts {
  readonly fields: FieldFact;
  readonly records: RecordsFact;
  readonly people: PersonFact;
  readonly apps: AppFact;
  readonly files: FileFact;
  readonly payees: PayeeFact;
}
export type Capability = keyof Facts;
export const capabilities = [
  'fields',
  'records',
  'people',
  'apps',
  'files',
  'payees',
] as const satisfies readonly Capability[];
export type Fact = Facts[Capability];
