import { gapsOf } from '#reports/model/gaps.js';
import { counted, listed } from '#reports/model/words.js';
import type { Inventory } from '#rules/engine/inventory.js';
import type { ListableRule } from '#rules/engine/listable-rule.js';
import type { Policy } from '#rules/policy/policy.js';

/** Why records may be missing, and what to do about it. */
export interface Missing {
  readonly what: string;
  readonly steps: readonly string[];
}

interface Question {
  readonly rule: ListableRule;
  readonly system: string;
  readonly policy: Policy;
}

/** What keeps a list from being all there is: half of the reading is half a list (law 2). Empty: it is all. */
export function whyNotAll(
  question: Question,
  inventory: Inventory,
  gone: readonly string[],
): readonly Missing[] {
  return [
    ...(gone.length === 0 ? [] : [filesGone(gone)]),
    ...unreadFor(question, inventory),
    ...erasuresUnread(question, inventory),
    ...sentencesFor(question, inventory).map((what) => ({ what, steps: [] })),
  ];
}

/** What to say of files that the last scan read and nobody has any more. */
export function filesGone(systems: readonly string[]): Missing {
  return {
    what: `The files that the last scan read of ${listed(systems)} are gone: Plumbline keeps none.`,
    steps: ['Hand them over again under Exports, or connect the tool, then ask for the list again.'],
  };
}

/** A text is about its own system; everything else is told by joining all of them. */
function unreadFor({ rule, system }: Question, { asOf, systems }: Inventory): readonly Missing[] {
  const own = systems.filter((one) => one.system === system);
  const judged = rule === 'field.free-text' ? own : systems;
  const records = (among: Inventory['systems']) =>
    gapsOf({
      asOf,
      systems: among.map((one) => ({
        ...one,
        receipts: one.receipts.filter(({ capability, notPeople }) => capability === 'records' && !notPeople),
      })),
    });
  return [
    ...records(judged).filter(({ kind }) => kind === 'failed' || kind === 'denied' || kind === 'partial'),
    ...records(own).filter(({ kind }) => kind === 'not_supplied' || kind === 'unsupported'),
  ].map(({ what, steps }) => ({ what, steps }));
}

function sentencesFor({ rule, system, policy }: Question, { measures }: Inventory): readonly string[] {
  const measured = measures?.systems.find((one) => one.system === system);
  if (rule === 'field.free-text') return [];
  if (measures === undefined || measured === undefined) return ['No records of customers were read.'];
  if (rule === 'retention.overdue' || rule === 'retention.undated') {
    const unjudged = measured.retention.reduce((sum, one) => sum + one.unjudged, 0);
    const reasons = new Set(policy.retention.flatMap(({ after }) => measures.triggers[after].reasons));
    return [...reasons, ...ofWhomNothing(unjudged)];
  }
  if (rule === 'retention.not-propagated') {
    return ofWhomNothing(measured.deletions.unjudged);
  }
  if (measures.optOutsUnread.length === 0) return [];
  return [`Nobody could see who opted out in ${listed(measures.optOutsUnread)}: the column was not there.`];
}

function erasuresUnread({ rule }: Question, { measures }: Inventory): readonly Missing[] {
  if (rule !== 'retention.not-propagated' || measures?.erasuresUnread === undefined) return [];
  const { what, step } = measures.erasuresUnread;
  return [{ what, steps: [step] }];
}

function ofWhomNothing(people: number): readonly string[] {
  if (people === 0) return [];
  return [`Nothing can be said of ${counted(people, 'person', 'people')}: not everything was read.`];
}
