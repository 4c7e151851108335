import { z } from 'zod';
import type { ScanStep } from '../scan/scan-step.js';

const words = z.string().max(300);

/** What a running scan is at, as its process tells it. Names of tools, resources and files, and counts (law 1). */
export const JobStep = z.object({
  step: z.enum(['reading', 'waiting', 'storing']),
  /** The policy's name for what is read; null: exports, or nothing is read just now. */
  system: words.nullable(),
  /** What of it: a kind of record, or the path of an export. */
  resource: words.nullable(),
  /** How many records of it so far. */
  read: z.int().nonnegative().nullable(),
  waitingFor: words.nullable(),
  /** When it goes on at the latest; null: nobody knows, or it does not wait. */
  waitingUntil: z.iso.datetime().nullable(),
});
export type JobStep = z.infer<typeof JobStep>;

const NOTHING = { system: null, resource: null, read: null, waitingFor: null, waitingUntil: null } as const;

export function jobStepOf(step: ScanStep): JobStep {
  switch (step.step) {
    case 'storing':
      return { ...NOTHING, step: 'storing' };
    case 'waiting': {
      const { system = null, waitingFor, until } = step;
      return { ...NOTHING, step: 'waiting', system, waitingFor, waitingUntil: until };
    }
    default: {
      const { system = null, what, records } = step;
      return { ...NOTHING, step: 'reading', system, resource: shown(what), read: records };
    }
  }
}

/** The name of a file is somebody's text: short, and nothing that steers a screen. */
function shown(what: string): string {
  return what.replaceAll(/\p{Cc}|\p{Cf}/gu, '?').slice(0, 300);
}
