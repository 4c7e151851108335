import path from 'node:path';
import { Command } from 'commander';
import { DataSource } from 'typeorm';
import { UserActionError } from '#connectors/contract/error.js';
import { copyDatabase } from '../storage/copy-database.js';
import { withFindings } from './open-plumbline.js';
import { dataDirectoryOption } from './options.js';
import { writeOutput } from './write-output.js';

export function backupCommand(): Command {
  return new Command('backup')
    .description('copy everything that Plumbline keeps into one file, while it goes on working')
    .argument('<file>', 'the file to write, for example plumbline-backup.sqlite')
    .addOption(dataDirectoryOption())
    .action(async (file: string, { dataDir }: { readonly dataDir: string }) => {
      const target = path.resolve(file);
      if (path.dirname(target) === path.resolve(dataDir)) {
        throw new UserActionError({
          message: 'A copy in the data directory is lost with it.',
          step: 'Choose a file elsewhere, best on another disk.',
        });
      }
      await withFindings(dataDir, async (plumbline) => copyDatabase(plumbline.get(DataSource), target));
      await writeOutput(
        [
          `Copied to ${file}, and read it through: it is whole.`,
          '',
          `The key that opens the logins of your tools is not in it: ${path.join(dataDir, 'master.key')}`,
          'Keep a copy of that file too, in another place. Without it everything comes back but the logins.',
        ].join('\n'),
        undefined,
      );
    });
}
