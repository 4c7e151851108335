import { lstat, opendir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { UserActionError } from '../../contract/error.js';
import { limits } from './limits.js';

/**
 * Something in the folder: a file to read, or one that is refused with the reason. `content`: the file's absolute path, or
 * its bytes where it was handed over in memory.
 */
export type FolderEntry =
  | {
      readonly path: string;
      readonly content: string | Buffer;
      readonly bytes: number;
      readonly refused?: never;
    }
  | { readonly path: string; readonly refused: string };

/**
 * Every file of the folder and the folders in it, in a fixed order. Hidden files and the litter of operating systems
 * are passed over, and so is what `passOver` names by absolute path. Links are never followed: one that leads out of the folder is refused, one that stays in it is
 * passed over, because its target is met anyway. Throws a UserActionError if there is no such folder.
 */
export async function walkFolder(
  folder: string,
  passOver: readonly string[] = [],
): Promise<readonly FolderEntry[]> {
  const root = await openable(folder);
  // The folder may have been named through a link.
  const known = new Set(await Promise.all(passOver.map((each) => realpath(each).catch(() => each))));
  const entries: FolderEntry[] = [];
  await walk(root, '', entries, known);
  return entries.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

async function openable(folder: string): Promise<string> {
  const details = { folder };
  const found = await stat(folder).catch(() => null);
  if (found === null) {
    throw new UserActionError({
      message: 'The folder with your exports does not exist or may not be opened',
      step: 'Check the path behind --exports and who may read it.',
      details,
    });
  }
  if (!found.isDirectory()) {
    throw new UserActionError({
      message: 'The path of your exports is a file, not a folder',
      step: 'Give the folder that holds the file.',
      details,
    });
  }
  return realpath(folder);
}

async function walk(
  root: string,
  within: string,
  entries: FolderEntry[],
  passOver: ReadonlySet<string>,
): Promise<void> {
  const names = await namesIn(path.join(root, within));
  if (names === null) {
    entries.push({ path: within, refused: 'you are not allowed to open this folder' });
    return;
  }
  for (const name of names) {
    if (isLitter(name)) continue;
    if (entries.length >= limits.files) {
      entries.push({
        path: within === '' ? name : within,
        refused: 'there are too many files in the folder',
      });
      return;
    }
    const relative = within === '' ? name : `${within}/${name}`;
    const absolute = path.join(root, relative);
    if (passOver.has(absolute)) continue;
    const found = await lstat(absolute).catch(() => null);
    if (found === null) entries.push({ path: relative, refused: 'you are not allowed to open it' });
    else if (found.isSymbolicLink()) await refuseLink(root, absolute, relative, entries);
    else if (found.isDirectory()) await walk(root, relative, entries, passOver);
    else if (found.isFile()) entries.push({ path: relative, content: absolute, bytes: found.size });
  }
}

async function refuseLink(root: string, absolute: string, relative: string, entries: FolderEntry[]) {
  const target = await realpath(absolute).catch(() => null);
  const isInside = target !== null && (target === root || target.startsWith(root + path.sep));
  if (isInside) return;
  entries.push({
    path: relative,
    refused: 'it is a link that leads out of the folder: put the file itself here',
  });
}

/** In code-unit order, the same on every machine; null if the folder may not be opened. */
async function namesIn(folder: string): Promise<readonly string[] | null> {
  const directory = await opendir(folder).catch(() => null);
  if (directory === null) return null;
  const names: string[] = [];
  for await (const { name } of directory) names.push(name);
  return names.toSorted();
}

function isLitter(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || /^(thumbs\.db|desktop\.ini|__macosx)$/i.test(name);
}
