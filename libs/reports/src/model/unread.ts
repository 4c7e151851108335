import type { ConnectorId } from '#connectors/contract/fact.js';
import type { Inventory, InventoryReceipt } from '#rules/engine/inventory.js';
import { resourceInWords, systemTitle } from './tool-words.js';
import { listed } from './words.js';

/** A resource that was not read completely, with the system it belongs to. */
export interface Unread {
  readonly system: string;
  readonly connector: ConnectorId;
  readonly receipt: InventoryReceipt;
}

export function unreadOf({ systems }: Inventory): readonly Unread[] {
  return systems.flatMap(({ system, connector, receipts }) =>
    receipts
      .filter(({ status }) => status !== 'complete')
      .map((receipt): Unread => ({ system, connector, receipt })),
  );
}

/** Whether anything at all was read. */
export function isAnythingRead({ systems }: Inventory): boolean {
  return systems.some(({ receipts }) =>
    receipts.some(({ status }) => status === 'complete' || status === 'partial'),
  );
}

/** Those with the same key together, in the order of the first of each. */
export function together(
  unread: readonly Unread[],
  keyOf: (one: Unread) => readonly (string | null)[],
): readonly (readonly Unread[])[] {
  return [...Map.groupBy(unread, (one) => JSON.stringify(keyOf(one))).values()];
}

/** "crm (HubSpot) and books (QuickBooks)" */
export function systemsIn(unread: readonly Unread[]): string {
  return listed(unique(unread.map(({ system, connector }) => systemTitle(system, connector))));
}

/** "who has access and customer lists" */
export function resourcesIn(unread: readonly Unread[]): string {
  return listed(
    unique(
      unread.map(({ receipt: { capability, object, list } }) => {
        const words = resourceInWords(capability, object);
        return list === null ? words : `${words} in "${list}"`;
      }),
    ),
  );
}

/** "who has access to crm (HubSpot)", "the records of contact of crm (HubSpot)" */
export function resourcesAndSystemsIn(unread: readonly Unread[]): string {
  const isAccess = unread.every(({ receipt: { capability } }) => /^(?:people|apps)$/u.test(capability));
  return `${resourcesIn(unread)} ${isAccess ? 'to' : 'of'} ${systemsIn(unread)}`;
}

/** The files, where something is about files: one of no known kind is its own object. */
export function filesIn(unread: readonly Unread[]): readonly string[] {
  return unique(
    unread.flatMap(({ receipt: { object, parts } }) =>
      object !== null && isPath(object) ? [object] : parts,
    ),
  ).toSorted();
}

/** Objects of known tools are single words; a path has a dot or a slash. */
function isPath(object: string): boolean {
  return /[./]/u.test(object);
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
