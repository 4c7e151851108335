import type { Category, FieldCategory } from '#connectors/contract/category.js';
import type { ConnectorId } from '#connectors/contract/fact.js';

/** A calendar term as the policy says it: "24 months", "7 years", "90 days". */
export interface Term {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
}

/** The declared Data Usage Policy, parsed. Absent sections are empty and listed in `missingSections` (E36). Dates are YYYY-MM-DD. */
export interface Policy {
  readonly organization: string;
  readonly owner: string | null;
  readonly country: string | null;
  /** IANA name; UTC where the policy says none. */
  readonly timeZone: string;
  readonly domains: readonly string[];
  readonly reviewed: string | null;
  readonly reviewEvery: Term | null;
  readonly audit: { readonly every: Term; readonly last: string | null } | null;
  readonly inactiveAfter: Term;
  readonly people: readonly PolicyPerson[];
  readonly systems: ReadonlyMap<string, PolicySystem>;
  readonly purposes: ReadonlyMap<string, { readonly why: string; readonly basis: string | null }>;
  readonly data: readonly PolicyData[];
  readonly classify: readonly PolicyClassification[];
  readonly access: readonly PolicyAccess[];
  readonly apps: readonly PolicyApp[];
  readonly retention: readonly PolicyRetention[];
  readonly consent: readonly PolicyConsent[];
  /** Path as written, relative to the policy file. */
  readonly erasures: string | null;
  readonly vendors: readonly PolicyVendor[];
  readonly training: { readonly every: Term; readonly sessions: readonly PolicyTrainingSession[] } | null;
  readonly controller: PolicyController | null;
  /** Whose data it is, in the business's words (E37). */
  readonly subjects: readonly string[];
  readonly security: readonly string[];
  /** Optional sections the file does not have: `people`, `access`, `retention` ... (E36). */
  readonly missingSections: readonly string[];
}

export interface PolicyPerson {
  /** Lower case. */
  readonly email: string;
  /** Other addresses, user names or names shown for the same person, as written. */
  readonly also: readonly string[];
  readonly roles: readonly string[];
  /** Day from which the 30 days of E32 count, if the policy says. */
  readonly since: string | null;
}

export interface PolicySystem {
  readonly connector: ConnectorId;
  /** Null: not said, so `purpose.mismatch` is not judged (E17). */
  readonly purposes: readonly string[] | null;
  readonly files: readonly string[];
  readonly connection: string | null;
}

export interface PolicyData {
  readonly category: Category;
  /** Empty: not said, so `purpose.mismatch` is not judged on this entry (E17). */
  readonly purposes: readonly string[];
  readonly systems: readonly string[];
  /** Systems whose list is closed: these fields and no others (E4). */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

export interface PolicyClassification {
  readonly system: string;
  readonly object: string | null;
  readonly field: string;
  readonly category: FieldCategory;
}

export interface PolicyAccess {
  readonly role: string;
  readonly systems: ReadonlyMap<string, 'viewer' | 'member' | 'admin'>;
}

export interface PolicyApp {
  readonly name: string;
  readonly clientId: string | null;
  readonly vendor: string | null;
  readonly systems: readonly string[];
  /** Null: not said, so scopes are not judged; [] means sign-in only. */
  readonly scopes: readonly string[] | null;
}

export interface PolicyRetention {
  readonly subjects: 'customers' | 'leads';
  readonly keep: Term;
  readonly after: 'last_purchase' | 'last_activity';
  readonly longer: readonly { readonly system: string; readonly keep: Term; readonly because: string }[];
}

export interface PolicyConsent {
  readonly purpose: string;
  readonly systems: readonly string[];
  readonly requires: 'opt_in_timestamp' | 'double_opt_in' | 'legal_basis';
  readonly evidence: ReadonlyMap<string, string>;
}

export interface PolicyVendor {
  readonly name: string;
  readonly systems: readonly string[];
  readonly vetted: string | null;
  readonly vetEvery: Term | null;
  readonly answers: {
    readonly data_stays_ours: boolean | null;
    readonly trains_shared_ai: boolean | 'opted_out' | null;
    /** Day of the opt-out, needed with `opted_out` (E16). */
    readonly opted_out_on: string | null;
    readonly shares_aggregated_data: boolean | null;
    readonly deletion_on_request: boolean | null;
  };
  readonly evidence: string | null;
  readonly dpa: { readonly signed: string | null; readonly expires: string | null } | null;
  readonly country: string | null;
  readonly transfer: string | null;
}

export interface PolicyTrainingSession {
  readonly held: string;
  /** Lower-case addresses. */
  readonly attended: readonly string[];
}

export interface PolicyController {
  readonly name: string;
  readonly address: string | null;
  readonly email: string | null;
}
