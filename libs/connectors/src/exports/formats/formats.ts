import type { Format } from './format.js';
import { googleWorkspaceAccessedApps } from './google-workspace-accessed-apps.js';
import { googleWorkspaceContacts } from './google-workspace-contacts.js';
import { googleWorkspaceUsers } from './google-workspace-users.js';
import { handMadeUsers } from './hand-made-users.js';
import { hubspotContacts } from './hubspot-contacts.js';
import { hubspotUsers } from './hubspot-users.js';
import { mailchimpAudience } from './mailchimp-audience.js';
import { mailchimpUsers } from './mailchimp-users.js';
import { quickbooksCustomers } from './quickbooks-customers.js';
import { quickbooksSales } from './quickbooks-sales.js';
import { quickbooksUsers } from './quickbooks-users.js';

/** Every format that is recognised by its headers; the first that fits wins. */
export const formats: readonly Format[] = [
  hubspotContacts,
  hubspotUsers,
  mailchimpAudience,
  mailchimpUsers,
  quickbooksSales,
  quickbooksCustomers,
  quickbooksUsers,
  googleWorkspaceUsers,
  googleWorkspaceAccessedApps,
  googleWorkspaceContacts,
  handMadeUsers,
];
