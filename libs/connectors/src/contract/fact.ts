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
}

/** Rows of one object. Cells stand in the order of `fields`; an empty cell is "". Held in memory only, reduced at once. */
export interface RecordsFact {
  readonly kind: 'records';
  readonly source: Source;
  readonly object: string;
  readonly list?: string;
  readonly fields: readonly FieldFact[];
  readonly rows: readonly (readonly string[])[];
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
  /** Scopes in the vendor's short form: `drive.readonly`, or a whole scope URL reduced to its last part. */
  readonly scopes: readonly string[];
  /** How many people granted it, where the list says. */
  readonly users?: number;
  readonly access?: 'trusted' | 'limited' | 'blocked' | 'unknown';
}

/** What each capability yields. A new connector fills these in; a new kind of fact is a design decision. */
export interface Facts {
  readonly fields: FieldFact;
  readonly records: RecordsFact;
  readonly people: PersonFact;
  readonly apps: AppFact;
}
export type Capability = keyof Facts;
export const capabilities = ['fields', 'records', 'people', 'apps'] as const satisfies readonly Capability[];
export type Fact = Facts[Capability];
