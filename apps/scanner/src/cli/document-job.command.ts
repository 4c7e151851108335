import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { Argument, Command } from 'commander';
import { DataSource } from 'typeorm';
import { Simulation } from '#connectors/kit/guard/simulation.js';
import {
  type DocumentFormat,
  documentFormats,
  type DocumentKind,
  documentKinds,
} from '../documents/written-document.js';
import { RecordsModule } from '../records.module.js';
import { reportFailure } from './failure.js';
import { dataDirectoryOption } from './options.js';
import { runDocumentJob } from './run-document-job.js';

/** What the service starts for each document; of no use to a person, who has `report`. */
export function documentJobCommand(): Command {
  return new Command('document-job')
    .description('write a document that the service asks for')
    .argument('<organization>', 'its id')
    .addArgument(new Argument('<kind>').choices(documentKinds))
    .addArgument(new Argument('<format>').choices(documentFormats))
    .addOption(dataDirectoryOption())
    .action(
      async (
        organization: string,
        kind: DocumentKind,
        format: DocumentFormat,
        { dataDir }: { readonly dataDir: string },
      ) => {
        // What an error of a library says may hold a customer's value, and all that is printed here is logged (law 1).
        process.on('uncaughtException', (error) => {
          reportFailure(error);
          process.exit();
        });
        process.once('disconnect', () => process.exit());
        const records = await NestFactory.createApplicationContext(RecordsModule.on(path.resolve(dataDir)), {
          logger: false,
          abortOnError: false,
        });
        try {
          const means = { dataSource: records.get(DataSource), at: Simulation.from(process.env).now() };
          await say(await runDocumentJob({ organization, kind, format }, means));
        } finally {
          await records.close();
          if (process.connected) process.disconnect();
        }
      },
    );
}

/** Resolves when the service has it. */
async function say(written: object): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  process.send?.(written, undefined, {}, () => resolve());
  await promise;
}
