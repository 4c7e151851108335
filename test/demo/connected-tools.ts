import { ACCOUNTING } from '#connectors/quickbooks/sheet.js';
import { serviceAccountKeyFile } from '../vendors/google/oauth/service-account.js';
import { REALM_ID } from '../vendors/quickbooks/quickbooks-ids.js';
import type { Vendors } from '../vendors/start-vendors.js';

/** A tool of the bakery that Plumbline logs in to, and what Maria would paste. */
export interface ConnectedTool {
  readonly tool: string;
  readonly title: string;
  readonly way: string;
  /** By the names of the settings that `plumbline connect` takes them from. */
  readonly answers: Readonly<Record<string, string>>;
  /** The exports in the example that the connection makes superfluous: a folder, but for the lists of what the tool tells no program. */
  readonly exportsFolder: string;
  readonly stillNeeded: readonly string[];
}

/** The tools that are read over the network in the demo. What they tell no program is read from lists. */
export function connectedTools(vendors: Vendors): readonly ConnectedTool[] {
  const { client } = vendors.quickbooks;
  const { refresh } = vendors.quickbooks.grant([ACCOUNTING]);
  return [
    {
      tool: 'hubspot',
      title: 'HubSpot',
      way: 'key',
      answers: { PLUMBLINE_CONNECT_KEY: vendors.hubspot.key },
      exportsFolder: 'hubspot',
      stillNeeded: [],
    },
    {
      tool: 'mailchimp',
      title: 'Mailchimp',
      way: 'key',
      answers: { PLUMBLINE_CONNECT_KEY: vendors.mailchimp.key },
      exportsFolder: 'mailchimp',
      stillNeeded: ['team.csv'],
    },
    {
      tool: 'quickbooks',
      title: 'QuickBooks',
      way: 'refresh-token',
      answers: {
        PLUMBLINE_CONNECT_CLIENT_ID: client.id,
        PLUMBLINE_CONNECT_CLIENT_SECRET: client.secret,
        PLUMBLINE_CONNECT_REFRESH_TOKEN: refresh?.text ?? '',
        PLUMBLINE_CONNECT_ACCOUNT: REALM_ID,
      },
      exportsFolder: 'quickbooks',
      stillNeeded: ['manage-users.csv'],
    },
    {
      tool: 'google-workspace',
      title: 'Google Workspace',
      way: 'service-account',
      answers: {
        PLUMBLINE_CONNECT_KEY: serviceAccountKeyFile(),
        PLUMBLINE_CONNECT_SUBJECT: 'maria@sweetcrumb.example',
      },
      exportsFolder: 'google',
      stillNeeded: [],
    },
  ];
}
