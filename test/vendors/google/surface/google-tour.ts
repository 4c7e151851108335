import type { Vendors } from '../../start-vendors.js';
import { googleScope } from '../google-scopes.js';

const DIRECTORY = '/admin/directory/v1';
const LOG = '/admin/reports/v1/activity/users/all/applications';
const EVERY_PERSON_FIELD =
  'names,emailAddresses,phoneNumbers,addresses,birthdays,biographies,organizations,userDefined,memberships,photos,metadata';
const ADDRESSES = [
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

/** Asks one address of the simulated Google, with every right to read; gives the body. */
export async function askGoogle({ google }: Vendors, address: string): Promise<string> {
  const { access } = google.grant(READ);
  const answer = await fetch(google.origin + address, {
    headers: { authorization: `Bearer ${access.text}` },
  });
  return answer.text();
}

/** Asks every endpoint that the simulated Google has. */
export async function tourOfGoogle(vendors: Vendors): Promise<void> {
  for (const address of ADDRESSES) await askGoogle(vendors, address);
  const { files } = JSON.parse(await askGoogle(vendors, '/drive/v3/files?fields=*&pageSize=1000')) as {
    readonly files: readonly { readonly id: string; readonly mimeType: string }[];
  };
  for (const { id, mimeType } of files.slice(0, 12)) {
    await askGoogle(vendors, `/drive/v3/files/${id}?fields=*`);
    if (mimeType.endsWith('spreadsheet')) {
      await askGoogle(vendors, `/v4/spreadsheets/${id}`);
      await askGoogle(vendors, `/v4/spreadsheets/${id}/values:batchGet?ranges=A1:F5`);
    }
  }
}
