/** The APIs that the simulation plays; each must be enabled in the Cloud project by itself. */
export type GoogleApi = 'admin' | 'drive' | 'people' | 'sheets' | 'oauth2';

/** Whose errors look how: Drive, Directory and Reports are of the older family, People and Sheets of google.rpc's. */
export function isOlderFamily(api: GoogleApi): boolean {
  return api !== 'people' && api !== 'sheets';
}

const SERVICES: Readonly<Record<GoogleApi, { readonly title: string; readonly service: string }>> = {
  admin: { title: 'Admin SDK API', service: 'admin.googleapis.com' },
  drive: { title: 'Google Drive API', service: 'drive.googleapis.com' },
  people: { title: 'People API', service: 'people.googleapis.com' },
  sheets: { title: 'Google Sheets API', service: 'sheets.googleapis.com' },
  oauth2: { title: 'OAuth2 API', service: 'oauth2.googleapis.com' },
};

export function serviceOf(api: GoogleApi): { readonly title: string; readonly service: string } {
  return SERVICES[api];
}

/** One origin answers for all hosts, so the path tells the API. */
export function apiOf(path: string): GoogleApi {
  if (path.startsWith('/admin/')) return 'admin';
  if (path.startsWith('/drive/')) return 'drive';
  if (path.startsWith('/v4/spreadsheets')) return 'sheets';
  return path.startsWith('/v1/') && !path.startsWith('/v1/userinfo') ? 'people' : 'oauth2';
}
