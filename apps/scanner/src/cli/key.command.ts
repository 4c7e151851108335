import { Command } from 'commander';
import { counted } from '#reports/model/words.js';
import { Connections } from '../connections/connections.js';
import { dataDirectoryOption } from './options.js';
import { withFindings } from './open-plumbline.js';
import { writeOutput } from './write-output.js';

export function keyCommand(): Command {
  const rotate = new Command('rotate')
    .description('seal every stored login and key anew, under a new key')
    .addOption(dataDirectoryOption())
    .action(rotateKey);
  return new Command('key')
    .description('the key that the logins of your tools are locked with')
    .addCommand(rotate);
}

async function rotateKey({ dataDir }: { readonly dataDir: string }): Promise<void> {
  const count = await withFindings(dataDir, (plumbline) => plumbline.get(Connections).rotateKey());
  await writeOutput(
    `${counted(count, 'secret')} sealed anew. The old key opens nothing any more; back up the new one (docs/security.md).`,
    undefined,
  );
}
