import type { Inventory } from '../../engine/inventory.js';
import type { AgeMeasure, Measures, RetentionMeasure, Tally } from '../../engine/measures.js';
import { keepIn } from '../../policy/keep-in.js';
import type { Policy, PolicyRetention, Term } from '../../policy/policy.js';
import { addTerm } from '../../policy/term.js';
import { type JoinedSystem, joinedSystems, objectIdIn } from '../joined-reading.js';

/** One retention entry of a policy in one system, with what the scan can say of it. */
export interface Retained extends JoinedSystem {
  readonly entry: PolicyRetention;
  readonly keep: Term;
  readonly overdue: Tally;
  readonly undated: Tally;
  readonly held: number;
}

const NOTHING: Tally = { subjects: 0, records: 0, sample: [] };

/** Every entry in every system (E12). Of several about the same people and trigger, the shortest term there speaks. */
export function retained(policy: Policy, inventory: Inventory): readonly Retained[] {
  return joinedSystems(inventory).flatMap((joined) =>
    entriesIn(policy, joined.system.system).map((entry) => {
      const keep = keepIn(entry, joined.system.system);
      const exact = exactMeasure(joined, entry, keep);
      const { overdue, undated, held } = exact ?? byMonths(joined, entry, keep);
      return { ...joined, entry, keep, overdue, undated, held };
    }),
  );
}

/** What identifies a retention finding: whom it is about, and what the term counts from. */
export function retentionId({ system, entry }: Pick<Retained, 'system' | 'entry'>): string {
  return objectIdIn(system, aboutOf(entry));
}

function entriesIn(policy: Policy, system: string): readonly PolicyRetention[] {
  const shortest = new Map<string, PolicyRetention>();
  for (const entry of policy.retention) {
    const known = shortest.get(aboutOf(entry));
    if (known === undefined || endOf(entry, system) < endOf(known, system))
      shortest.set(aboutOf(entry), entry);
  }
  return [...shortest.values()];
}

/** Terms of years, months and days are compared from one and the same day. */
function endOf(entry: PolicyRetention, system: string): string {
  return addTerm('2001-01-01', keepIn(entry, system));
}

function aboutOf({ subjects, after }: Pick<PolicyRetention, 'subjects' | 'after'>): string {
  return `${subjects}.${after}`;
}

/**
 * Whether a scan that finds nobody must stay silent: somebody could not be judged, because the feeds are missing, end
 * too early or do not reach back far enough (E11, law 2).
 */
export function isUnjudged(inventory: Inventory, system: string | null, objectId: string): boolean {
  const joined = joinedSystems(inventory).find((one) => one.system.system === system);
  const own =
    joined?.measured.retention.filter(
      (measure) => objectIdIn(joined.system, aboutOf(measure)) === objectId,
    ) ?? [];
  return own.length === 0 || own.some(({ unjudged }) => unjudged > 0);
}

function exactMeasure(
  { measured }: JoinedSystem,
  entry: PolicyRetention,
  keep: Term,
): RetentionMeasure | null {
  return (
    measured.retention.find(
      (measure) => aboutOf(measure) === aboutOf(entry) && isSameTerm(measure.keep, keep),
    ) ?? null
  );
}

/** Another term than the scan measured (a previous policy): by the months of the last trigger, without records. */
function byMonths({ measured, measures }: JoinedSystem, entry: PolicyRetention, keep: Term) {
  const ages = measured.ages.filter((one) => aboutOf(one) === aboutOf(entry));
  const { judgedAsOf, coveredFrom } = measures.triggers[entry.after];
  const held = ages.reduce((sum, age) => sum + countOf(age.months) + countOf(age.silent), 0);
  if (judgedAsOf === null) return { overdue: NOTHING, undated: NOTHING, held };
  const isOver = ({ month }: { readonly month: string | null }) =>
    month === null || addTerm(`${month}-01`, keep) <= judgedAsOf;
  const isLonger = coveredFrom === null || addTerm(coveredFrom, keep) <= judgedAsOf;
  const isSilenceKnown = isFullyJudged(measures);
  const isUndated = ({ month }: { readonly month: string | null }) =>
    month === null && (entry.subjects === 'leads' || !isLonger);
  const silent = (age: AgeMeasure) => (isSilenceKnown ? age.silent : []);
  const overdue = ages.flatMap((age) => [
    ...age.months.filter(isOver),
    ...(isLonger ? silent(age).filter((one) => isOver(one) && !isUndated(one)) : []),
  ]);
  const undated = ages.flatMap((age) => silent(age).filter(isUndated));
  return { overdue: asTally(countOf(overdue)), undated: asTally(countOf(undated)), held };
}

function isFullyJudged({ triggers }: Measures): boolean {
  return Object.values(triggers).every(({ judgedAsOf }) => judgedAsOf !== null);
}

function asTally(subjects: number): Tally {
  return { subjects, records: subjects, sample: [] };
}

function countOf(counts: readonly { readonly subjects: number }[]): number {
  return counts.reduce((sum, { subjects }) => sum + subjects, 0);
}

function isSameTerm(left: Term, right: Term): boolean {
  return (
    left.years === right.years &&
    left.months === right.months &&
    left.weeks === right.weeks &&
    left.days === right.days
  );
}
