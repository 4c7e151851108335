/** A file, and the folders that it lay in. */
export interface DroppedFile {
  readonly file: File;
  /** With slashes, as the policy names files; empty: none. */
  readonly folder: string;
}

/** Files that were chosen: a browser tells their folders only where a whole folder was chosen. */
export function filesChosen(files: FileList | null): readonly DroppedFile[] {
  return [...(files ?? [])].map((file) => ({ file, folder: folderOf(file.webkitRelativePath) }));
}

/** The files that were dropped, and those in dropped folders. */
export async function filesIn(dropped: DataTransfer): Promise<readonly DroppedFile[]> {
  // All at once: the browser forgets them after the first pause.
  const all = [...dropped.items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found = await Promise.all(
    all.map(async ({ entry, file }) => {
      if (entry !== null) return filesUnder(entry);
      return file === null ? [] : [{ file, folder: '' }];
    }),
  );
  const [only, ...others] = all;
  return others.length === 0 && only?.entry?.isDirectory === true ? withoutRoot(found.flat()) : found.flat();
}

/** A folder of folders that is dropped alone is the folder of exports itself: paths in the policy count from inside. */
function withoutRoot(files: readonly DroppedFile[]): readonly DroppedFile[] {
  if (!files.some(({ folder }) => folder.includes('/'))) return files;
  return files.map(({ file, folder }) => ({ file, folder: folder.split('/').slice(1).join('/') }));
}

async function filesUnder(entry: FileSystemEntry): Promise<readonly DroppedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ file, folder: folderOf(entry.fullPath) }];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const files: DroppedFile[] = [];
  for (;;) {
    // A folder is told in parts, until one is empty.
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0) return files;
    for (const inside of part) files.push(...(await filesUnder(inside)));
  }
}

function folderOf(path: string): string {
  return path.replace(/^\/+/u, '').split('/').slice(0, -1).join('/');
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
