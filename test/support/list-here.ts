import { PassThrough } from 'node:stream';
import { withPlumbline } from '#scanner/cli/open-plumbline.js';
import { runListJob } from '#scanner/cli/run-list-job.js';
import type { ListMessage } from '#scanner/lists/list-line.js';
import type { StartListProcess } from '#scanner/lists/list-process.js';
import { progressLine } from '#scanner/lists/progress-line.js';

/** Reads lists as a process of the service does, but in this one. */
export function listHere(dataDirectory: () => string): StartListProcess {
  return (wanted, uploads) => {
    const messages = new PassThrough({ objectMode: true });
    const stopping = new AbortController();
    const say = async (message: ListMessage) => void messages.write(message);
    withPlumbline(dataDirectory(), (plumbline) =>
      runListJob(plumbline, {
        wanted,
        dataDirectory: dataDirectory(),
        uploads,
        settings: { PLUMBLINE_EXPORTS_DIR: undefined },
        signal: stopping.signal,
        say,
        tell: (step) => messages.write(progressLine(step)),
      }),
    )
      .catch(() => undefined)
      .finally(() => messages.end());
    return { messages, stop: () => stopping.abort() };
  };
}
