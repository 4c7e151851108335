import { BAKERY_DOMAIN } from '../directory/own-domains.js';
import type { Workspace } from '../directory/workspace.js';
import { numericId } from '../google-ids.js';
import type { DriveFile } from './drive-files.js';
import type { Sharing } from './office-files.js';

/** A line of a file's sharing window. */
export interface FilePermission {
  readonly kind: 'drive#permission';
  readonly id: string;
  readonly type: 'user' | 'group' | 'domain' | 'anyone';
  readonly role: 'owner' | 'organizer' | 'writer' | 'commenter' | 'reader';
  readonly emailAddress?: string;
  readonly domain?: string;
  readonly displayName?: string;
  readonly allowFileDiscovery?: boolean;
  readonly deleted?: boolean;
  readonly pendingOwner?: boolean;
  readonly permissionDetails?: readonly Readonly<Record<string, unknown>>[];
}

export type Visibility = 'anyoneCanFind' | 'anyoneWithLink' | 'domainCanFind' | 'domainWithLink' | 'limited';

/** Owner first, then as it was shared. Everybody in the office has the shared drive. */
export function permissionsOf(file: DriveFile, workspace: Workspace): readonly FilePermission[] {
  const { seed } = workspace.bakery.setting;
  const first: FilePermission =
    file.ownerEmail === null
      ? {
          ...person(seed, 'maria@sweetcrumb.example', 'organizer'),
          permissionDetails: [
            { permissionType: 'member', role: 'organizer', inherited: true, inheritedFrom: 'drive' },
          ],
        }
      : person(seed, file.ownerEmail, 'owner');
  return [first, ...file.sharing.map((sharing) => permissionOf(seed, sharing))];
}

/** The widest circle, as `q` can ask for it. */
export function visibilityOf({ sharing }: DriveFile): Visibility {
  if (sharing.some((one) => one.with === 'anyone')) return 'anyoneCanFind';
  if (sharing.some((one) => one.with === 'anyone-with-link')) return 'anyoneWithLink';
  const own = sharing.find((one) => one.with === 'domain' && one.domain === BAKERY_DOMAIN);
  if (own?.with !== 'domain') return 'limited';
  return own.isFound === true ? 'domainCanFind' : 'domainWithLink';
}

/** Whether it stands in somebody's list: owned, shared by name or through a group, or in the shared drive. */
export function isSeenBy(file: DriveFile, email: string, workspace: Workspace): boolean {
  if (file.ownerEmail === null) return workspace.member(email) !== null;
  if (file.ownerEmail === email) return true;
  return file.sharing.some(
    (one) =>
      (one.with === 'person' && one.email === email) ||
      (one.with === 'group' && isMember(one.email, email, workspace)),
  );
}

/** Owners and writers may see and change who has a file; readers may not. */
export function canShare(file: DriveFile, email: string): boolean {
  return (
    file.ownerEmail === email ||
    file.sharing.some((one) => one.with === 'person' && one.email === email && one.role === 'writer')
  );
}

function isMember(group: string, email: string, { groups, member }: Workspace): boolean {
  // Everybody is in the team; other groups are small enough to look through.
  if (group === 'team@sweetcrumb.example') return member(email) !== null;
  const found = groups.find((one) => one.email === group);
  if (found === undefined) return false;
  return Array.from({ length: found.members.length }, (_, index) => found.members.at(index)).some(
    (one) => one.email === email,
  );
}

function permissionOf(seed: number, sharing: Sharing): FilePermission {
  switch (sharing.with) {
    case 'anyone':
      return {
        kind: 'drive#permission',
        id: 'anyone',
        type: 'anyone',
        role: 'reader',
        allowFileDiscovery: true,
      };
    case 'anyone-with-link':
      return {
        kind: 'drive#permission',
        id: 'anyoneWithLink',
        type: 'anyone',
        role: 'reader',
        allowFileDiscovery: false,
      };
    case 'domain':
      return {
        kind: 'drive#permission',
        id: numericId(seed, `permission ${sharing.domain}`, 20),
        type: 'domain',
        role: 'reader',
        domain: sharing.domain,
        displayName: sharing.domain,
        allowFileDiscovery: sharing.isFound === true,
      };
    case 'group':
      return { ...person(seed, sharing.email, sharing.role ?? 'reader'), type: 'group' };
    default:
      return person(seed, sharing.email, sharing.role ?? 'reader');
  }
}

function person(seed: number, email: string, role: FilePermission['role']): FilePermission {
  return {
    kind: 'drive#permission',
    id: numericId(seed, `permission ${email}`, 20),
    type: 'user',
    role,
    emailAddress: email,
    displayName: email.slice(0, email.indexOf('@')),
    deleted: false,
    pendingOwner: false,
  };
}
