import { htmlAnswer, type SimulatedAnswer } from '../core/simulated-answer.js';
import type { BuildVendor, SimulatedVendor, VendorErrors } from '../core/simulated-vendor.js';
import { apiOf, isOlderFamily } from './answers/google-api.js';
import {
  badToken,
  metricExceeded,
  missingScopes,
  notAuthorized,
  rateLimitExceeded,
  rpcError,
  unavailable,
} from './answers/google-errors.js';
import { type GoogleMethod, routeOf } from './answers/google-method.js';
import { directoryMethods } from './directory/directory-methods.js';
import { grantBook } from './directory/grant-book.js';
import { workspaceOf } from './directory/workspace.js';
import { driveFilesOf } from './drive/drive-files.js';
import { driveMethods } from './drive/drive-methods.js';
import { googleLimits } from './google-limits.js';
import type { GoogleSize } from './google-size.js';
import { accountMethods, openRoutes } from './oauth/account-methods.js';
import { googleOAuth, googleOAuthError } from './oauth/google-oauth.js';
import { peopleMethods } from './people/people-methods.js';
import { reportsMethods } from './reports/reports-methods.js';
import { sheetsMethods } from './sheets/sheets-methods.js';

/** Google Workspace as the bakery has it; `size`: larger than it really is. */
export function googleVendor(size: Partial<GoogleSize> = {}): BuildVendor {
  return (context): SimulatedVendor => {
    const { tokens, clock } = context;
    const workspace = workspaceOf(context, size);
    const grants = grantBook(workspace, tokens, clock);
    const files = driveFilesOf(workspace);
    const methods: readonly GoogleMethod[] = [
      ...directoryMethods(workspace, context, grants),
      ...reportsMethods(workspace, context, grants),
      ...driveMethods(workspace, context, files),
      ...sheetsMethods(workspace, files),
      ...peopleMethods(workspace, context),
      ...accountMethods(workspace),
    ];
    return {
      id: 'google',
      title: 'Google Workspace',
      hosts: [
        'accounts.google.com',
        'oauth2.googleapis.com',
        'www.googleapis.com',
        'admin.googleapis.com',
        'people.googleapis.com',
        'sheets.googleapis.com',
        'openidconnect.googleapis.com',
      ],
      routes: [...methods.map((method) => routeOf(method, context)), ...openRoutes(workspace, context)],
      oauth: googleOAuth(context, workspace, grants),
      limits: googleLimits,
      errors: errorsOf(methods),
      pages: { parameter: 'pageToken', nextOf: nextPageToken },
      tokenOf: ({ headers }) => /^Bearer (.+)$/iu.exec(headers['authorization'] ?? '')?.[1] ?? null,
      headers: () => ({ Server: 'ESF', 'X-XSS-Protection': '0', 'X-Frame-Options': 'SAMEORIGIN' }),
      clientId: '100200300400-plumbline.apps.googleusercontent.com',
      keyScopes: null,
      conditions: CONDITIONS,
    };
  };
}

/** What tests switch on and off. */
const CONDITIONS: readonly string[] = [
  'admin-api-not-enabled',
  'drive-api-not-enabled',
  'people-api-not-enabled',
  'sheets-api-not-enabled',
  // The app stands at "Testing": its refresh tokens live for a week.
  'testing',
  'blocked-by-admin',
  // The app is for people of the bakery's own Workspace.
  'internal-app',
  // A free Gmail account: no Directory and no Reports.
  'personal-account',
  // The service account may do nothing in other people's names.
  'not-delegated',
  'incomplete-search',
];

function errorsOf(methods: readonly GoogleMethod[]): VendorErrors {
  return {
    badToken: ({ kind }, { path }) => badToken(path, kind === 'absent'),
    missingScopes: ({ path, scopes }, request) =>
      missingScopes(
        request.path,
        methods.find((method) => method.path === path)?.id ?? '',
        scopes === 'open' ? [] : scopes,
      ),
    notFound: ({ path }) =>
      htmlAnswer(
        `<!DOCTYPE html><html lang=en><title>Error 404 (Not Found)!!1</title><p><b>404.</b> The requested URL <code>${path.replaceAll(/[<&]/gu, '')}</code> was not found on this server.</html>`,
        404,
      ),
    tooMany(retryAfterSeconds, { path }) {
      const answer = tooMany(path);
      return retryAfterSeconds === null
        ? answer
        : { ...answer, headers: { ...answer.headers, 'Retry-After': String(retryAfterSeconds) } };
    },
    forbidden: ({ path }) =>
      isOlderFamily(apiOf(path))
        ? notAuthorized()
        : rpcError({
            status: 403,
            message: 'The caller does not have permission',
            word: 'PERMISSION_DENIED',
          }),
    unavailable: (nth, { path }) => outage(nth, path),
    oauth: googleOAuthError,
  };
}

function tooMany(path: string): SimulatedAnswer {
  const api = apiOf(path);
  if (api === 'people') {
    return metricExceeded(api, 'Critical read requests (Contact and Profile Reads)', 'per minute per user');
  }
  return api === 'sheets' ? metricExceeded(api, 'Read requests', 'per minute per user') : rateLimitExceeded();
}

/** Now in the API's own words, now as a page of the front door. */
function outage(nth: number, path: string): SimulatedAnswer {
  if (nth % 3 === 0) {
    return htmlAnswer('<!DOCTYPE html><html lang=en><title>Error 502 (Server Error)!!1</title></html>', 502);
  }
  return unavailable(path, nth % 3 === 1 ? 503 : 500);
}

function nextPageToken(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('nextPageToken' in body)) return null;
  return typeof body.nextPageToken === 'string' ? body.nextPageToken : null;
}
