import { ReadRefusedError } from '../contract/error.js';
import type { Source } from '../contract/fact.js';
import type { Refusal } from '../contract/refusal.js';
import type { VendorSession } from '../contract/vendor-access.js';
import { FirstUser } from './directory.schema.js';
import { DriveUser } from './drive.schema.js';
import { googleCalls } from './google-calls.js';
import { readGoogle } from './google-read.js';
import { rights } from './google-rights.js';

/** Whose account is read. */
export interface GoogleAccount {
  readonly source: Source;
  /** A free account without a Workspace: no directory, no log. */
  readonly isPersonal: boolean;
}

/** Customer ids of Workspaces begin like this; what Drive calls a person is a number. */
const CUSTOMER_ID = /^C[\da-z]/iu;

/**
 * The Workspace by its customer id, else the person by the number that Drive knows her by.
 * Throws a ReadRefusedError if Google tells neither.
 */
export async function accountOf(session: VendorSession): Promise<GoogleAccount> {
  const { account, system } = session;
  const source = (id: string): Source => ({ system, connector: 'google-workspace', account: id });
  if (account !== undefined && CUSTOMER_ID.test(account)) {
    return { source: source(account), isPersonal: false };
  }
  const customer = account === undefined ? await customerId(session) : null;
  if (typeof customer === 'string') return { source: source(customer), isPersonal: false };
  const user = await driveUser(session, account);
  return {
    source: source(user.id),
    isPersonal: customer?.status === 'unsupported' || /@(gmail|googlemail)\.com$/iu.test(user.address),
  };
}

async function customerId(session: VendorSession): Promise<string | Refusal> {
  try {
    const { users } = await readGoogle(
      session,
      rights.users,
      FirstUser,
      googleCalls.users({ maxResults: 1, fields: 'users(customerId)' }),
    );
    return users[0].customerId;
  } catch (error) {
    // Out of order is not "has none": the same account must not get another id tomorrow.
    if (error instanceof ReadRefusedError && error.refusal.status !== 'failed') return error.refusal;
    throw error;
  }
}

async function driveUser(
  session: VendorSession,
  known: string | undefined,
): Promise<{ readonly id: string; readonly address: string }> {
  try {
    const call = googleCalls.driveUser({ fields: 'user(permissionId,emailAddress)' });
    const { user } = await readGoogle(session, rights.files, DriveUser, call);
    return { id: known ?? user.permissionId, address: user.emailAddress };
  } catch (error) {
    if (known !== undefined && error instanceof ReadRefusedError) return { id: known, address: '' };
    throw error;
  }
}
