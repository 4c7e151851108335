import type { KnownFields } from '../answers/field-mask.js';
import { named } from '../directory/directory-fields.js';

const PERMISSION: KnownFields = named(
  'allowFileDiscovery deleted displayName domain emailAddress expirationTime id inheritedPermissionsDisabled kind',
  'pendingOwner permissionDetails photoLink role teamDrivePermissionDetails type view',
);
const PERSON: KnownFields = named('displayName emailAddress kind me permissionId photoLink');

/** Names that `fields` may ask of a file, as Drive's reference lists them. */
export const FILE_FIELDS: KnownFields = {
  ...named(
    'appProperties capabilities clientEncryptionDetails contentHints contentRestrictions copyRequiresWriterPermission',
    'createdTime description downloadRestrictions driveId explicitlyTrashed exportLinks fileExtension folderColorRgb',
    'fullFileExtension hasAugmentedPermissions hasThumbnail headRevisionId iconLink id imageMediaMetadata',
    'inheritedPermissionsDisabled isAppAuthorized kind labelInfo linkShareMetadata md5Checksum mimeType modifiedByMe',
    'modifiedByMeTime modifiedTime name originalFilename ownedByMe parents permissionIds properties quotaBytesUsed',
    'resourceKey sha1Checksum sha256Checksum shared sharedWithMeTime shortcutDetails size spaces starred teamDriveId',
    'thumbnailLink thumbnailVersion trashed trashedTime version videoMediaMetadata viewedByMe viewedByMeTime',
    'viewersCanCopyContent webContentLink webViewLink writersCanShare',
  ),
  permissions: PERMISSION,
  owners: PERSON,
  lastModifyingUser: PERSON,
  sharingUser: PERSON,
  trashingUser: PERSON,
};
export const FILES_FIELDS: KnownFields = {
  kind: true,
  incompleteSearch: true,
  nextPageToken: true,
  files: FILE_FIELDS,
};
export const PERMISSIONS_FIELDS: KnownFields = { kind: true, nextPageToken: true, permissions: PERMISSION };
export const DRIVES_FIELDS: KnownFields = {
  kind: true,
  nextPageToken: true,
  drives: named(
    'backgroundImageFile backgroundImageLink capabilities colorRgb createdTime hidden id kind name orgUnitId',
    'restrictions themeId',
  ),
};
export const ABOUT_FIELDS: KnownFields = {
  ...named(
    'appInstalled canCreateDrives canCreateTeamDrives driveThemes exportFormats folderColorPalette importFormats kind',
    'maxImportSizes maxUploadSize storageQuota teamDriveThemes',
  ),
  user: PERSON,
};
