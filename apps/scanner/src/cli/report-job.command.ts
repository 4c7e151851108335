import { Command } from 'commander';
import { NestFactory } from '@nestjs/core';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { Simulation } from '#connectors/kit/guard/simulation.js';
import { RecordsModule } from '../records.module.js';
import { readSettings } from '../settings/read-settings.js';
import { reportFailure } from './failure.js';
import { dataDirectoryOption } from './options.js';
import { runReportJob } from './run-report-job.js';

/** What the service starts for each report; of no use to a person. */
export function reportJobCommand(): Command {
  return new Command('report-job')
    .description('write a report that the service asks for')
    .argument('<id>', 'the job')
    .addOption(dataDirectoryOption())
    .action(async (id: string, { dataDir }: { readonly dataDir: string }) => {
      // What an error of a library says may hold a customer's value, and all that is printed here is logged (law 1).
      process.on('uncaughtException', (error) => {
        reportFailure(error);
        process.exit();
      });
      // All is stored at once at the end, so that a service that is gone takes this with it at any moment.
      process.once('disconnect', () => process.exit());
      const records = await NestFactory.createApplicationContext(RecordsModule.on(path.resolve(dataDir)), {
        logger: false,
        abortOnError: false,
      });
      try {
        const simulation = Simulation.from(process.env);
        await runReportJob(id, {
          dataSource: records.get(DataSource),
          clock: () => simulation.now(),
          settings: readSettings(process.env, { PLUMBLINE_DATA_DIR: dataDir }),
        });
      } finally {
        await records.close();
        if (process.connected) process.disconnect();
      }
    });
}
