import path from 'node:path';
import { Command, Option } from 'commander';
import { UserActionError } from '#connectors/contract/error.js';
import { reportAsCsv } from '#reports/exports/csv.js';
import { reportAsJson } from '#reports/exports/json.js';
import { reportAsSarif } from '#reports/exports/sarif.js';
import { exitCodeOf } from '#reports/model/exit-code.js';
import { gapsOf } from '#reports/model/gaps.js';
import type { ScanOutcome } from '#reports/model/scan-outcome.js';
import { reportAsText } from '#reports/terminal/text.js';
import type { Severity } from '#rules/engine/rule.js';
import type { Policy } from '#rules/policy/policy.js';
import { CLOCK, type Clock } from '../clock.js';
import { Connections } from '../connections/connections.js';
import { Ledger } from '../findings/ledger.js';
import { listCommandLineScan } from '../queue/command-line-scan.js';
import { ScanService } from '../scan/scan.service.js';
import { dataDirectoryOption, dataDirectoryWords, dayOption } from './options.js';
import { withPlumbline } from './open-plumbline.js';
import { progressLine } from './progress-line.js';
import { readPolicyFile } from './read-policy-file.js';
import { saySimulated } from './say-simulated.js';
import { textStyle } from './text-style.js';
import { writeOutput } from './write-output.js';

/** Reports printed by this command are one channel: their news is against the last one printed. */
const CHANNEL = 'command line';

const FORMATS = ['text', 'json', 'csv', 'sarif'] as const;
type Format = (typeof FORMATS)[number];

export interface ScanOptions {
  readonly policy: string;
  readonly exports?: string;
  readonly asOf?: string;
  readonly failOn: Exclude<Severity, 'info'>;
  readonly format: Format;
  readonly output?: string;
  readonly dataDir: string;
}

export function scanCommand(): Command {
  return new Command('scan')
    .description('compare the exports of your tools with your policy, and report where they differ')
    .option('--policy <file>', 'your policy, for example policy.yaml')
    .option('--exports <folder>', 'the folder with the files you downloaded from your tools')
    .addOption(dayOption('--as-of <date>', 'judge as of this day instead of today'))
    .addOption(
      new Option('--fail-on <severity>', 'end with code 1 if there is drift of this severity or a higher one')
        .choices(['low', 'medium', 'high'])
        .default('low'),
    )
    .addOption(
      new Option(
        '--format <format>',
        'how to write the report: for people, for programs, for a spreadsheet, for code scanning',
      )
        .choices(FORMATS)
        .default('text'),
    )
    .option('--output <file>', 'write the report to a file instead of the screen')
    .addOption(dataDirectoryOption())
    .action(async ({ policy, ...options }: Omit<ScanOptions, 'policy'> & { readonly policy?: string }) => {
      if (policy === undefined) throw noPolicy(options.exports);
      const outcome = await scanAndReport({ ...options, policy });
      process.exitCode = exitCodeOf(outcome, options.failOn);
    });
}

/** Scans and writes the report; the caller decides what the exit code is. */
export async function scanAndReport(options: ScanOptions): Promise<ScanOutcome> {
  const { policy, text } = await readPolicyFile(options.policy);
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  process.once('SIGINT', interrupt);
  const line = progressLine(process.stderr, () => performance.now());
  try {
    return await withPlumbline(options.dataDir, async (plumbline) => {
      if (options.exports === undefined) await requireConnection(plumbline.get(Connections), policy);
      const outcome = await plumbline.get(ScanService).run({
        policy,
        policyText: text,
        policyFolder: path.dirname(path.resolve(options.policy)),
        exportsFolder: options.exports === undefined ? null : path.resolve(options.exports),
        ownPaths: [
          options.policy,
          options.dataDir,
          ...(options.output === undefined ? [] : [options.output]),
        ].map((own) => path.resolve(own)),
        asOf: options.asOf ?? null,
        clock: plumbline.get<Clock>(CLOCK),
        signal: interrupted.signal,
        progress: (step) => line.show(step),
        channel: CHANNEL,
        beside: (manager, stored) => listCommandLineScan(manager, policy.organization, stored),
      });
      line.clear();
      const report = reportAs(options, outcome);
      await writeOutput(report, options.output);
      if (options.format === 'csv') {
        saySimulated(outcome.inventory);
        sayWhatIsNotInTheTable(outcome);
      }
      // Only what a person was given to read moves the mark from which news is counted.
      if (options.format === 'text')
        await plumbline
          .get(Ledger)
          .recordReport(
            policy.organization,
            outcome.scan.id,
            CHANNEL,
            plumbline.get<Clock>(CLOCK)().toISOString(),
          );
      return outcome;
    });
  } finally {
    line.clear();
    process.off('SIGINT', interrupt);
  }
}

function reportAs({ format, output, dataDir }: ScanOptions, outcome: ScanOutcome): string {
  if (format === 'csv') return reportAsCsv(outcome);
  if (format === 'text')
    return reportAsText(outcome, { ...textStyle(output), commandOptions: dataDirectoryWords(dataDir) });
  return JSON.stringify(format === 'json' ? reportAsJson(outcome) : reportAsSarif(outcome), null, 2);
}

/** A table of findings has no place for what could not be read; it is said beside it (law 2). */
function sayWhatIsNotInTheTable({ inventory }: ScanOutcome): void {
  const gaps = gapsOf(inventory).map(({ what, steps }) => `\n  ${[what, ...steps].join('\n    ')}`);
  if (gaps.length === 0) return;
  // Names of files are somebody's text: they must not steer the terminal.
  const text = gaps.join('').replaceAll(/(?!\n)\p{Cc}|\p{Cf}/gu, '?');
  process.stderr.write(`Not in the table, because it was not there or could not be read:${text}\n`);
}

/** Without exports there must be something else to read. */
async function requireConnection(connections: Connections, { organization }: Policy): Promise<void> {
  const connected = await connections.list(organization);
  if (connected.length > 0) return;
  throw new UserActionError({
    message: 'There is nothing to read yet: no exports were given, and no tool is connected.',
    step: 'Give the folder with your exports with --exports FOLDER, or connect a tool first: npx --no-install plumbline connect hubspot',
  });
}

/** A scan needs something to compare with; a first page is made from the same exports. */
function noPolicy(exportsFolder = 'FOLDER'): UserActionError {
  return new UserActionError({
    message: 'There is no policy to compare your exports with.',
    step: [
      'Give yours with --policy FILE. If you have none yet, let Plumbline draft one from what is in your exports:',
      '',
      `  npx --no-install plumbline policy draft --exports "${exportsFolder}" --output policy.yaml`,
      '',
      'Then strike out what you do not want to keep, and scan again with --policy policy.yaml.',
    ].join('\n'),
  });
}
