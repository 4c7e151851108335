import type { CapabilitySheet, ScopeReason } from '../contract/connector.js';

/** The rights that single requests need, as HubSpot names them. */
export const SCOPES = {
  account: 'oauth',
  contacts: 'crm.objects.contacts.read',
  companies: 'crm.objects.companies.read',
  deals: 'crm.objects.deals.read',
  users: 'settings.users.read',
  owners: 'crm.objects.owners.read',
  security: 'account-info.security.read',
} as const;

/** Values of properties that the business marked as sensitive; Enterprise only. */
export const SENSITIVE_SCOPES = {
  sensitive: 'crm.objects.contacts.sensitive.read',
  highly_sensitive: 'crm.objects.contacts.highly_sensitive.read',
} as const;

const SENSITIVE_LOST =
  'what stands in the properties that you marked as sensitive is not counted; their names are seen all the same';

const SENSITIVE: readonly ScopeReason[] = Object.values(SENSITIVE_SCOPES).map((scope) => ({
  scope,
  reason:
    'to count how many contacts fill the properties that you marked as sensitive in HubSpot (Enterprise)',
  optional: SENSITIVE_LOST,
}));

/** What is read, and the rights that it takes. `oauth` comes with every sign-in and reads the account's number. */
export const CAPABILITIES = {
  fields: {
    reads:
      'the names and types of the properties of contacts, companies and deals, also archived and sensitive ones',
    // Whoever may read records may read what their properties are called: no right of its own is asked for.
    scopes: [
      { scope: SCOPES.contacts, reason: 'to see which properties your contacts have' },
      { scope: SCOPES.companies, reason: 'to see which properties your companies have' },
      { scope: SCOPES.deals, reason: 'to see which properties your deals have' },
    ],
  },
  records: {
    reads:
      'contacts: which of the properties that can hold personal data are filled, and when a person was last active; of companies and deals only the properties you added, and long texts',
    scopes: [
      {
        scope: SCOPES.contacts,
        reason:
          'to count filled fields, find contacts kept too long, and compare who said no to mail; what is read is not kept',
      },
      { scope: SCOPES.companies, reason: 'to count how many companies fill the properties that you added' },
      { scope: SCOPES.deals, reason: 'to count how many deals fill the properties that you added' },
      ...SENSITIVE,
    ],
  },
  people: {
    reads: 'who can log in to HubSpot, with which permission set, and who is no longer there',
    scopes: [
      { scope: SCOPES.users, reason: 'to list who can log in, and with which permissions' },
      { scope: SCOPES.owners, reason: 'to see owners of records who have left' },
      {
        scope: SCOPES.security,
        reason: 'to see who logged in in the last 90 days',
        optional: 'nobody can say who no longer uses the login',
      },
    ],
  },
  apps: {
    reads:
      'apps and keys that were connected or removed, as far back as the security log of HubSpot reaches (it has no list of all apps)',
    scopes: [
      {
        scope: SCOPES.security,
        reason: 'to see which apps and keys were given access',
        optional: 'no connected app is seen',
      },
    ],
  },
} as const satisfies Readonly<Record<string, CapabilitySheet>>;
