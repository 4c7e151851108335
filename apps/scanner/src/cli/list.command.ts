import path from 'node:path';
import { Command } from 'commander';
import { UserActionError } from '#connectors/contract/error.js';
import { gapsOf } from '#reports/model/gaps.js';
import { counted } from '#reports/model/words.js';
import type { RecordList } from '#rules/catalog/listed-records.js';
import type { Inventory } from '#rules/engine/inventory.js';
import { isListable, listableRules } from '#rules/engine/listable-rule.js';
import { ruleIds } from '#rules/engine/rule-id.js';
import { todayIn } from '#rules/policy/term.js';
import { type Listed, listRecords, type ListRequest } from '../scan/list-records.js';
import { ScanService } from '../scan/scan.service.js';
import { isDataDirectory } from '../storage/data-directory.js';
import { FAILED } from './failure.js';
import { withPlumbline } from './open-plumbline.js';
import { dataDirectoryOption, dayOption } from './options.js';
import { progressLine } from './progress-line.js';
import { readPolicyFile } from './read-policy-file.js';
import { saySimulated } from './say-simulated.js';
import { writeOutput } from './write-output.js';

interface ListOptions {
  readonly system: string;
  readonly policy: string;
  readonly exports?: string;
  readonly dataDir: string;
  readonly subject?: string;
  readonly asOf?: string;
}

export function listCommand(): Command {
  return new Command('list')
    .description('list every record that a finding is about, once, to you; it is stored nowhere')
    .argument('<rule>', `what was found: ${listableRules.join(', ')}`)
    .requiredOption('--system <name>', 'the system it was found in, as the policy calls it')
    .requiredOption('--policy <file>', 'your policy, for example policy.yaml')
    .option('--exports <folder>', 'the folder with the files you downloaded from your tools')
    .option(
      '--subject <name>',
      'only this one, where there are several: customers, leads, a mailing list or a field',
    )
    .addOption(dayOption('--as-of <date>', 'judge as of this day instead of today'))
    .addOption(dataDirectoryOption())
    .action(showList);
}

async function showList(rule: string, options: ListOptions): Promise<void> {
  if (!isListable(rule)) throw noList(rule);
  const { policy } = await readPolicyFile(options.policy);
  if (!policy.systems.has(options.system)) throw noSystem(options.system, [...policy.systems.keys()]);
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  process.once('SIGINT', interrupt);
  const line = progressLine(process.stderr, () => performance.now());
  let listed: Listed;
  try {
    listed = await readAgain(options.dataDir, {
      rule,
      system: options.system,
      policy,
      policyFolder: path.dirname(path.resolve(options.policy)),
      exportsFolder: options.exports === undefined ? null : path.resolve(options.exports),
      ownPaths: [options.policy, options.dataDir].map((own) => path.resolve(own)),
      asOf: options.asOf ?? todayIn(policy.timeZone, new Date()),
      signal: interrupted.signal,
      progress: (step) => line.show(step),
    });
  } finally {
    line.clear();
    process.off('SIGINT', interrupt);
  }
  saySimulated(listed.inventory);
  sayWhatIsMissing(listed.inventory);
  const chosen = chosenOf(listed.lists, options.subject);
  if (chosen.length === 0) say(`Nothing to list: ${rule} finds nothing in ${options.system}.`);
  for (const { subject, count, records } of chosen) {
    const found = rule === 'field.free-text' ? counted(count, 'note') : counted(count, 'person', 'people');
    const howMany = `${found}, ${counted(records.length, 'record')}`;
    say(`${rule} in ${options.system}, ${subject}: ${howMany}`);
    await writeOutput(records.map(printable).join('\n'), undefined);
  }
}

/** Over the connections too, where there are any; a list makes no data directory. */
async function readAgain(dataDirectory: string, request: Omit<ListRequest, 'live'>): Promise<Listed> {
  if (!isDataDirectory(dataDirectory)) return listRecords({ ...request, live: [] });
  return withPlumbline(dataDirectory, async (plumbline) => plumbline.get(ScanService).list(request));
}

function chosenOf(lists: readonly RecordList[], subject: string | undefined): readonly RecordList[] {
  if (subject === undefined) return lists;
  const chosen = lists.filter((list) => list.subject === subject);
  if (chosen.length > 0 || lists.length === 0) return chosen;
  throw new UserActionError({
    message: `There is no such list: ${printable(subject)}.`,
    step: `Give one of these with --subject: ${lists.map((list) => printable(list.subject)).join(', ')}.`,
  });
}

/** A list from half of the files is half a list, and nobody may be judged by feeds that end too early (law 2). */
function sayWhatIsMissing(inventory: Inventory): void {
  const unread = gapsOf(inventory).filter(({ kind }) => kind === 'failed' || kind === 'denied');
  const triggers = Object.values(inventory.measures?.triggers ?? {});
  const reasons = new Set(triggers.flatMap((trigger) => trigger.reasons));
  const lines = [...unread.map(({ what }) => what), ...[...reasons].map((reason) => `Not judged: ${reason}`)];
  for (const line of lines) say(line);
  if (unread.length > 0) process.exitCode = FAILED;
}

function say(text: string): void {
  process.stderr.write(`${printable(text)}\n`);
}

/** Names of files and lists are somebody's text: they must not steer the terminal, nor make two lines of one. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}|\p{Cf}/gu, '?');
}

function noList(rule: string): UserActionError {
  return new UserActionError({
    message: ruleIds.some((id) => id === rule)
      ? `${rule} is not about single records, so there are no records to list.`
      : `There is no rule ${printable(rule)}.`,
    step: `These have a list: ${listableRules.join(', ')}. What all the others found is shown by "npx --no-install plumbline findings".`,
  });
}

function noSystem(system: string, known: readonly string[]): UserActionError {
  return new UserActionError({
    message: `The policy has no system ${printable(system)}.`,
    step: `Give one of these with --system: ${known.join(', ')}.`,
  });
}
