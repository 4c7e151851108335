import { serviceAccountKeyFile } from '../vendors/google/oauth/service-account.js';
import type { Vendors } from '../vendors/start-vendors.js';

/** A tool of the bakery that Plumbline logs in to, and what Maria would paste. */
export interface ConnectedTool {
  readonly tool: string;
  readonly title: string;
  readonly way: string;
  /** By the names of the settings that `plumbline connect` takes them from. */
  readonly answers: Readonly<Record<string, string>>;
  /** The folder in the example with the exports that the connection makes superfluous. */
  readonly exportsFolder: string;
}

/** The tools that are read over the network in the demo; the others are read from their exports. */
export function connectedTools(vendors: Vendors): readonly ConnectedTool[] {
  const { key } = vendors.hubspot;
  if (key === null) throw new Error('Simulated HubSpot gives no key.');
  return [
    {
      tool: 'hubspot',
      title: 'HubSpot',
      way: 'key',
      answers: { PLUMBLINE_CONNECT_KEY: key },
      exportsFolder: 'hubspot',
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
    },
  ];
}
