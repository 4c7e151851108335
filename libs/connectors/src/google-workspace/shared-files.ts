import { ReadRefusedError } from '../contract/error.js';
import type { FileFact, Source } from '../contract/fact.js';
import type { Refusal } from '../contract/refusal.js';
import type { VendorSession } from '../contract/vendor-access.js';
import type { ResourceEnd } from '../kit/read-resource.js';
import { type DriveFile, FILES_FIELDS, FilesPage, FileState } from './drive.schema.js';
import { type Circle, FileSharing, type FoundAs } from './file-sharing.js';
import { googleCalls } from './google-calls.js';
import type { GoogleMemory } from './google-memory.js';
import { googlePages, readGoogle } from './google-read.js';
import { rights } from './google-rights.js';
import { HeaderRows } from './header-rows.js';
import { refusals } from './refusals.js';
import { type OwnPlace, ownPlace } from './who-is-outside.js';

const GOOGLE_SHEET = 'application/vnd.google-apps.spreadsheet';
/** Files that can be lists. */
const LISTS = [
  GOOGLE_SHEET,
  'text/csv',
  'text/tab-separated-values',
  'application/vnd.ms-excel',
  'application/vnd.ms-excel.sheet.macroenabled.12',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.spreadsheet',
];

/** Each file is in one of these; Drive itself does not say of a file who can find it. */
const SEARCHES: readonly (readonly [foundAs: FoundAs, condition: string])[] = [
  ['anyone', "visibility = 'anyoneCanFind'"],
  ['anyone with the link', "visibility = 'anyoneWithLink'"],
  [null, "visibility != 'anyoneCanFind' and visibility != 'anyoneWithLink'"],
];

/** Every spreadsheet of ours that somebody outside can open, as far as this login may see. */
export async function* readSharedFiles(
  session: VendorSession,
  source: Source,
  memory: GoogleMemory,
): AsyncGenerator<FileFact, ResourceEnd> {
  const place = await ownPlace(session, memory);
  const sharing = new FileSharing(session, place);
  const headers = new HeaderRows(session);
  const found = new Set<string>();
  const seen: Seen = { isIncomplete: false, hidden: new Set(), listed: new Set() };
  for (const [foundAs, condition] of SEARCHES) {
    for await (const files of filePages(session, condition, seen)) {
      for (const { id } of files) seen.listed.add(id);
      const ours = files.filter((file) => isOurs(file, place));
      const circles = await Promise.all(ours.map(async (file) => sharing.of(file, foundAs)));
      for (const [at, file] of ours.entries()) {
        const circle = circles[at] ?? null;
        if (circle === 'not told' && memory.sharedFiles.has(file.id)) seen.hidden.add(file.id);
        if (circle === null || circle === 'not told' || found.has(file.id)) continue;
        found.add(file.id);
        const columns = file.mimeType === GOOGLE_SHEET ? await headers.of(file.id) : null;
        yield factOf(file, circle, columns, source);
      }
    }
  }
  const leftOut = await leftOutOf(seen.listed, session, memory);
  memory.learn({ files: [...new Set([...found, ...seen.hidden, ...leftOut])].toSorted() });
  if (leftOut.length > 0) return { shortfall: { ...refusals.listIncomplete, status: 'partial' } };
  const shortfall = shortfallOf(seen, sharing, headers);
  return shortfall === null ? {} : { shortfall };
}

interface Seen {
  /** Google did not search everywhere. */
  isIncomplete: boolean;
  /** Files that were shared with outsiders, and do not tell any more who can open them. */
  readonly hidden: Set<string>;
  readonly listed: Set<string>;
}

/** Files that outsiders could open last time, are still there, and are not in the list: it has a gap. */
async function leftOutOf(
  listed: ReadonlySet<string>,
  session: VendorSession,
  memory: GoogleMemory,
): Promise<readonly string[]> {
  const leftOut: string[] = [];
  for (const fileId of memory.sharedFiles) {
    if (!listed.has(fileId) && (await isStillThere(session, fileId))) leftOut.push(fileId);
  }
  return leftOut;
}

async function isStillThere(session: VendorSession, fileId: string): Promise<boolean> {
  try {
    const call = googleCalls.file({ fileId, fields: 'trashed' });
    return !(await readGoogle(session, rights.files, FileState, call)).trashed;
  } catch (error) {
    if (error instanceof ReadRefusedError && error.refusal.status === 'unsupported') return false;
    throw error;
  }
}

function filePages(
  session: VendorSession,
  condition: string,
  seen: Seen,
): AsyncGenerator<readonly DriveFile[], void> {
  const isList = LISTS.map((type) => `mimeType = '${type}'`).join(' or ');
  return googlePages(session, rights.files, FilesPage, {
    call: (page) =>
      googleCalls.files({
        q: `trashed = false and ${condition} and (${isList})`,
        corpora: 'allDrives',
        includeItemsFromAllDrives: true,
        supportsAllDrives: true,
        pageSize: 500,
        fields: FILES_FIELDS,
        ...page,
      }),
    items({ files = [], incompleteSearch }) {
      seen.isIncomplete ||= incompleteSearch === true;
      return files;
    },
  });
}

/** What others share with us is theirs to judge. In shared drives nobody owns anything. */
function isOurs({ ownedByMe, owners, driveId }: DriveFile, place: OwnPlace): boolean {
  if (ownedByMe === true || driveId !== undefined) return true;
  return owners?.some(({ emailAddress = '' }) => place.isOwnAddress(emailAddress)) ?? false;
}

function factOf(
  { id, name }: DriveFile,
  circle: Circle,
  columns: readonly string[] | null,
  source: Source,
): FileFact {
  const link = `https://drive.google.com/open?id=${encodeURIComponent(id)}`;
  return { kind: 'file', source, id, link, title: name, columns, ...circle };
}

function shortfallOf(
  { isIncomplete, hidden }: Seen,
  { hasUnknownGroups }: FileSharing,
  headers: HeaderRows,
): Refusal | null {
  if (isIncomplete) return NOT_SEARCHED;
  if (hasUnknownGroups) return GROUPS_NOT_SEEN;
  if (hidden.size > 0) return HIDDEN_NOW;
  return headers.shortfall;
}

const NOT_SEARCHED: Refusal = {
  status: 'partial',
  reason: 'Google did not search all shared drives',
  actor: 'vendor',
  step: 'Nothing to do: it is tried again at the next scan.',
};

const GROUPS_NOT_SEEN: Refusal = {
  status: 'partial',
  reason: 'who is in the groups that files are shared with is not known',
  actor: 'user',
  step: 'Connect Google Workspace again as an administrator, and leave the box for groups ticked.',
  scope: rights.groups,
};

const HIDDEN_NOW: Refusal = {
  status: 'partial',
  reason: 'a file that outsiders could open no longer tells this login who can open it',
  actor: 'user',
  step: 'Let the owner of the file connect, or whoever may share it.',
};
