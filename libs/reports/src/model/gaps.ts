import type { Inventory, InventoryReceipt } from '#rules/engine/inventory.js';
import type { Gap } from './gap.js';
import { notSupplied } from './gaps-not-supplied.js';
import { readInPart } from './gaps-read-in-part.js';
import { toolTitle } from './tool-words.js';
import { filesIn, resourcesAndSystemsIn, together, type Unread, unreadOf } from './unread.js';
import { capitalised, listed } from './words.js';

/** What could not be read, gravest first; what has one cause is one entry. */
export function gapsOf(inventory: Inventory): readonly Gap[] {
  const unread = unreadOf(inventory);
  const withStatus = (status: InventoryReceipt['status']) =>
    unread.filter(({ receipt }) => receipt.status === status);
  return [
    ...together(withStatus('failed'), byReason).map(failed),
    ...together(withStatus('denied'), bySystemAndReason).map(denied),
    ...erasuresUnread(inventory),
    ...notSupplied(withStatus('unsupported').filter(isNotSupplied)),
    ...together(withStatus('partial'), byReason).map(readInPart),
    ...together(
      withStatus('unsupported').filter((one) => !isNotSupplied(one)),
      byReason,
    ).map(notOffered),
  ];
}

/** Nobody is said to be gone by a list that was not read (law 2). */
function erasuresUnread({ measures }: Inventory): readonly Gap[] {
  if (measures?.erasuresUnread === undefined) return [];
  const { what, step } = measures.erasuresUnread;
  const meaning = 'Whether people who asked to be deleted are gone was not judged.';
  return [{ kind: 'not_supplied', what: `${what} ${meaning}`, steps: [step] }];
}

const isNotSupplied = ({ receipt }: Unread) => receipt.reason === 'not supplied';
const byReason = ({ receipt }: Unread) => [receipt.reason];
const bySystemAndReason = ({ system, receipt }: Unread) => [system, receipt.reason];

function failed(group: readonly Unread[]): Gap {
  const { what, advice } = reasonOf(group);
  const step = advice ?? 'Download it again, or take it out of the folder if it does not belong there';
  return {
    kind: 'failed',
    what: `${placeOf(group)} could not be read: ${what}. Nothing new was judged by it, and nothing known from it counts as fixed.`,
    steps: stepsSaid(group) ?? [`${step}, then scan again.`],
  };
}

function denied(group: readonly Unread[]): Gap {
  const tool = toolTitle(group[0]?.connector ?? 'exports');
  return {
    kind: 'denied',
    what: `${capitalised(tool)} did not let Plumbline read ${resourcesAndSystemsIn(group)}: ${reasonOf(group).what}. Nothing new was judged by it, and nothing known from it counts as fixed.`,
    steps: stepsSaid(group) ?? [`Ask an administrator of ${tool} to give this right, then scan again.`],
  };
}

function notOffered(group: readonly Unread[]): Gap {
  const { what, advice } = reasonOf(group);
  const files = filesIn(group);
  const areSeveral = group.length > 1 || files.length > 1;
  return {
    kind: 'unsupported',
    what: `${placeOf(group)}: ${what}. ${areSeveral ? 'They were' : 'It was'} not looked at.`,
    steps: stepsSaid(group) ?? [...(advice === null ? [] : [`${advice}.`]), ...stepsFor(what, files)],
  };
}

/** What the tool itself, or its connector, says is to be done; null where only an export tells. */
function stepsSaid(group: readonly Unread[]): readonly string[] | null {
  const steps = [...new Set(group.flatMap(({ receipt }) => receipt.step ?? []))].toSorted();
  return steps.length === 0 ? null : steps;
}

/** What a connector's reason means for the policy, which connectors do not know. */
function stepsFor(what: string, files: readonly string[]): readonly string[] {
  if (what !== 'no system of the policy claims this list') return [];
  return [
    `Name it under files: of the system it belongs to, such as files: ${JSON.stringify(files.slice(0, 1))}, then scan again.`,
  ];
}

/** The files where there are any, else what was asked for and of which system. */
function placeOf(group: readonly Unread[]): string {
  const files = filesIn(group);
  return files.length > 0 ? listed(files) : capitalised(resourcesAndSystemsIn(group));
}

/** A connector's reason may end in advice, after a colon. */
function reasonOf(group: readonly Unread[]): { readonly what: string; readonly advice: string | null } {
  const reason = group[0]?.receipt.reason ?? 'no reason was given';
  const colon = reason.lastIndexOf(': ');
  if (colon === -1) return { what: reason, advice: null };
  return { what: reason.slice(0, colon), advice: capitalised(reason.slice(colon + 2)) };
}
