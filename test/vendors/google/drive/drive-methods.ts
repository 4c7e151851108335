import type { SimulatedAnswer } from '../../core/simulated-answer.js';
import type { SimulatedRequest, VendorContext } from '../../core/simulated-vendor.js';
import { googleJson, listMember } from '../answers/google-answer.js';
import { badParameter, olderError } from '../answers/google-errors.js';
import type { GoogleMethod } from '../answers/google-method.js';
import { type PageProblem, pageOf, type PageRules, SOME_HOURS } from '../answers/page.js';
import type { Workspace } from '../directory/workspace.js';
import { anyOf, googleScope } from '../google-scopes.js';
import { seriesOf } from '../series.js';
import {
  ABOUT_FIELDS,
  DRIVES_FIELDS,
  FILE_FIELDS,
  FILES_FIELDS,
  PERMISSIONS_FIELDS,
} from './drive-fields.js';
import { asSeenBy, type DriveFile, type DriveFiles, sharedDriveOf } from './drive-files.js';
import { readDriveQuery, type SearchedFile } from './drive-query.js';
import { canShare, isSeenBy, permissionsOf, visibilityOf } from './file-permissions.js';
import { fileResource, parentOf, personResource } from './file-resource.js';

const LIST_SCOPES = anyOf(
  'drive',
  'drive.appdata',
  'drive.file',
  'drive.meet.readonly',
  'drive.metadata',
  'drive.metadata.readonly',
  'drive.photos.readonly',
  'drive.readonly',
);

/** Drive v3, as far as a scanner goes: names, and who can open what. Contents are not served. */
export function driveMethods(
  workspace: Workspace,
  { has, clock }: Pick<VendorContext, 'has' | 'clock'>,
  files: DriveFiles,
): readonly GoogleMethod[] {
  const now = () => clock.now();
  return [
    {
      id: 'drive.files.list',
      path: '/drive/v3/files',
      scopes: LIST_SCOPES,
      known: FILES_FIELDS,
      usualFields: 'kind,incompleteSearch,nextPageToken,files(kind,id,name,mimeType,resourceKey)',
      answer: (request) => listFiles(request, workspace, files, now(), has('incomplete-search')),
    },
    {
      id: 'drive.files.get',
      path: '/drive/v3/files/{fileId}',
      scopes: LIST_SCOPES,
      known: FILE_FIELDS,
      usualFields: 'kind,id,name,mimeType,resourceKey',
      answer(request) {
        const file = fileOf(request, workspace, files);
        return file === null
          ? fileNotFound(request)
          : googleJson(fileResource(file, userOf(request), workspace));
      },
    },
    {
      id: 'drive.permissions.list',
      path: '/drive/v3/files/{fileId}/permissions',
      scopes: anyOf(
        'drive',
        'drive.file',
        'drive.meet.readonly',
        'drive.metadata',
        'drive.metadata.readonly',
        'drive.photos.readonly',
        'drive.readonly',
      ),
      known: PERMISSIONS_FIELDS,
      usualFields: 'kind,nextPageToken,permissions(kind,id,type,role)',
      answer: (request) => listPermissions(request, workspace, files, now()),
    },
    {
      // The narrow right to see names of files is not enough to see the names of shared drives.
      id: 'drive.drives.list',
      path: '/drive/v3/drives',
      scopes: anyOf('drive', 'drive.readonly'),
      known: DRIVES_FIELDS,
      usualFields: 'kind,nextPageToken,drives(kind,id,name)',
      answer: (request) => listDrives(request, workspace, now()),
    },
    {
      id: 'drive.about.get',
      path: '/drive/v3/about',
      scopes: LIST_SCOPES.filter(([scope]) => scope !== googleScope('drive.meet.readonly')),
      known: ABOUT_FIELDS,
      answer(request) {
        if (request.query.get('fields') === null) {
          return olderError({
            status: 400,
            message: "The 'fields' parameter is required for this method.",
            reason: 'required',
            location: 'fields',
            locationType: 'parameter',
          });
        }
        const user = userOf(request);
        return googleJson({
          kind: 'drive#about',
          user: personResource(user, user, workspace),
          canCreateDrives: true,
        });
      },
    },
  ];
}

function pagesOf(usual: number, most: number, hasEmptyPages = false): PageRules {
  return { size: { parameter: 'pageSize', usual, most }, tooMany: 'cut', tokenMs: SOME_HOURS, hasEmptyPages };
}

function listFiles(
  request: SimulatedRequest,
  workspace: Workspace,
  files: DriveFiles,
  now: number,
  isIncomplete: boolean,
): SimulatedAnswer {
  const { query } = request;
  const problem = corporaProblem(query);
  if (problem !== null) return problem;
  const test = readDriveQuery(query.get('q') ?? '');
  if (test === null) return badParameter(request.path, 'q', 'Invalid Value');
  const user = userOf(request);
  const isInScope = scopeOf(query, workspace);
  const keeps = (file: DriveFile) =>
    isInScope(file) && isSeenBy(file, user, workspace) && test(searched(file, user, workspace));
  const page = pageOf(asSeenBy(user, files, workspace), request, pagesOf(100, 1000, true), now, keeps);
  if (typeof page === 'string') return badPage(request, page);
  return googleJson({
    kind: 'drive#fileList',
    // Searching everywhere at once may fail in part.
    incompleteSearch: isIncomplete && query.get('corpora') === 'allDrives',
    ...listMember(
      'files',
      page.items.map((file) => fileResource(file, user, workspace)),
    ),
    ...page.next,
  });
}

/** Shared drives are searched only by whoever says so, twice. */
function corporaProblem(query: URLSearchParams): SimulatedAnswer | null {
  const corpora = query.get('corpora') ?? 'user';
  if (!['user', 'domain', 'drive', 'allDrives'].includes(corpora)) {
    return badParameter('/drive/', 'corpora', 'Invalid Value');
  }
  const refused = (reason: string, message: string) => olderError({ status: 403, message, reason });
  if ((corpora === 'drive') !== query.has('driveId')) {
    return refused(
      'teamDriveIdRequiresTeamDriveCorpora',
      'The driveId parameter must be specified if and only if corpora is set to drive.',
    );
  }
  const isEverywhere = corpora === 'drive' || corpora === 'allDrives';
  if (isEverywhere && query.get('includeItemsFromAllDrives') !== 'true') {
    return refused(
      'teamDrivesIncludeItemsRequired',
      'The includeItemsFromAllDrives parameter must be set to true when driveId is specified or corpora contains drive or allDrives.',
    );
  }
  if (query.get('includeItemsFromAllDrives') === 'true' && query.get('supportsAllDrives') !== 'true') {
    return refused(
      'teamDrivesNotSupported',
      'The supportsAllDrives parameter must be set to true when includeItemsFromAllDrives is true.',
    );
  }
  return null;
}

function scopeOf(query: URLSearchParams, workspace: Workspace): (file: DriveFile) => boolean {
  const includesShared = query.get('includeItemsFromAllDrives') === 'true';
  const driveId = query.get('driveId');
  if (driveId !== null) {
    return ({ ownerEmail }) => ownerEmail === null && driveId === sharedDriveOf(workspace).id;
  }
  return ({ ownerEmail }) => includesShared || ownerEmail !== null;
}

function searched(file: DriveFile, user: string, workspace: Workspace): SearchedFile {
  const permissions = permissionsOf(file, workspace);
  const addresses = (roles: readonly string[]) =>
    permissions
      .filter(({ role, emailAddress }) => roles.includes(role) && emailAddress !== undefined)
      .map(({ emailAddress }) => emailAddress ?? '');
  return {
    file,
    visibility: visibilityOf(file),
    owners: addresses(['owner']),
    writers: addresses(['owner', 'organizer', 'writer']),
    readers: addresses(['owner', 'organizer', 'writer', 'commenter', 'reader']),
    parents: [parentOf(file, workspace), ...(file.ownerEmail === user ? ['root'] : [])],
    isSharedWithMe: file.ownerEmail !== null && file.ownerEmail !== user,
  };
}

function listPermissions(
  request: SimulatedRequest,
  workspace: Workspace,
  files: DriveFiles,
  now: number,
): SimulatedAnswer {
  const file = fileOf(request, workspace, files);
  if (file === null) return fileNotFound(request);
  // In the shared drive every member sees who has a file; elsewhere only whoever may share it.
  if (file.ownerEmail !== null && !canShare(file, userOf(request))) {
    return olderError({
      status: 403,
      message: 'The user does not have sufficient permissions for this file.',
      reason: 'insufficientFilePermissions',
    });
  }
  const page = pageOf(seriesOf(permissionsOf(file, workspace)), request, pagesOf(100, 100), now);
  if (typeof page === 'string') return badPage(request, page);
  return googleJson({ kind: 'drive#permissionList', ...listMember('permissions', page.items), ...page.next });
}

function listDrives(request: SimulatedRequest, workspace: Workspace, now: number): SimulatedAnswer {
  const isOurs = workspace.member(userOf(request)) !== null;
  const drives = isOurs
    ? [
        {
          kind: 'drive#drive',
          ...sharedDriveOf(workspace),
          createdTime: '2024-02-01T09:00:00.000Z',
          hidden: false,
        },
      ]
    : [];
  const page = pageOf(seriesOf(drives), request, pagesOf(10, 100), now);
  if (typeof page === 'string') return badPage(request, page);
  return googleJson({ kind: 'drive#driveList', ...listMember('drives', page.items), ...page.next });
}

/** A file in the shared drive is not there for whoever does not say that she knows of shared drives. */
function fileOf(request: SimulatedRequest, workspace: Workspace, files: DriveFiles): DriveFile | null {
  const file = asSeenBy(userOf(request), files, workspace).find(request.parameters['fileId'] ?? '');
  if (file === null || !isSeenBy(file, userOf(request), workspace)) return null;
  return file.ownerEmail === null && request.query.get('supportsAllDrives') !== 'true' ? null : file;
}

export function userOf({ token }: Pick<SimulatedRequest, 'token'>): string {
  return token?.user.toLowerCase() ?? '';
}

function fileNotFound({ parameters }: SimulatedRequest): SimulatedAnswer {
  return olderError({
    status: 404,
    message: `File not found: ${parameters['fileId'] ?? ''}.`,
    reason: 'notFound',
    location: 'fileId',
    locationType: 'parameter',
  });
}

function badPage({ path }: SimulatedRequest, problem: PageProblem): SimulatedAnswer {
  return badParameter(path, problem === 'bad-size' ? 'pageSize' : 'pageToken', 'Invalid Value');
}
