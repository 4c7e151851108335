import path from 'node:path';
import { Command } from 'commander';
import { UserActionError } from '#connectors/contract/error.js';
import { isDataDirectory } from '../storage/data-directory.js';
import { restoreDatabase } from '../storage/restore-database.js';
import { dataDirectoryOption } from './options.js';
import { writeOutput } from './write-output.js';

interface RestoreOptions {
  readonly dataDir: string;
  readonly replace?: true;
}

export function restoreCommand(): Command {
  return new Command('restore')
    .description('put a copy that "backup" made in place of what is there')
    .argument('<file>', 'the copy')
    .option('--replace', 'also where something is kept already; that is set aside, not deleted')
    .addOption(dataDirectoryOption())
    .action(async (file: string, { dataDir, replace }: RestoreOptions) => {
      if (isDataDirectory(dataDir) && replace === undefined) {
        throw new UserActionError({
          message: 'Something is kept in this data directory already.',
          step: 'Choose another with --data-dir, or add --replace: what is there is set aside, not deleted.',
        });
      }
      const { setAside } = await restoreDatabase(path.resolve(file), path.resolve(dataDir), new Date());
      const lines = [`Restored from ${file}.`];
      if (setAside !== null) lines.push(`What was there before is now in ${setAside}`);
      lines.push('If the key is another one than when the copy was made, put its copy back too: master.key.');
      await writeOutput(lines.join('\n'), undefined);
    });
}
