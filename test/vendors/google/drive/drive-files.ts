import { daysBefore, timeOfDay } from '#scanner/example/calendar.js';
import { Random } from '#scanner/example/random.js';
import type { Workspace } from '../directory/workspace.js';
import { opaqueId } from '../google-ids.js';
import { type Series, seriesBy } from '../series.js';
import { type OfficeFile, officeFiles, type SheetTab, type Sharing } from './office-files.js';

/** A file in somebody's Drive or in the shared drive. */
export interface DriveFile extends OfficeFile {
  readonly index: number;
  readonly id: string;
  /** Null in the shared drive. */
  readonly ownerEmail: string | null;
  readonly created: string;
  readonly modified: string;
  readonly mimeType: string;
}

const MIME_TYPES: Readonly<Record<OfficeFile['type'], string>> = {
  sheet: 'application/vnd.google-apps.spreadsheet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  document: 'application/vnd.google-apps.document',
  pdf: 'application/pdf',
  image: 'image/jpeg',
  folder: 'application/vnd.google-apps.folder',
  shortcut: 'application/vnd.google-apps.shortcut',
};

const OUTSIDE_OWNER = 'market@fernbrook.example';

/** All files, whoever has them. */
export interface DriveFiles extends Series<DriveFile> {
  /** Null: there is no such file. */
  readonly find: (id: string) => DriveFile | null;
}

/** The bakery's own files by their place, and invented ones beyond them: every fortieth is public and harmless. */
export function driveFilesOf({ bakery, staff, size }: Workspace): DriveFiles {
  const { seed, opening } = bakery.setting;
  const files = seriesBy(Math.max(size.files, officeFiles.length), (index): DriveFile => {
    const file = officeFiles[index] ?? inventFile(seed, index, staff.length);
    const { owner, changedBefore, type } = file;
    return {
      ...file,
      index,
      id: `1${opaqueId(seed, `file ${index}`, 32)}`,
      ownerEmail: owner === null ? null : owner < 0 ? OUTSIDE_OWNER : staff.at(owner).email,
      created: `${daysBefore(opening, changedBefore + 30)}T${timeOfDay(index)}:00.000Z`,
      modified: `${daysBefore(opening, changedBefore)}T${timeOfDay(index + 3)}:00.000Z`,
      mimeType: MIME_TYPES[type],
    };
  });
  let places: ReadonlyMap<string, number> | null = null;
  return {
    ...files,
    find(id) {
      places ??= new Map(Array.from({ length: files.length }, (_, index) => [files.at(index).id, index]));
      const place = places.get(id);
      return place === undefined ? null : files.at(place);
    },
  };
}

/** In a free account Maria's files are those of whoever is signed in. */
export function asSeenBy(user: string, files: DriveFiles, { member }: Workspace): DriveFiles {
  if (member(user) !== null) return files;
  const own = (file: DriveFile): DriveFile => (file.owner === 0 ? { ...file, ownerEmail: user } : file);
  return {
    length: files.length,
    at: (index) => own(files.at(index)),
    find(id) {
      const file = files.find(id);
      return file === null ? null : own(file);
    },
  };
}

export function sharedDriveOf({ bakery }: Workspace): { readonly id: string; readonly name: string } {
  return { id: `0A${opaqueId(bakery.setting.seed, 'shared drive', 15)}PVA`, name: 'Office' };
}

const HARMLESS: readonly SheetTab[] = [
  { title: 'Sheet1', rows: [['Day', 'Loaves', 'Rolls', 'Left over']], rowCount: 365 },
];

function inventFile(seed: number, index: number, staff: number): OfficeFile {
  const random = new Random(seed, `file ${index}`);
  const type = random.pick<OfficeFile['type']>(['document', 'sheet', 'image', 'pdf', 'image']);
  const name = `${random.pick(['Recipe', 'Rota', 'Oven log', 'Invoice', 'Photo', 'Minutes'])} ${index}`;
  const isPublic = index % 40 === 0;
  return {
    name,
    type,
    // Most of it is Maria's, who scans.
    owner: index % 3 === 0 ? random.integer(0, staff - 1) : 0,
    sharing: isPublic ? [{ with: 'anyone-with-link' }] : sharedInHouse(index),
    ...(type === 'sheet' ? { tabs: HARMLESS } : {}),
    changedBefore: random.integer(1, 900),
  };
}

function sharedInHouse(index: number): readonly Sharing[] {
  return index % 5 === 0 ? [{ with: 'group', email: 'team@sweetcrumb.example' }] : [];
}
