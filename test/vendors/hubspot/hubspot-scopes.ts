/** Rights that an app may ask for, as far as anybody who only reads needs them. */
export const HUBSPOT_SCOPES = [
  'oauth',
  'crm.objects.contacts.read',
  'crm.schemas.contacts.read',
  'crm.objects.companies.read',
  'crm.schemas.companies.read',
  'crm.objects.deals.read',
  'crm.schemas.deals.read',
  'crm.objects.owners.read',
  'crm.objects.users.read',
  'settings.users.read',
  'settings.users.teams.read',
  'account-info.security.read',
  'crm.lists.read',
  'communication_preferences.read',
] as const;

/** Rights that only the largest plan has. */
export const HUBSPOT_ENTERPRISE_SCOPES = [
  'crm.schemas.custom.read',
  'crm.objects.custom.read',
  'crm.objects.contacts.sensitive.read',
  'crm.objects.contacts.highly_sensitive.read',
  'crm.objects.companies.sensitive.read',
  'crm.objects.companies.highly_sensitive.read',
  'crm.objects.deals.sensitive.read',
  'crm.objects.deals.highly_sensitive.read',
  // The specification's own spelling.
  'crm.objects.contacts.sensitive.read.v2',
  'crm.objects.contacts.highly_sensitive.read.v2',
] as const;

export function isEnterpriseScope(scope: string): boolean {
  return HUBSPOT_ENTERPRISE_SCOPES.some((known) => known === scope);
}

export function isKnownScope(scope: string): boolean {
  return isEnterpriseScope(scope) || HUBSPOT_SCOPES.some((known) => known === scope);
}
