import { z } from 'zod';

// Only what is used; each of these is asked for by name, because Drive sends next to nothing by itself.
// https://developers.google.com/workspace/drive/api/reference/rest/v3

export const DriveUser = z.object({
  user: z.object({ permissionId: z.string().min(1), emailAddress: z.string() }),
});

export const FileState = z.object({ trashed: z.boolean() });

const Permission = z.object({
  /** `user`, `group`, `domain` or `anyone`. */
  type: z.string().min(1),
  emailAddress: z.string().optional(),
  domain: z.string().optional(),
  /** The account behind it is gone. */
  deleted: z.boolean().optional(),
});
export type Permission = z.output<typeof Permission>;
export const PERMISSION_FIELDS = 'type,emailAddress,domain,deleted';
export const PermissionsPage = z.object({
  nextPageToken: z.string().optional(),
  permissions: z.array(Permission).optional(),
});

const DriveFile = z
  .object({
    id: z.string().min(1),
    name: z.string(),
    mimeType: z.string().min(1),
    /** Present in shared drives only. */
    driveId: z.string().optional(),
    ownedByMe: z.boolean().optional(),
    owners: z.array(z.object({ emailAddress: z.string().optional() })).optional(),
    /** Only for whoever may share the file, and never in shared drives. */
    permissions: z.array(Permission).optional(),
  })
  // Whose it is decides whether it is looked at.
  .refine(({ driveId, ownedByMe, owners }) => (driveId ?? ownedByMe ?? owners) !== undefined, {
    path: ['owners'],
  });
export type DriveFile = z.output<typeof DriveFile>;
export const FILES_FIELDS = `nextPageToken,incompleteSearch,files(id,name,mimeType,driveId,ownedByMe,owners(emailAddress),permissions(${PERMISSION_FIELDS}))`;
export const FilesPage = z.object({
  nextPageToken: z.string().optional(),
  incompleteSearch: z.boolean().optional(),
  files: z.array(DriveFile).optional(),
});
