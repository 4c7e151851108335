import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startVendors, type Vendors } from '../../start-vendors.js';
import { googleScope } from '../google-scopes.js';
import { GoogleSurfaces } from './google-surfaces.js';

const FOLDER = path.join(
  process.env['PLUMBLINE_VENDOR_APIS'] ??
    path.resolve(import.meta.dirname, '../../../../../shared/vendor-apis'),
  'google',
);
const whereThereAreFacts = existsSync(FOLDER) ? describe : describe.skip;

const DIRECTORY = '/admin/directory/v1';
const LOG = '/admin/reports/v1/activity/users/all/applications';
const EVERY_PERSON_FIELD =
  'names,emailAddresses,phoneNumbers,addresses,birthdays,biographies,organizations,userDefined,memberships,photos,metadata';
const READ = [
  'admin.directory.user.readonly',
  'admin.directory.group.readonly',
  'admin.directory.rolemanagement.readonly',
  'admin.directory.domain.readonly',
  'admin.directory.customer.readonly',
  'admin.directory.user.security',
  'admin.reports.audit.readonly',
  'drive.readonly',
  'contacts.readonly',
  'contacts.other.readonly',
  'userinfo.email',
].map(googleScope);

let vendors: Vendors;
let surfaces: GoogleSurfaces;

beforeAll(async () => {
  vendors = await startVendors({
    size: 120,
    speed: 0,
    vendors: ['google'],
    recordAnswers: true,
    enforceLimits: false,
  });
  if (existsSync(FOLDER)) surfaces = new GoogleSurfaces(FOLDER);
});

afterAll(async () => {
  await vendors[Symbol.asyncDispose]();
});

beforeEach(() => {
  vendors.clearExchanges();
});

async function ask(address: string): Promise<string> {
  const { access } = vendors.google.grant(READ);
  const answer = await fetch(vendors.google.origin + address, {
    headers: { authorization: `Bearer ${access.text}` },
  });
  return answer.text();
}

function deviations(): readonly string[] {
  return vendors.exchanges
    .flatMap((exchange) => surfaces.deviationsOf(exchange))
    .map(({ endpoint, what }) => `${endpoint}: ${what}`);
}

whereThereAreFacts('the simulated Google', () => {
  it('answers every endpoint in the form that Google publishes, for the rights that Google asks', async () => {
    const addresses = [
      `${DIRECTORY}/users?customer=my_customer&projection=full&maxResults=500`,
      `${DIRECTORY}/users?customer=my_customer&showDeleted=true`,
      `${DIRECTORY}/users/maria@sweetcrumb.example`,
      `${DIRECTORY}/users/maria@sweetcrumb.example/tokens`,
      `${DIRECTORY}/users/tom@sweetcrumb.example/verificationCodes`,
      `${DIRECTORY}/groups?customer=my_customer`,
      `${DIRECTORY}/groups/all@sweetcrumb.example/members?includeDerivedMembership=true`,
      `${DIRECTORY}/customer/my_customer/roles`,
      `${DIRECTORY}/customer/my_customer/roleassignments`,
      `${DIRECTORY}/customer/my_customer/domains`,
      `${DIRECTORY}/customers/my_customer`,
      `${LOG}/token?maxResults=1000`,
      `${LOG}/login`,
      '/drive/v3/drives?pageSize=100',
      '/drive/v3/about?fields=*',
      `/v1/people/me/connections?personFields=${EVERY_PERSON_FIELD}`,
      '/v1/otherContacts?readMask=names,emailAddresses,metadata,photos',
      '/oauth2/v2/userinfo',
    ];
    for (const address of addresses) await ask(address);
    const { files } = JSON.parse(await ask('/drive/v3/files?fields=*&pageSize=1000')) as {
      files: readonly { id: string; mimeType: string }[];
    };
    for (const { id, mimeType } of files.slice(0, 12)) {
      await ask(`/drive/v3/files/${id}?fields=*`);
      if (mimeType.endsWith('spreadsheet')) {
        await ask(`/v4/spreadsheets/${id}`);
        await ask(`/v4/spreadsheets/${id}/values:batchGet?ranges=A1:F5`);
      }
    }
    expect(deviations()).toEqual([]);
    expect(new Set(vendors.exchanges.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('is caught when a request or an answer is another one', async () => {
    await ask(`${DIRECTORY}/users?customer=my_customer&maxResults=501&projection=every&nobody=knows`);
    await ask('/drive/v3/nothing');
    await ask(`${DIRECTORY}/users?customer=my_customer&maxResults=1`);
    const last = vendors.exchanges.at(-1);
    const body = JSON.stringify({ users: [{ primaryEmail: 1, admin: true }] });
    expect(deviations()).toEqual([
      'admin.directory_v1 Users.list: the query parameter maxResults may not be 501',
      'admin.directory_v1 Users.list: the query parameter projection may not be every',
      'admin.directory_v1 Users.list: the query parameter nobody is not published',
      'GET /drive/v3/nothing: no such endpoint is published',
    ]);
    expect(last).toBeDefined();
    if (last === undefined) return;
    expect(surfaces.deviationsOf({ ...last, answerBody: body }).map(({ what }) => what)).toEqual([
      'users.primaryEmail: not a string',
      'users.admin: no such field',
    ]);
  });
});
