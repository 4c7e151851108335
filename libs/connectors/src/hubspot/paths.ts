/** The one version of HubSpot's interfaces that is spoken; each is supported for 18 months. */
export const API_VERSION = '2026-03';

/** Paths below `https://api.hubapi.com`, of version `API_VERSION`. */
export const PATHS = {
  account: `/account-info/${API_VERSION}/details`,
  logins: `/account-info/${API_VERSION}/activity/login`,
  security: `/account-info/${API_VERSION}/activity/security`,
  users: `/settings/users/${API_VERSION}`,
  roles: `/settings/users/${API_VERSION}/roles`,
  owners: `/crm/owners/${API_VERSION}`,
} as const;

/** A type of record in HubSpot's CRM. */
export interface CrmType {
  /** What one record is called in facts. */
  readonly object: 'contact' | 'company' | 'deal';
  /** In HubSpot's words, for people. */
  readonly plural: string;
  readonly propertiesPath: string;
  readonly objectsPath: string;
  readonly scope: string;
  /** Its records stand for people. */
  readonly isOfPeople: boolean;
}

export const CONTACTS: CrmType = typeOf('contact', 'contacts', 'contacts');
export const COMPANIES: CrmType = typeOf('company', 'companies', 'companies');
/** The specification knows deals by the id of their type only. */
export const DEALS: CrmType = typeOf('deal', 'deals', '0-3');

/** The requests by POST that only read: searching, and reading records by their ids. */
export const READS_BY_POST: readonly RegExp[] = [CONTACTS, COMPANIES, DEALS].flatMap(({ objectsPath }) => [
  new RegExp(`^${objectsPath}/search$`, 'u'),
  new RegExp(`^${objectsPath}/batch/read$`, 'u'),
]);

function typeOf(object: CrmType['object'], plural: string, name: string): CrmType {
  return {
    object,
    plural,
    propertiesPath: `/crm/properties/${API_VERSION}/${plural}`,
    objectsPath: `/crm/objects/${API_VERSION}/${name}`,
    scope: `crm.objects.${plural}.read`,
    isOfPeople: object === 'contact',
  };
}
