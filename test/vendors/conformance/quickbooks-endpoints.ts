/** An endpoint as Intuit's pages and SDKs have it: no description of the interface is published. */
export interface QuickbooksEndpoint {
  readonly method: 'GET' | 'POST';
  readonly host: string;
  readonly path: string;
  readonly parameters: readonly string[];
  /** Fields of a form that is sent; absent: nothing is sent, or bare text. */
  readonly form?: readonly string[];
}

const BOOKS = 'quickbooks.api.intuit.com';
/** node-quickbooks puts both behind every call. */
const COMMON = ['minorversion', 'format', 'requestid'] as const;

/** Read off developer.intuit.com, node-quickbooks 2.0.50, intuit-oauth 4.2.5 and Intuit's discovery document (seen 2026-11-23). */
export const QUICKBOOKS_ENDPOINTS: readonly QuickbooksEndpoint[] = [
  books('GET', '/query', 'query'),
  books('POST', '/query'),
  books('GET', '/cdc', 'entities', 'changedSince'),
  books('GET', '/companyinfo/{id}'),
  books('GET', '/preferences'),
  books('GET', '/{entity}/{id}', 'include'),
  {
    method: 'POST',
    host: 'oauth.platform.intuit.com',
    path: '/oauth2/v1/tokens/bearer',
    parameters: [],
    form: ['grant_type', 'code', 'redirect_uri', 'refresh_token'],
  },
  {
    method: 'POST',
    host: 'developer.api.intuit.com',
    path: '/v2/oauth2/tokens/revoke',
    parameters: [],
    form: ['token'],
  },
  {
    method: 'GET',
    host: 'accounts.platform.intuit.com',
    path: '/v1/openid_connect/userinfo',
    parameters: [],
  },
];

function books(method: 'GET' | 'POST', below: string, ...parameters: readonly string[]): QuickbooksEndpoint {
  return {
    method,
    host: BOOKS,
    path: `/v3/company/{realmId}${below}`,
    parameters: [...COMMON, ...parameters],
  };
}
