import { Argument, Command } from 'commander';
import { type ListableRule, listableRules } from '#rules/engine/listable-rule.js';
import type { ListMessage } from '../lists/list-line.js';
import { readUploads } from '../queue/upload-stream.js';
import { readSettings } from '../settings/read-settings.js';
import { reportFailure } from './failure.js';
import { withPlumbline } from './open-plumbline.js';
import { dataDirectoryOption } from './options.js';
import { runListJob } from './run-list-job.js';
import { theService } from './scan-orders.js';

interface ListJobOptions {
  readonly system: string;
  readonly subject?: string;
  readonly dataDir: string;
  readonly uploads?: true;
}

/** What the service starts for each list of records; of no use to a person, who has `list`. */
export function listJobCommand(): Command {
  return new Command('list-job')
    .description('list records for somebody who looks on in the dashboard')
    .argument('<organization>', 'its id')
    .addArgument(new Argument('<rule>').choices(listableRules))
    .requiredOption('--system <name>', 'the system, as the policy calls it')
    .option('--subject <name>', 'only this one')
    .option('--uploads', 'files come by the standard input')
    .addOption(dataDirectoryOption())
    .action(
      async (
        organization: string,
        rule: ListableRule,
        { system, subject, dataDir, uploads: areThere }: ListJobOptions,
      ) => {
        // What an error of a library says may hold a customer's value, and all that is printed here is logged (law 1).
        process.on('uncaughtException', (error) => {
          reportFailure(error);
          process.exit();
        });
        const service = theService(process);
        try {
          const uploads = areThere === true ? await readUploads(process.stdin) : [];
          await withPlumbline(dataDir, async (plumbline) =>
            runListJob(plumbline, {
              wanted: { organization, rule, system, subject: subject ?? null },
              dataDirectory: dataDir,
              uploads,
              settings: readSettings(process.env),
              signal: service.signal,
              say,
              tell: (step) => service.tell(step),
            }),
          );
        } finally {
          service.leave();
        }
      },
    );
}

/** Resolves when the service has it, so that no more waits in memory than it takes. */
async function say(message: ListMessage): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (process.connected) process.send?.(message, undefined, {}, () => resolve());
  else resolve();
  await promise;
}
