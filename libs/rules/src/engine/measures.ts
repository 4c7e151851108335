import type { PolicyConsent, PolicyRetention, Term } from '../policy/policy.js';

/**
 * What is known of the customers of all systems together, once their values are gone: counts, months, and few record
 * references. Plain JSON. Absent from an inventory whose scan could not join.
 */
export interface Measures {
  readonly triggers: Readonly<Record<Trigger, TriggerReading>>;
  /** The systems of the policy that hold records, in its order. */
  readonly systems: readonly SystemMeasures[];
  /** Lines of the erasure list; null where none was read. */
  readonly erasureRequests: number | null;
  /** Why the list that the policy names was not read, and what to do; absent: it was, or none is named. */
  readonly erasuresUnread?: UnreadErasures;
  /** Systems that were read without the column that tells who opted out. */
  readonly optOutsUnread: readonly string[];
}

export interface UnreadErasures {
  readonly what: string;
  readonly step: string;
}

export type Trigger = PolicyRetention['after'];
export type SubjectKind = PolicyRetention['subjects'];

/** How far the feeds of purchases, or of activity, reach (E11). */
export interface TriggerReading {
  /** The earliest end among the feeds, YYYY-MM-DD; null: nobody's age may be judged, and `reasons` says why. */
  readonly judgedAsOf: string | null;
  /** The latest beginning among the feeds; null: they reach back without limit, or nothing is judged. */
  readonly coveredFrom: string | null;
  /** Sentences for people: names of systems, never values. */
  readonly reasons: readonly string[];
}

export interface Tally {
  readonly subjects: number;
  readonly records: number;
  /** At most 20, unless a person reads the whole list: the vendor's record id, else `file:row`. */
  readonly sample: readonly string[];
  /** Only where a person reads the whole list: the day that each was judged by, YYYY-MM-DD. Never stored. */
  readonly days?: ReadonlyMap<string, string>;
}

export interface SystemMeasures {
  readonly system: string;
  readonly retention: readonly RetentionMeasure[];
  readonly ages: readonly AgeMeasure[];
  readonly consent: readonly ConsentMeasure[];
  readonly deletions: DeletionMeasure;
}

/** One retention entry of the policy in one system. */
export interface RetentionMeasure {
  readonly subjects: SubjectKind;
  readonly after: Trigger;
  /** The term in this system: `longer` where the policy says so (E12). */
  readonly keep: Term;
  /** Subjects of this kind with records here. */
  readonly held: number;
  /** Of these, how many this scan can say nothing about (E11, law 2). */
  readonly unjudged: number;
  readonly overdue: Tally;
  readonly undated: Tally;
}

/** Subjects of a system by the month of their last trigger: to judge another term later, at the precision of a month. */
export interface AgeMeasure {
  readonly subjects: SubjectKind;
  readonly after: Trigger;
  readonly months: readonly MonthCount[];
  /** Those without the trigger, by the month of whatever else is known of them; null: nothing is. */
  readonly silent: readonly MonthCount[];
}

export interface MonthCount {
  /** YYYY-MM. */
  readonly month: string | null;
  readonly subjects: number;
}

/** One list, audience or object that marketing mail goes to (E14). */
export interface ConsentMeasure {
  readonly object: string;
  readonly list: string | null;
  /** Subjects who are marketed to. */
  readonly marketed: number;
  readonly missing: readonly MissingEvidence[];
  /** Marketed to from here although they opted out elsewhere. */
  readonly conflicts: Tally;
  /** The systems where those opt-outs stand. */
  readonly optedOutIn: readonly string[];
}

export interface MissingEvidence {
  readonly requires: PolicyConsent['requires'];
  /** The field that the policy names as evidence; null: the vendor's own. */
  readonly evidence: string | null;
  readonly tally: Tally;
}

/** Records of people who were deleted elsewhere, or who asked to be (E13). */
export interface DeletionMeasure {
  /** Subjects with records here. */
  readonly held: number;
  /** Asked to be deleted, and nobody can tell whether they came back since: not everything was read. */
  readonly unjudged: number;
  readonly requested: Tally;
  readonly deletedElsewhere: Tally;
  /** The systems that hold the tombstones of those counted. */
  readonly deletedIn: readonly string[];
}
