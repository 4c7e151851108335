import type { admin_directory_v1, admin_reports_v1 } from '@googleapis/admin';
import type { drive_v3 } from '@googleapis/drive';
import type { people_v1 } from '@googleapis/people';
import type { sheets_v4 } from '@googleapis/sheets';
import type { VendorAnswer } from '../contract/vendor-access.js';

/** Called with an access token; gives what Google answered, as it came. */
export type GoogleCall = (token: string) => Promise<VendorAnswer>;

/**
 * Every call that this connector makes, through Google's own clients. They neither judge the answer, nor try again, nor
 * renew a token: the guard does. https://github.com/googleapis/google-api-nodejs-client
 */
export const googleCalls = {
  users: (query: admin_directory_v1.Params$Resource$Users$List): GoogleCall =>
    calling(async (options, { directory }) =>
      directory.users.list({ customer: 'my_customer', ...query }, options),
    ),
  roles: (query: admin_directory_v1.Params$Resource$Roles$List): GoogleCall =>
    calling(async (options, { directory }) =>
      directory.roles.list({ customer: 'my_customer', ...query }, options),
    ),
  roleAssignments: (query: admin_directory_v1.Params$Resource$Roleassignments$List): GoogleCall =>
    calling(async (options, { directory }) =>
      directory.roleAssignments.list({ customer: 'my_customer', ...query }, options),
    ),
  members: (query: admin_directory_v1.Params$Resource$Members$List): GoogleCall =>
    calling(async (options, { directory }) => directory.members.list(query, options)),
  domains: (query: admin_directory_v1.Params$Resource$Domains$List): GoogleCall =>
    calling(async (options, { directory }) =>
      directory.domains.list({ customer: 'my_customer', ...query }, options),
    ),
  appGrants: (query: admin_directory_v1.Params$Resource$Tokens$List): GoogleCall =>
    calling(async (options, { directory }) => directory.tokens.list(query, options)),
  appLog: (query: admin_reports_v1.Params$Resource$Activities$List): GoogleCall =>
    calling(async (options, { reports }) =>
      reports.activities.list({ userKey: 'all', applicationName: 'token', ...query }, options),
    ),
  driveUser: (query: drive_v3.Params$Resource$About$Get): GoogleCall =>
    calling(async (options, { files }) => files.about.get(query, options)),
  files: (query: drive_v3.Params$Resource$Files$List): GoogleCall =>
    calling(async (options, { files }) => files.files.list(query, options)),
  file: (query: drive_v3.Params$Resource$Files$Get): GoogleCall =>
    calling(async (options, { files }) => files.files.get({ supportsAllDrives: true, ...query }, options)),
  filePermissions: (query: drive_v3.Params$Resource$Permissions$List): GoogleCall =>
    calling(async (options, { files }) =>
      files.permissions.list({ supportsAllDrives: true, ...query }, options),
    ),
  sheetTabs: (query: sheets_v4.Params$Resource$Spreadsheets$Get): GoogleCall =>
    calling(async (options, { spreadsheets }) => spreadsheets.spreadsheets.get(query, options)),
  sheetRows: (query: sheets_v4.Params$Resource$Spreadsheets$Values$Batchget): GoogleCall =>
    calling(async (options, { spreadsheets }) => spreadsheets.spreadsheets.values.batchGet(query, options)),
  contacts: (query: people_v1.Params$Resource$People$Connections$List): GoogleCall =>
    calling(async (options, { contacts }) =>
      contacts.people.connections.list({ resourceName: 'people/me', ...query }, options),
    ),
} as const;

/** Loaded when first asked: whoever reads exports only need not wait for them. */
let loading: ReturnType<typeof loadClients> | undefined;

async function loadClients() {
  const [{ admin }, { drive }, { people }, { sheets }] = await Promise.all([
    import('@googleapis/admin'),
    import('@googleapis/drive'),
    import('@googleapis/people'),
    import('@googleapis/sheets'),
  ]);
  return {
    directory: admin('directory_v1'),
    reports: admin('reports_v1'),
    files: drive('v3'),
    spreadsheets: sheets('v4'),
    contacts: people('v1'),
  };
}

/** What all of these clients take beside their parameters. */
type Options = Omit<drive_v3.Options, 'version' | 'auth'>;

function calling(
  call: (
    options: Options,
    clients: Awaited<ReturnType<typeof loadClients>>,
  ) => PromiseLike<{ readonly status: number; readonly headers: unknown; readonly data: unknown }>,
): GoogleCall {
  return async (token) => {
    loading ??= loadClients();
    const options: Options = {
      headers: { authorization: `Bearer ${token}` },
      responseType: 'text',
      validateStatus: () => true,
      retry: false,
      // Without it the client brings a transport of its own, which no guard sees.
      fetchImplementation: async (input, init) => fetch(input, init),
    };
    const { status, headers, data } = await call(options, await loading);
    return { status, headers: plainHeaders(headers), body: typeof data === 'string' ? data : '' };
  };
}

function plainHeaders(headers: unknown): VendorAnswer['headers'] {
  if (typeof headers !== 'object' || headers === null) return {};
  const entries: Iterable<readonly [string, unknown]> =
    Symbol.iterator in headers ? (headers as Iterable<readonly [string, unknown]>) : Object.entries(headers);
  return Object.fromEntries([...entries].map(([name, value]) => [name.toLowerCase(), String(value)]));
}
