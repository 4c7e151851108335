import { withPlumbline } from '#scanner/cli/open-plumbline.js';
import { runScanJob } from '#scanner/cli/run-scan-job.js';
import type { StartScanProcess } from '#scanner/queue/scan-process.js';

/** Scans as a process of the service does, but in this one. */
export function scanHere(dataDirectory: () => string): StartScanProcess {
  return (job, listener, uploads) => {
    const service = {
      signal: new AbortController().signal,
      stop: () => undefined,
      tell: (step: Parameters<typeof listener.step>[0]) => listener.step(step),
      leave: () => undefined,
    };
    const settings = { PLUMBLINE_EXPORTS_DIR: undefined };
    const ended = withPlumbline(dataDirectory(), (plumbline) =>
      runScanJob(plumbline, { job, service, dataDirectory: dataDirectory(), uploads, settings }),
    ).then(
      () => 'code 0',
      () => 'code 2',
    );
    return { ended, say: () => undefined, kill: () => undefined };
  };
}
