import { withPlumbline } from '#scanner/cli/open-plumbline.js';
import { runScanJob } from '#scanner/cli/run-scan-job.js';
import { StoppedError } from '#scanner/cli/scan-orders.js';
import type { StartScanProcess } from '#scanner/queue/scan-process.js';

/** Scans as a process of the service does, but in this one; `environment` points at simulated vendors. */
export function scanHere(
  dataDirectory: () => string,
  environment: () => Readonly<Record<string, string>>,
): StartScanProcess {
  return (job, listener, uploads) => {
    const stopping = new AbortController();
    const service = {
      signal: stopping.signal,
      stop: (reason: StoppedError['reason']) => stopping.abort(new StoppedError(reason)),
      tell: (step: Parameters<typeof listener.step>[0]) => listener.step(step),
      leave: () => undefined,
    };
    // What a process is started with is read off it while it opens.
    Object.assign(process.env, environment());
    const folder = dataDirectory();
    const ended = withPlumbline(folder, (plumbline) =>
      runScanJob(plumbline, {
        job,
        service,
        dataDirectory: folder,
        uploads,
        settings: { PLUMBLINE_EXPORTS_DIR: undefined },
      }),
    ).then(
      () => 'code 0',
      () => 'code 2',
    );
    return {
      ended: ended.finally(() => {
        for (const name of Object.keys(environment())) Reflect.deleteProperty(process.env, name);
      }),
      say: (word) => service.stop(word === 'cancel' ? 'cancelled' : 'service stops'),
      kill: () => undefined,
    };
  };
}
