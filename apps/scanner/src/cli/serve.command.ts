import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { Simulation } from '#connectors/kit/guard/simulation.js';
import { readSettings } from '../settings/read-settings.js';
import { serve } from '../service/serve.js';

interface ServeOptions {
  readonly dataDir?: string;
  readonly port?: string;
  readonly settings?: string;
}

export function serveCommand(): Command {
  return new Command('serve')
    .description('run the service: scans on a schedule, for all who may sign in')
    .option(
      '--data-dir <folder>',
      'where Plumbline keeps its findings and their history (PLUMBLINE_DATA_DIR)',
    )
    .option('--port <number>', 'the port to listen on (PLUMBLINE_PORT)')
    .option('--settings <file>', 'a file with settings, one NAME=value a line; what is set otherwise wins')
    .action(async ({ dataDir, port, settings: file }: ServeOptions) => {
      if (file !== undefined && existsSync(file)) process.loadEnvFile(file);
      const settings = readSettings(process.env, {
        ...(dataDir !== undefined && { PLUMBLINE_DATA_DIR: dataDir }),
        ...(port !== undefined && { PLUMBLINE_PORT: port }),
      });
      const simulation = Simulation.from(process.env);
      await serve(settings, { clock: () => simulation.now(), out: process.stdout });
    });
}
