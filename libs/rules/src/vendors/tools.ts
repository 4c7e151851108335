import type { ConnectorId } from '#connectors/contract/fact.js';

/** What the owner's own words and screens for a tool are, and whose tool it is. */
export interface Tool {
  readonly title: string;
  /** Name of its vendor in `saas-vendors.ts`; null for files of any origin. */
  readonly vendor: string | null;
  /** Where people with access are managed. */
  readonly usersScreen: string;
  /** Where fields are changed or removed. */
  readonly fieldsScreen: string;
  /** Where the second factor is required. */
  readonly secondFactorScreen: string;
}

const TOOLS: Readonly<Record<ConnectorId, Tool>> = {
  hubspot: {
    title: 'HubSpot',
    vendor: 'HubSpot',
    usersScreen: 'in HubSpot under Settings > Users & Teams',
    fieldsScreen: 'in HubSpot under Settings > Properties',
    secondFactorScreen: 'in HubSpot under Settings > Security',
  },
  mailchimp: {
    title: 'Mailchimp',
    vendor: 'Mailchimp',
    usersScreen: 'in Mailchimp under Account & billing > Settings > Users',
    fieldsScreen: 'in Mailchimp under Audience > Settings > Audience fields',
    secondFactorScreen: 'in Mailchimp under Account & billing > Settings > Security',
  },
  quickbooks: {
    title: 'QuickBooks',
    vendor: 'QuickBooks',
    usersScreen: 'in QuickBooks under the gear > Manage users',
    fieldsScreen: 'in QuickBooks on the customers, or under the gear > Custom fields',
    secondFactorScreen: 'in the Intuit account of that person under Sign in & security',
  },
  'google-workspace': {
    title: 'Google Workspace',
    vendor: 'Google',
    usersScreen: 'in the Google Admin console under Directory > Users',
    fieldsScreen: 'in Google Contacts',
    secondFactorScreen: 'in the Google Admin console under Security > 2-Step Verification',
  },
  exports: {
    title: '',
    vendor: null,
    usersScreen: 'in the tool that this list came from',
    fieldsScreen: 'in the file, or in the tool that it came from',
    secondFactorScreen: 'in the security settings of that tool',
  },
};

export function toolOf(connector: ConnectorId): Tool {
  return TOOLS[connector];
}
