import type { JobStep } from '../queue/job-step.js';
import type { WordToScan } from '../queue/scan-process.js';

/** Why a scan is stopped: somebody cancelled it; the service stops, or is gone; the job is somebody else's now. */
export type StopReason = 'cancelled' | 'service stops' | 'job lost';

/** The service, as a process that scans for it sees it. */
export interface Service {
  /** Aborted with a StopReason when the scan is to stop. */
  readonly signal: AbortSignal;
  stop(reason: StopReason): void;
  tell(step: JobStep): void;
  /** Nothing is heard of it any more, so that the process can end. */
  leave(): void;
}

const REASONS: Readonly<Record<WordToScan, StopReason>> = { cancel: 'cancelled', stop: 'service stops' };

/** Steps of one kind are told at most so often; the first of a kind at once. */
const TELL_EVERY_MS = 250;

/** Listens to the process that started this one. */
export function theService(own: NodeJS.Process): Service {
  const stopping = new AbortController();
  const stop = (reason: StopReason) => stopping.abort(new StoppedError(reason));
  const hear = (word: unknown) => {
    if (word === 'cancel' || word === 'stop') stop(REASONS[word]);
  };
  const gone = () => stop('service stops');
  own.on('message', hear);
  own.once('disconnect', gone);
  // A stop of the service reaches this process too, from the terminal or from what started the service.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) own.on(signal, gone);
  let toldAt = -Infinity;
  let toldStep = '';
  return {
    signal: stopping.signal,
    stop,
    tell(step) {
      const now = performance.now();
      if (step.step === toldStep && now - toldAt < TELL_EVERY_MS) return;
      toldAt = now;
      toldStep = step.step;
      if (own.connected) own.send?.(step, undefined, undefined, () => undefined);
    },
    leave() {
      own.off('message', hear);
      own.off('disconnect', gone);
      if (own.connected) own.disconnect();
    },
  };
}

/** A scan that was stopped from outside; nothing of it was kept. */
export class StoppedError extends Error {
  constructor(readonly reason: StopReason) {
    super('The scan was stopped');
    this.name = 'AbortError';
  }
}
