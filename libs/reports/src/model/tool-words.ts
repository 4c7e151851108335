import type { Capability, ConnectorId } from '#connectors/contract/fact.js';
import { UNCLAIMED } from '#rules/engine/inventory.js';

const TITLES: Readonly<Record<ConnectorId, string | null>> = {
  hubspot: 'HubSpot',
  mailchimp: 'Mailchimp',
  quickbooks: 'QuickBooks',
  'google-workspace': 'Google Workspace',
  exports: null,
};

/** "HubSpot"; for files of any origin "the tool it came from". */
export function toolTitle(connector: ConnectorId): string {
  return TITLES[connector] ?? 'the tool it came from';
}

/** "crm (HubSpot)"; files of any origin go by the policy's name alone, unclaimed ones by what they are. */
export function systemTitle(system: string | null, connector: ConnectorId | null): string {
  if (system === null) return 'your policy';
  if (system === UNCLAIMED) return 'files that no system claims';
  const title = connector === null ? null : TITLES[connector];
  return title === null ? system : `${system} (${title})`;
}

/** What a capability is to the owner: "who has access", "customer records". */
export function resourceInWords(capability: Capability, object: string | null): string {
  switch (capability) {
    case 'fields':
      return object === null ? 'the fields' : `the fields of ${object}`;
    case 'records':
      return object === null ? 'the records' : `the records of ${object}`;
    case 'people':
      return 'who has access';
    case 'apps':
      return 'which apps have access';
  }
}
