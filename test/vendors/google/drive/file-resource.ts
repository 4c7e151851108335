import type { Workspace } from '../directory/workspace.js';
import { numericId, opaqueId } from '../google-ids.js';
import { type DriveFile, sharedDriveOf } from './drive-files.js';
import { canShare, permissionsOf } from './file-permissions.js';

/** A file with everything that `fields` could ask for; what it must not tell this caller is left out. */
export function fileResource(
  file: DriveFile,
  caller: string,
  workspace: Workspace,
): Readonly<Record<string, unknown>> {
  const { id, name, mimeType, index, created, modified } = file;
  const isOfFolder = file.type === 'folder' || file.type === 'shortcut';
  return {
    kind: 'drive#file',
    id,
    name,
    mimeType,
    starred: false,
    trashed: file.isTrashed === true,
    explicitlyTrashed: file.isTrashed === true,
    parents: [parentOf(file, workspace)],
    spaces: ['drive'],
    version: String(10 + (index % 400)),
    webViewLink: linkTo(file),
    iconLink: `https://drive-thirdparty.googleusercontent.com/16/type/${mimeType}`,
    createdTime: created,
    modifiedTime: modified,
    ...(isOfFolder ? {} : { size: String(1024 + ((index * 7919) % 500_000)) }),
    ...(file.type === 'shortcut'
      ? {
          shortcutDetails: {
            targetId: shortcutTarget(workspace),
            targetMimeType: 'application/vnd.google-apps.spreadsheet',
          },
        }
      : {}),
    capabilities: {
      canShare: canShare(file, caller),
      canEdit: canShare(file, caller),
      canDownload: true,
      canAccessViaGenAi: true,
    },
    permissionIds: permissionsOf(file, workspace).map((permission) => permission.id),
    ...(file.ownerEmail === null
      ? { driveId: sharedDriveOf(workspace).id, teamDriveId: sharedDriveOf(workspace).id }
      : ownedPart(file, file.ownerEmail, caller, workspace)),
  };
}

/** What is not told of things in shared drives. */
function ownedPart(
  file: DriveFile,
  owner: string,
  caller: string,
  workspace: Workspace,
): Readonly<Record<string, unknown>> {
  const permissions = permissionsOf(file, workspace);
  return {
    ownedByMe: owner === caller,
    shared: permissions.length > 1,
    owners: [personResource(owner, caller, workspace)],
    ...(owner === caller
      ? {}
      : { sharedWithMeTime: file.modified, sharingUser: personResource(owner, caller, workspace) }),
    // Only whoever may share a file is told with whom it is shared.
    ...(canShare(file, caller) ? { permissions } : {}),
  };
}

export function personResource(
  email: string,
  caller: string,
  { bakery }: Workspace,
): Readonly<Record<string, unknown>> {
  return {
    kind: 'drive#user',
    displayName: email.slice(0, email.indexOf('@')),
    me: email === caller,
    permissionId: numericId(bakery.setting.seed, `permission ${email}`, 20),
    emailAddress: email,
  };
}

export function parentOf({ ownerEmail }: DriveFile, workspace: Workspace): string {
  return ownerEmail === null
    ? sharedDriveOf(workspace).id
    : `0A${opaqueId(workspace.bakery.setting.seed, `root ${ownerEmail}`, 15)}PVA`;
}

/** The shortcut leads to the list of customers. */
function shortcutTarget({ bakery }: Workspace): string {
  return `1${opaqueId(bakery.setting.seed, 'file 0', 32)}`;
}

function linkTo({ id, type }: DriveFile): string {
  switch (type) {
    case 'sheet':
      return `https://docs.google.com/spreadsheets/d/${id}/edit?usp=drivesdk`;
    case 'document':
      return `https://docs.google.com/document/d/${id}/edit?usp=drivesdk`;
    case 'folder':
      return `https://drive.google.com/drive/folders/${id}`;
    default:
      return `https://drive.google.com/file/d/${id}/view?usp=drivesdk`;
  }
}
