import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { UserActionError } from '#connectors/contract/error.js';
import { policyAsHtml, policyAsMarkdown, policyDocument } from '#reports/documents/policy-document.js';
import { starterPolicy } from '#rules/policy/starter.js';
import { readPolicyFile } from './read-policy-file.js';
import { writeOutput } from './write-output.js';

export function policyCommand(): Command {
  return new Command('policy')
    .description('your data policy: start one, check it, print it for signature')
    .addCommand(checkCommand())
    .addCommand(initCommand())
    .addCommand(printCommand());
}

function checkCommand(): Command {
  return new Command('check')
    .description('say whether a policy can be used, and if not, where and why')
    .argument('<file>', 'the policy')
    .action(async (file: string) => {
      const { policy } = await readPolicyFile(file);
      const { data, people, systems, missingSections } = policy;
      const absent =
        missingSections.length > 0
          ? `\nNot in it, so nothing is judged by them: ${missingSections.join(', ')}.`
          : '';
      await writeOutput(
        `${file} is a valid policy of ${policy.organization}: ${systems.size} systems, ${data.length} kinds of data, ${people.length} people.${absent}`,
        undefined,
      );
    });
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
          `Wrote ${file}. Open it in any editor: every line says what it is for.`,
          `Then check it:  npx --no-install plumbline policy check ${file}`,
          `And scan:       npx --no-install plumbline scan --policy ${file} --exports FOLDER`,
        ].join('\n'),
        undefined,
      );
    });
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
      await writeOutput(format === 'html' ? policyAsHtml(page) : policyAsMarkdown(page), output);
    });
}
