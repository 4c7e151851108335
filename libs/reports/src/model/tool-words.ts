import type { Capability, ConnectorId } from '#connectors/contract/fact.js';
import { UNCLAIMED } from '#rules/engine/inventory.js';
import { toolOf } from '#rules/vendors/tools.js';

/** "HubSpot"; for files of any origin "the tool it came from". */
export function toolTitle(connector: ConnectorId): string {
  return toolOf(connector).title || 'the tool it came from';
}

/** "crm (HubSpot)"; files of any origin go by the policy's name alone, unclaimed ones by what they are. */
export function systemTitle(system: string, connector: ConnectorId | null): string {
  if (system === UNCLAIMED) return 'files that no system claims';
  const { title } = toolOf(connector ?? 'exports');
  return title === '' ? system : `${system} (${title})`;
}

/** What a capability is to the owner: "who has access", "the records of contact". */
export function resourceInWords(capability: Capability, object: string | null): string {
  if (capability === 'people') return 'who has access';
  if (capability === 'apps') return 'which apps have access';
  if (capability === 'files') return 'which files outsiders can open';
  if (capability === 'payees') return 'whom you pay';
  return object === null ? 'customer lists' : `the ${capability} of ${object}`;
}
