import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { UserActionError } from '#connectors/contract/error.js';
import { notJudgedBy } from '#reports/model/not-judged.js';
import { counted } from '#reports/model/words.js';
import { printable } from '#reports/terminal/printable.js';
import { documentAsHtml } from '#reports/documents/document-as-html.js';
import { documentAsMarkdown } from '#reports/documents/document-as-markdown.js';
import { policyDocument } from '#reports/documents/policy-document.js';
import { country } from '#rules/policy/parse/policy-values.js';
import { starterPolicy } from '#rules/policy/starter.js';
import { todayIn } from '#rules/policy/term.js';
import { draftFromExports } from '../scan/draft-policy.js';
import { FAILED } from './failure.js';
import { dayOption, organizationOption } from './options.js';
import { progressLine } from './progress-line.js';
import { readPolicyFile } from './read-policy-file.js';
import { writeOutput } from './write-output.js';

export function policyCommand(): Command {
  return new Command('policy')
    .description('your data policy: start one, draft one from your exports, check it, print it for signature')
    .addCommand(checkCommand())
    .addCommand(initCommand())
    .addCommand(draftCommand())
    .addCommand(printCommand());
}

function checkCommand(): Command {
  return new Command('check')
    .description('say whether a policy can be used, and if not, where and why')
    .argument('<file>', 'the policy')
    .action(async (file: string) => {
      const { policy } = await readPolicyFile(file);
      const { data, people, systems, missingSections } = policy;
      await writeOutput(
        [
          `${file} is a valid policy of ${printable(policy.organization)}: ${counted(systems.size, 'system')}, ${counted(data.length, 'kind of data', 'kinds of data')}, ${counted(people.length, 'person', 'people')}.`,
          ...notJudgedInWords(missingSections),
        ].join('\n'),
        undefined,
      );
    });
}

/** What a scan will not judge, so that a valid policy is not taken for a complete one. */
function notJudgedInWords(missingSections: readonly string[]): readonly string[] {
  const { notInPolicy, notYetBuilt } = notJudgedBy(missingSections);
  const groups = [
    { heading: 'Not in it, so a scan does not judge:', parts: notInPolicy },
    { heading: 'In it, but this version of Plumbline can not check it yet:', parts: notYetBuilt },
  ];
  return groups
    .filter(({ parts }) => parts.length > 0)
    .flatMap(({ heading, parts }) => [
      '',
      heading,
      ...parts.map(({ section, decides }) => `  ${`${section}:`.padEnd(14)}${decides}`),
    ]);
}

function initCommand(): Command {
  return new Command('init')
    .description('write a commented policy to start from')
    .argument('[file]', 'where to write it', 'policy.yaml')
    .action(async (file: string) => {
      // `wx`: a policy somebody wrote is never overwritten.
      await writeFile(file, starterPolicy(), { flag: 'wx' }).catch((cause: NodeJS.ErrnoException) => {
        throw new UserActionError(
          cause.code === 'EEXIST'
            ? {
                message: `${file} is there already.`,
                step: 'Give another name: npx --no-install plumbline policy init other.yaml',
              }
            : {
                message: `${file} can not be written.`,
                step: 'Check the folder, and that you may write there.',
                cause,
              },
        );
      });
      await writeOutput(
        [
          `Wrote ${file}. Open it in any editor: it says line by line what to fill in.`,
          `Then check it:  npx --no-install plumbline policy check ${file}`,
          `And scan:       npx --no-install plumbline scan --policy ${file} --exports FOLDER`,
        ].join('\n'),
        undefined,
      );
    });
}

interface DraftCommandOptions {
  readonly exports: string;
  readonly country?: string;
  readonly organization?: string;
  readonly asOf?: string;
  readonly output?: string;
}

function draftCommand(): Command {
  return new Command('draft')
    .description(
      'write a policy of what is there, from your exports, for you to strike out instead of writing',
    )
    .requiredOption('--exports <folder>', 'the folder with the files you downloaded from your tools')
    .addOption(
      new Option('--country <code>', 'your country in two letters, such as US').argParser((code: string) => {
        const read = country().safeParse(code);
        if (!read.success) throw new InvalidArgumentError('Write a country as two letters, for example US.');
        return read.data;
      }),
    )
    .addOption(organizationOption('the name of your business'))
    .addOption(dayOption('--as-of <date>', 'the day of the draft instead of today'))
    .option('--output <file>', 'write it to a file instead of the screen')
    .action(writeDraft);
}

async function writeDraft(options: DraftCommandOptions): Promise<void> {
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  process.once('SIGINT', interrupt);
  const line = progressLine(process.stderr, () => performance.now());
  try {
    const { text, unread } = await draftFromExports({
      exportsFolder: path.resolve(options.exports),
      organization: options.organization ?? null,
      country: options.country ?? null,
      asOf: options.asOf ?? todayIn('UTC', new Date()),
      signal: interrupted.signal,
      progress: (step) => line.show(step),
    });
    line.clear();
    await writeOutput(text, options.output);
    // Like a scan: what could not be read is bad input, and the draft says so at its top (law 2, E23).
    if (unread.length > 0) process.exitCode = FAILED;
  } finally {
    line.clear();
    process.off('SIGINT', interrupt);
  }
}

function printCommand(): Command {
  return new Command('print')
    .description('the one page that the business signs')
    .argument('<file>', 'the policy')
    .addOption(new Option('--format <format>', 'how to write it').choices(['md', 'html']).default('md'))
    .option('--output <file>', 'write it to a file instead of the screen')
    .action(async (file: string, { format, output }: { format: 'md' | 'html'; output?: string }) => {
      const { policy } = await readPolicyFile(file);
      const page = policyDocument(policy);
      await writeOutput(format === 'html' ? documentAsHtml(page) : documentAsMarkdown(page), output);
    });
}
