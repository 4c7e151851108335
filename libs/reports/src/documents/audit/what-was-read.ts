import { capabilities, type Capability } from '#connectors/contract/fact.js';
import type { InventoryReceipt, SystemInventory } from '#rules/engine/inventory.js';
import { gapsOf } from '../../model/gaps.js';
import { simulationNotice } from '../../model/simulated.js';
import { systemTitle } from '../../model/tool-words.js';
import { counted, dayInWords, listed } from '../../model/words.js';
import {
  cell,
  gaps,
  list,
  paragraph,
  table,
  text,
  type Cell,
  type DocumentSection,
} from '../document-part.js';
import type { AuditedScan, QuarterFacts } from './quarter-facts.js';

/** Evidence older than this says nothing of today (as of an export, E11). In days. */
export const STALE_AFTER = 35;

const NAMES: Readonly<Record<Capability, string>> = {
  fields: 'which fields there are',
  records: 'the records',
  people: 'who has access',
  apps: 'which apps have access',
  files: 'which files outsiders can open',
  payees: 'whom the business pays',
};

/** What the answers rest on, before any answer: what was read, and what was not (law 2). */
export function whatWasRead({ scan, scans, day }: QuarterFacts): DocumentSection {
  const heading = 'What was read, and what was not';
  if (scan === null) {
    return {
      heading,
      parts: gaps([`Nothing had been scanned by ${dayInWords(day)}: nothing below rests on your tools.`]),
    };
  }
  const { inventory } = scan;
  return {
    heading,
    parts: [
      ...paragraph([
        `The last scan was of ${dayInWords(scan.asOf)}; there ${scans === 1 ? 'was 1 scan' : `were ${counted(scans, 'scan')}`} in this quarter.`,
        inventory === null ? null : simulationNotice(inventory),
      ]),
      ...(inventory === null
        ? []
        : table(['System', 'Read completely', 'Read in part, or not at all'], inventory.systems.map(rowOf))),
      ...gaps([
        staleness(scan),
        scan.isUnderPolicyInForce
          ? null
          : 'The policy was changed after the last scan: nothing has been compared with the new one yet.',
        inventory === null ? 'What that scan found is not kept any more: old scans are emptied.' : null,
      ]),
      ...whatIsMissing(scan),
    ],
  };
}

function staleness({ asOf, daysOld }: AuditedScan): string | null {
  return daysOld <= STALE_AFTER
    ? null
    : `The last scan was ${counted(daysOld, 'day')} before, on ${dayInWords(asOf)}: it does not show how things stand now.`;
}

function rowOf({ system, connector, receipts }: SystemInventory): Cell[] {
  const complete = capabilities.filter((capability) => isAllComplete(receipts, capability));
  const open = receipts.filter(({ status }) => status !== 'complete');
  const reasons = new Map(open.map(({ capability, reason, status }) => [capability, reason ?? status]));
  return [
    cell(systemTitle(system, connector)),
    cell(
      listed(
        complete.map((capability) => NAMES[capability]),
        6,
      ) || 'nothing',
    ),
    cell(
      [...reasons].map(([capability, reason]) => `${NAMES[capability]}: ${reason}`).join('; ') || 'nothing',
    ),
  ];
}

function isAllComplete(receipts: readonly InventoryReceipt[], capability: Capability): boolean {
  const own = receipts.filter((receipt) => receipt.capability === capability);
  return own.length > 0 && own.every(({ status }) => status === 'complete');
}

function whatIsMissing({ inventory }: AuditedScan) {
  const found = inventory === null ? [] : gapsOf(inventory);
  if (found.length === 0) return [];
  return [
    text('What that means, and what closes it:'),
    ...list(found.map(({ what, steps }) => [what, ...steps].join(' '))),
  ];
}

/** Why a question about these can not be answered with yes: a sentence each, none where all of it was read. */
export function whatKeepsFromYes(
  facts: QuarterFacts,
  needed: readonly Capability[],
): readonly (string | null)[] {
  const { scan } = facts;
  if (scan === null) return ['Nothing had been scanned.'];
  const { inventory } = scan;
  return [
    inventory === null ? 'What the last scan found is not kept any more.' : unread(inventory.systems, needed),
    staleness(scan),
    scan.isUnderPolicyInForce ? null : 'Nothing has been compared with the policy in force yet.',
  ];
}

function unread(systems: readonly SystemInventory[], needed: readonly Capability[]): string | null {
  if (systems.length === 0) return 'No system was read.';
  const open = systems.flatMap(({ system, connector, receipts }) =>
    needed
      .filter((capability) =>
        receipts.some((receipt) => receipt.capability === capability && receipt.status !== 'complete'),
      )
      .map((capability) => `${NAMES[capability]} of ${systemTitle(system, connector)}`),
  );
  const nothing = systems
    .filter(({ receipts }) => !receipts.some(({ capability }) => needed.includes(capability)))
    .map(({ system, connector }) => systemTitle(system, connector));
  const parts = [
    ...(open.length === 0 ? [] : [`Not read, or not all of it: ${listed(open, 8)}.`]),
    ...(nothing.length === 0 ? [] : [`Nothing of this was asked of ${listed(nothing, 8)}.`]),
  ];
  return parts.length === 0 ? null : parts.join(' ');
}
