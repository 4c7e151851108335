import { joinedResources, joinedSystems } from '#rules/catalog/joined-reading.js';
import { marketingLists } from '#rules/catalog/consent/marketing-lists.js';
import { holdsPersonalData } from '#rules/catalog/field/field-group.js';
import { isFullyRead } from '#rules/catalog/reading.js';
import { type Retained, retained } from '#rules/catalog/retention/retained.js';
import { type Inventory, type SystemInventory, UNCLAIMED } from '#rules/engine/inventory.js';
import type { DeletionMeasure, MonthCount } from '#rules/engine/measures.js';
import type { Policy, PolicyConsent, PolicyRetention, Term } from '#rules/policy/policy.js';
import { addTerm, termInWords } from '#rules/policy/term.js';
import type { DataMapState } from './data-map.js';

/** One term of the policy in one system, and how old what is kept there is. */
export interface TermInSystem {
  readonly system: string;
  readonly subjects: PolicyRetention['subjects'];
  readonly after: PolicyRetention['after'];
  readonly keep: Term;
  readonly keepInWords: string;
  /** Why it may be kept for longer here than elsewhere; null: it is not. */
  readonly because: string | null;
  readonly held: number;
  /** Of these, how many nothing can be said about (law 2). */
  readonly unjudged: number;
  readonly overdue: number;
  readonly undated: number;
  readonly state: DataMapState;
  /** By the month of what the term counts from. */
  readonly months: readonly MonthCount[];
  /** Whoever is older than this day is overdue, YYYY-MM-DD; null: nobody's age may be judged. */
  readonly overdueBefore: string | null;
}

export function termsInSystems(inventory: Inventory, policy: Policy): readonly TermInSystem[] {
  return retained(policy, inventory).map((one) => {
    const { entry, keep, held, system, measured, measures } = one;
    const [overdue, undated] = [one.overdue.subjects, one.undated.subjects];
    const unjudged = unjudgedIn(one);
    const { judgedAsOf } = measures.triggers[entry.after];
    return {
      system: system.system,
      subjects: entry.subjects,
      after: entry.after,
      keep,
      keepInWords: termInWords(keep),
      because: entry.longer.find((longer) => longer.system === system.system)?.because ?? null,
      held,
      unjudged,
      overdue,
      undated,
      state: stateOf(overdue + undated, unjudged, system),
      months: measured.ages
        .filter(({ subjects, after }) => subjects === entry.subjects && after === entry.after)
        .flatMap(({ months }) => months),
      overdueBefore: judgedAsOf === null ? null : addTerm(judgedAsOf, negative(keep)),
    };
  });
}

/** A list that marketing goes to, against what the policy asks for before. */
export interface ConsentInList {
  readonly system: string;
  readonly name: string;
  readonly marketed: number;
  readonly missing: readonly { readonly requires: PolicyConsent['requires']; readonly people: number }[];
  /** Written to from here although they opted out elsewhere. */
  readonly conflicts: number;
  readonly optedOutIn: readonly string[];
  readonly state: DataMapState;
}

export function consentInLists(inventory: Inventory, policy: Policy): readonly ConsentInList[] {
  const unread = systemsNotReadInFull(inventory);
  return marketingLists(policy, inventory).map(({ system, name, list, measures }) => {
    const missing = list.missing.map(({ requires, tally }) => ({ requires, people: tally.subjects }));
    const conflicts = list.conflicts.subjects;
    const wrong = missing.reduce((sum, { people }) => sum + people, conflicts);
    return {
      system: system.system,
      name,
      marketed: list.marketed,
      missing,
      conflicts,
      optedOutIn: list.optedOutIn,
      state: joinedState(wrong, measures.optOutsUnread.length + unread),
    };
  });
}

/** Who was deleted elsewhere, or asked to be, and is still here. */
export interface DeletionsInSystem extends Pick<DeletionMeasure, 'held' | 'unjudged' | 'deletedIn'> {
  readonly system: string;
  /** Null: no list of deletion requests was read, so nobody knows who asked. */
  readonly requested: number | null;
  readonly deletedElsewhere: number;
  readonly state: DataMapState;
}

export function deletionsInSystems(inventory: Inventory): readonly DeletionsInSystem[] {
  const unread = systemsNotReadInFull(inventory);
  return joinedSystems(inventory).map(({ system, measured: { deletions }, measures }) => {
    const { held, unjudged, deletedIn } = deletions;
    const [asked, deletedElsewhere] = [deletions.requested.subjects, deletions.deletedElsewhere.subjects];
    const requested = measures.erasureRequests === null ? null : asked;
    const state = joinedState(asked + deletedElsewhere, unjudged + unread + (requested === null ? 1 : 0));
    return { system: system.system, held, unjudged, deletedIn, requested, deletedElsewhere, state };
  });
}

/** What rests on a join is fine only where every system was read: who was deleted in another may stand in the rest of it. */
function systemsNotReadInFull(inventory: Inventory): number {
  return joinedResources(inventory).filter(({ system: name, object, list }) => {
    const system = inventory.systems.find((one) => one.system === name);
    return (
      system === undefined || !isFullyRead(system, 'records', { ...(object !== null && { object }), list })
    );
  }).length;
}

function joinedState(wrong: number, unread: number): DataMapState {
  if (wrong > 0) return 'differs';
  return unread > 0 ? 'not known' : 'agrees';
}

/** A file that no system claims, and how many records of people it holds: no term of the policy reaches it (E7). */
export interface UnclaimedFile {
  readonly path: string;
  readonly records: number;
}

/** By path. */
export function unclaimedFilesOfPeople({ systems }: Inventory): readonly UnclaimedFile[] {
  const fields = systems
    .filter(({ system }) => system === UNCLAIMED)
    .flatMap((system) => system.fields.filter(holdsPersonalData));
  return [...Map.groupBy(fields, ({ object }) => object)]
    .map(([path, own]) => ({ path, records: Math.max(...own.map(({ records }) => records)) }))
    .toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

/** Nothing is fine where somebody could not be judged, or not everybody was read (law 2). */
function stateOf(wrong: number, unjudged: number, system: SystemInventory): DataMapState {
  if (wrong > 0) return 'differs';
  return unjudged > 0 || !isFullyRead(system, 'records') ? 'not known' : 'agrees';
}

/** Of another term than the scan judged by, nobody counted them: then all, if ages may not be judged at all. */
function unjudgedIn({ entry, keep, held, measured, measures }: Retained): number {
  const measure = measured.retention.find(
    (one) =>
      one.subjects === entry.subjects &&
      one.after === entry.after &&
      termInWords(one.keep) === termInWords(keep),
  );
  return measure?.unjudged ?? (measures.triggers[entry.after].judgedAsOf === null ? held : 0);
}

function negative({ years, months, weeks, days }: Term): Term {
  return { years: -years, months: -months, weeks: -weeks, days: -days };
}
