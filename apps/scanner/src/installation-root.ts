import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BugError } from '#connectors/contract/error.js';

/** The folder that Plumbline is installed in, for the files beside its program; the same from the source and when built. */
export function installationRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package-lock.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder)
      throw new BugError({ message: 'The folder of Plumbline is not where it was built.' });
    folder = parent;
  }
  return folder;
}
