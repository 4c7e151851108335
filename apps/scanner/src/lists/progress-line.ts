import type { JobStep } from '../queue/job-step.js';
import type { ListLine } from './list-line.js';

/** How far the reading for a list is, as a line of what is streamed. */
export function progressLine({ step, system, resource, read, waitingFor, waitingUntil }: JobStep): ListLine {
  return {
    kind: 'progress',
    step,
    system,
    resource,
    read,
    waiting_for: waitingFor,
    waiting_until: waitingUntil,
  };
}
