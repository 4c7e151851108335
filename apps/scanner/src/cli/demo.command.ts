import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { installationRoot } from '../installation-root.js';
import { dataDirectoryOption, dataDirectoryWords } from './options.js';
import { writeOutput } from './write-output.js';

/** The example never turns with the calendar. */
const AS_OF = '2026-11-23';
const A_WEEK_LATER = '2026-11-30';

export function demoCommand(): Command {
  return (
    new Command('demo')
      .description('scan the example bakery: invented exports of four tools, with drift planted in them')
      // Nothing keeps running yet; the service and the dashboard will, and --once will end after the report.
      .option('--once', 'end after the report')
      .addOption(dataDirectoryOption())
      .action(showDemo)
  );
}

async function showDemo({ dataDir }: { readonly dataDir: string }): Promise<void> {
  const { writeExampleBakery } = await import('../example/bakery.js');
  const { scanAndReport } = await import('./scan.command.js');
  const folder = path.join(dataDir, 'demo');
  const policy = path.relative(process.cwd(), path.join(installationRoot(), 'config', 'policy.example.yaml'));
  // Every demo starts like the first one; only what an earlier demo wrote is removed.
  for (const part of [
    'plumbline.sqlite',
    'plumbline.sqlite-wal',
    'plumbline.sqlite-shm',
    'exports',
    'exports-a-week-later',
  ]) {
    await rm(path.join(folder, part), { recursive: true, force: true });
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeExampleBakery(path.join(folder, 'exports'), { asOf: AS_OF });
  await writeExampleBakery(path.join(folder, 'exports-a-week-later'), {
    asOf: A_WEEK_LATER,
    state: 'a-week-later',
  });
  await scanAndReport({
    policy,
    exports: path.join(folder, 'exports'),
    asOf: AS_OF,
    failOn: 'low',
    format: 'text',
    dataDir: folder,
  });
  await writeOutput(nextSteps(folder, policy), undefined);
}

function nextSteps(folder: string, policy: string): string {
  const command = 'npx --no-install plumbline';
  const options = dataDirectoryWords(folder);
  return `
WHAT TO TRY NEXT

  Sweet Crumb Bakery is invented. Its policy is ${policy}, its exports are in ${path.join(folder, 'exports')}.

  Accept a finding for a while (CODE stands at its right):
    ${command} accept CODE --reason "moving it in January" ${options}
  Scan again, a week later:
    ${command} scan --policy ${policy} --exports ${path.join(folder, 'exports-a-week-later')} --as-of ${A_WEEK_LATER} ${options}
  Your own business:
    ${command} policy init
    ${command} scan --policy policy.yaml --exports FOLDER
`;
}
