import { Command } from 'commander';
import { SCAN_QUEUE, type ScanQueue } from '../queue/scan-queue.js';
import { readUploads } from '../queue/upload-stream.js';
import { readSettings } from '../settings/read-settings.js';
import { reportFailure } from './failure.js';
import { dataDirectoryOption } from './options.js';
import { withPlumbline } from './open-plumbline.js';
import { runScanJob } from './run-scan-job.js';
import { theService } from './scan-orders.js';

interface ScanJobOptions {
  readonly claim: string;
  readonly dataDir: string;
  readonly uploads?: true;
}

/** What the service starts for each scan; of no use to a person. */
export function scanJobCommand(): Command {
  return new Command('scan-job')
    .description('make a scan that the service asks for')
    .argument('<id>', 'the job')
    .requiredOption('--claim <text>', 'what proves that it may be made')
    .option('--uploads', 'files come by the standard input')
    .addOption(dataDirectoryOption())
    .action(async (id: string, { claim, dataDir, uploads: areThere }: ScanJobOptions) => {
      // What an error of a library says may hold a customer's value, and all that is printed here is logged (law 1).
      process.on('uncaughtException', (error) => {
        reportFailure(error);
        process.exit();
      });
      const service = theService(process);
      try {
        const uploads = areThere === true ? await readUploads(process.stdin) : [];
        await withPlumbline(dataDir, async (plumbline) => {
          const job = await plumbline.get<ScanQueue>(SCAN_QUEUE).claimed(id, claim);
          // Taken back while this process started: somebody else makes it.
          if (job !== null)
            await runScanJob(plumbline, {
              job,
              service,
              dataDirectory: dataDir,
              uploads,
              settings: readSettings(process.env),
            });
        });
      } finally {
        service.leave();
      }
    });
}
