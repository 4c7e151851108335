import { ReadRefusedError } from '../contract/error.js';
import type { VendorSession } from '../contract/vendor-access.js';
import { type Member, MembersPage } from './directory.schema.js';
import { googleCalls } from './google-calls.js';
import { allOf, googlePages } from './google-read.js';
import { rights } from './google-rights.js';

/**
 * Everybody in a group, also through groups in it; null if this login may not see it, or the group is gone. `group`: id
 * or address. Nobody's name is asked for.
 */
export async function membersOf(session: VendorSession, group: string): Promise<readonly Member[] | null> {
  const pages = googlePages(session, rights.groups, MembersPage, {
    call: (page) =>
      googleCalls.members({
        groupKey: group,
        includeDerivedMembership: true,
        maxResults: 200,
        fields: 'nextPageToken,members(id,email,type)',
        ...page,
      }),
    items: ({ members = [] }) => members,
  });
  try {
    return await allOf(pages);
  } catch (error) {
    if (error instanceof ReadRefusedError && error.refusal.status !== 'failed') return null;
    throw error;
  }
}
