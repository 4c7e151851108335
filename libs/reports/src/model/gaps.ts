import type { Capability, ConnectorId } from '#connectors/contract/fact.js';
import type { Inventory, InventoryReceipt } from '#rules/engine/inventory.js';
import { allColumnsStep, supplyStep } from './supply-step.js';
import { resourceInWords, systemTitle, toolTitle } from './tool-words.js';
import { listed } from './words.js';

/** Something a scan could not read, and who must act (law 2, law 8). */
export interface Gap {
  /** Refusals and failures come first; what nobody supplied and known limits follow. */
  readonly kind: 'failed' | 'denied' | 'not_supplied' | 'partial' | 'unsupported';
  /** One line: what could not be read. */
  readonly what: string;
  /** What that means for the rest of the report. */
  readonly means: string;
  /** What to do, step by step; more than one where several exports are missing. */
  readonly steps: readonly string[];
}

interface Unread {
  readonly system: string;
  readonly connector: ConnectorId;
  readonly receipt: InventoryReceipt;
}

const NOT_SUPPLIED = 'not supplied';
const CHOSEN_COLUMNS = 'chosen columns';

/** What could not be read, grouped so that one cause is one entry. Gravest first. */
export function gapsOf(inventory: Inventory): readonly Gap[] {
  const unread = inventory.systems.flatMap(({ system, connector, receipts }) =>
    receipts
      .filter(({ status }) => status !== 'complete')
      .map((receipt): Unread => ({ system, connector, receipt })),
  );
  const withStatus = (status: InventoryReceipt['status']) =>
    unread.filter(({ receipt }) => receipt.status === status);
  const notSupplied = withStatus('unsupported').filter(({ receipt }) => receipt.reason === NOT_SUPPLIED);
  const unsupported = withStatus('unsupported').filter(({ receipt }) => receipt.reason !== NOT_SUPPLIED);
  return [
    ...grouped(withStatus('failed'), byReason).map(failed),
    ...grouped(withStatus('denied'), bySystemAndReason).map(denied),
    ...grouped(notSupplied, bySystem).map(nothingSupplied),
    ...grouped(withStatus('partial'), bySystemAndReason).map(readInPart),
    ...grouped(unsupported, bySystemAndReason).map(notOffered),
  ];
}

/** Whether anything at all was read. */
export function isAnythingRead({ systems }: Inventory): boolean {
  return systems.some(({ receipts }) =>
    receipts.some(({ status }) => status === 'complete' || status === 'partial'),
  );
}

function failed(group: readonly Unread[]): Gap {
  return {
    kind: 'failed',
    what: `${capitalised(placesOf(group))} could not be read: ${reasonOf(group)}.`,
    means: 'Nothing was judged by it, and nothing known from it before counts as fixed.',
    steps: [
      'Download the file again, or take it out of the folder if it does not belong there, and scan again.',
    ],
  };
}

function denied(group: readonly Unread[]): Gap {
  const tool = toolTitle(group[0]?.connector ?? 'exports');
  return {
    kind: 'denied',
    what: `${capitalised(tool)} did not let Plumbline read ${resourcesOf(group)} of ${systemsOf(group)}: ${reasonOf(group)}.`,
    means: 'Nothing was judged by it, and nothing known from it before counts as fixed.',
    steps: [`Ask an administrator of ${tool} to give this right, and scan again.`],
  };
}

function nothingSupplied(group: readonly Unread[]): Gap {
  const steps = group.map(({ connector, receipt }) => supplyStep(connector, receipt.capability));
  return {
    kind: 'not_supplied',
    what: `Not supplied for ${systemsOf(group)}: ${resourcesOf(group)}.`,
    means: 'That is neither good nor bad: it was not looked at.',
    steps: [...new Set(steps)],
  };
}

function readInPart(group: readonly Unread[]): Gap {
  const reason = reasonOf(group);
  const connector = group[0]?.connector ?? 'exports';
  const what = `${capitalised(resourcesOf(group))} in ${systemsOf(group)}`;
  if (reason === CHOSEN_COLUMNS) {
    return {
      kind: 'partial',
      what: `${what}: the export holds chosen columns only.`,
      means: 'The columns in it were judged. What is not in it may hold personal data all the same.',
      steps: [allColumnsStep(connector)],
    };
  }
  if (reason === 'stale') {
    return {
      kind: 'partial',
      what: `${what}: the export ends${endOf(group)}, more than 35 days before this scan.`,
      means: 'What happened since is not known, so ages and terms are judged as of that day at most.',
      steps: [supplyStep(connector, group[0]?.receipt.capability ?? 'records')],
    };
  }
  return {
    kind: 'partial',
    what: `${what}, read in part: ${reason}.`,
    means: 'What was seen was judged; nothing that is missing from it counts as fixed.',
    steps: [supplyStep(connector, group[0]?.receipt.capability ?? 'records')],
  };
}

function notOffered(group: readonly Unread[]): Gap {
  const tool = toolTitle(group[0]?.connector ?? 'exports');
  return {
    kind: 'unsupported',
    what: `${capitalised(resourcesOf(group))} in ${systemsOf(group)} cannot be read: ${reasonOf(group)}.`,
    means: 'That is neither good nor bad: it was not looked at.',
    steps: [`Look at it yourself in ${tool} now and then.`],
  };
}

const byReason = ({ receipt }: Unread) => [receipt.reason];
const bySystem = ({ system }: Unread) => [system];
const bySystemAndReason = ({ system, receipt }: Unread) => [system, receipt.reason];

function grouped(
  unread: readonly Unread[],
  keyOf: (one: Unread) => readonly (string | null)[],
): readonly (readonly Unread[])[] {
  return [...Map.groupBy(unread, (one) => JSON.stringify(keyOf(one))).values()];
}

/** The files, where files are meant; else the resources. */
function placesOf(group: readonly Unread[]): string {
  const files = [...new Set(group.flatMap(({ receipt }) => receipt.parts))].sort();
  return files.length > 0 ? listed(files) : `${resourcesOf(group)} of ${systemsOf(group)}`;
}

function resourcesOf(group: readonly Unread[]): string {
  return listed([...new Set(group.map(({ receipt }) => inWords(receipt.capability, receipt)))]);
}

function inWords(capability: Capability, { object, list }: InventoryReceipt): string {
  const words = resourceInWords(capability, object);
  return list === null ? words : `${words} in "${list}"`;
}

function systemsOf(group: readonly Unread[]): string {
  return listed([...new Set(group.map(({ system, connector }) => systemTitle(system, connector)))]);
}

function reasonOf(group: readonly Unread[]): string {
  return group[0]?.receipt.reason ?? 'the tool does not say why';
}

function endOf(group: readonly Unread[]): string {
  const ends = group.flatMap(({ receipt }) => (receipt.window ? [receipt.window.to] : [])).sort();
  return ends[0] === undefined ? '' : ` on ${ends[0]}`;
}

function capitalised(text: string): string {
  const isPath = /[./\\]/u.test(text.split(' ')[0] ?? '');
  return isPath ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
