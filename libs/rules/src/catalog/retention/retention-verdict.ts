import type { RetentionMeasure, SystemMeasures, Tally } from '../../engine/measures.js';
import type { Inventory, SystemInventory } from '../../engine/inventory.js';
import type { ReadFrom, RuleInput, Violation } from '../../engine/rule.js';
import type { PolicyRetention, Term } from '../../policy/policy.js';
import { addTerm } from '../../policy/term.js';
import { claimedSystems, receiptsOf } from '../reading.js';

/** How one entry of the policy stands in one system (E12). */
export interface RetentionVerdict {
  readonly system: SystemInventory;
  readonly entry: PolicyRetention;
  /** The term in this system: `longer` where the policy says so. */
  readonly keep: Term;
  readonly because: string | null;
  /** YYYY-MM-DD; null: nobody's age may be judged (E11). */
  readonly judgedAsOf: string | null;
  readonly held: number;
  readonly overdue: Tally;
  readonly undated: Tally;
}

const NOBODY: Tally = { subjects: 0, records: 0, sample: [] };

/** One verdict per system and entry, where the scan could join customers at all. */
export function retentionVerdicts({ policy, inventory }: RuleInput): readonly RetentionVerdict[] {
  const { measures } = inventory;
  if (!measures) return [];
  return claimedSystems(inventory).flatMap((system) => {
    const measured = measures.systems.find((candidate) => candidate.system === system.system);
    if (!measured) return [];
    return policy.retention.map((entry): RetentionVerdict => {
      const longer = entry.longer.find((exception) => exception.system === system.system);
      const keep = longer?.keep ?? entry.keep;
      const { judgedAsOf } = measures.triggers[entry.after];
      const exact = measured.retention.find((measure) => isAbout(measure, entry, keep));
      const tallies = exact ?? { ...byMonth(measured, entry, keep, judgedAsOf), undated: NOBODY };
      return { system, entry, keep, because: longer?.because ?? null, judgedAsOf, ...tallies };
    });
  });
}

/** Everything of a finding about an entry but its words. A file system has no account, so its name tells it apart. */
export function aboutEntry(
  { system, entry, keep }: RetentionVerdict,
  inventory: Inventory,
): Omit<Violation, 'title' | 'message' | 'remedy' | 'evidence'> {
  return {
    system: system.system,
    connector: system.connector,
    account: system.account,
    objectType: 'retention',
    objectId: system.connector === 'exports' ? `${system.system}/${entry.subjects}` : entry.subjects,
    subject: entry.subjects,
    readFrom: joinedFrom(inventory),
    content: { after: entry.after, keep: JSON.stringify(keep) },
  };
}

/** What tells one customer across all tools: the records of every system that was read. */
export function joinedFrom(inventory: Inventory): readonly ReadFrom[] {
  return claimedSystems(inventory)
    .filter((system) => receiptsOf(system, 'records').some(({ read }) => read > 0))
    .map(({ system }) => ({ system, capability: 'records', object: null, list: null }));
}

function isAbout(measure: RetentionMeasure, entry: PolicyRetention, keep: Term): boolean {
  return (
    measure.subjects === entry.subjects &&
    measure.after === entry.after &&
    JSON.stringify(measure.keep) === JSON.stringify(keep)
  );
}

/** Another term than the scan was made with (a previous policy): by whole months, enough to tell why something changed. */
function byMonth(
  { ages }: SystemMeasures,
  entry: PolicyRetention,
  keep: Term,
  judgedAsOf: string | null,
): { readonly held: number; readonly overdue: Tally } {
  const age = ages.find(({ subjects, after }) => subjects === entry.subjects && after === entry.after);
  const months = age?.months ?? [];
  const held = months.reduce((sum, { subjects }) => sum + subjects, 0);
  if (judgedAsOf === null) return { held, overdue: NOBODY };
  const overdue = months
    .filter(({ month }) => month !== null && addTerm(`${month}-28`, keep) <= judgedAsOf)
    .reduce((sum, { subjects }) => sum + subjects, 0);
  return { held, overdue: { subjects: overdue, records: overdue, sample: [] } };
}
