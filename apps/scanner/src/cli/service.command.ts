import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { UserActionError } from '#connectors/contract/error.js';
import { launchdAgent } from '../service/install/launchd.js';
import type { ServiceFile, ServiceStart } from '../service/install/service-file.js';
import { systemdUnit } from '../service/install/systemd.js';
import { windowsTask } from '../service/install/windows-task.js';
import { dataDirectoryOption } from './options.js';
import { writeOutput } from './write-output.js';

interface InstallOptions {
  readonly dataDir: string;
  readonly print?: true;
}

export function serviceCommand(): Command {
  const install = new Command('install')
    .description(
      'start the service with this computer, and again when it ends (systemd, launchd, Windows tasks)',
    )
    .option('--print', 'show what would be written and run, and do nothing')
    .addOption(dataDirectoryOption())
    .action(installService);
  return new Command('service').description('the service as a part of this computer').addCommand(install);
}

async function installService({ dataDir, print }: InstallOptions): Promise<void> {
  const service = serviceFileFor(process.platform, startHere(path.resolve(dataDir)));
  if (print === true) {
    const commands = service.commands.map((words) => words.join(' '));
    await writeOutput([`# ${service.file}`, service.content, ...commands].join('\n'), undefined);
    return;
  }
  await mkdir(path.dirname(service.file), { recursive: true, mode: 0o700 });
  await writeFile(service.file, service.content, { encoding: service.encoding, mode: 0o600 });
  for (const words of service.commands) run(words);
  await writeOutput(
    `Plumbline runs now, and starts with this computer. To stop it for good:\n\n    ${service.undo}`,
    undefined,
  );
}

function serviceFileFor(platform: NodeJS.Platform, start: ServiceStart): ServiceFile {
  if (platform === 'linux') return systemdUnit(start, homedir());
  if (platform === 'darwin') return launchdAgent(start, homedir(), userInfo().uid);
  if (platform === 'win32') return windowsTask(start);
  throw new UserActionError({
    message: 'Plumbline does not know how this system starts programs by itself.',
    step: 'Let it start "npx --no-install plumbline serve" in the folder of Plumbline.',
    details: { system: platform },
  });
}

/** As this process itself was started. */
function startHere(dataDirectory: string): ServiceStart {
  return {
    node: process.execPath,
    // As the launcher starts the service (config/launcher/plumbline.js).
    nodeOptions: ['--max-semi-space-size=2'],
    script: path.resolve(process.argv[1] ?? ''),
    folder: process.cwd(),
    dataDirectory,
    settingsFile: path.join(homedir(), '.config', 'plumbline', 'settings.env'),
  };
}

function run([program = '', ...words]: readonly string[]): void {
  const { status, error } = spawnSync(program, words, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (error === undefined && status === 0) return;
  throw new UserActionError({
    message: 'This computer did not take the service.',
    step: `Run it yourself and see what it says: ${[program, ...words].join(' ')}`,
  });
}
