import { z } from 'zod';
import { resourceInWords } from '#reports/model/tool-words.js';
import { capitalised } from '#reports/model/words.js';
import type { InventoryReceipt } from '#rules/engine/inventory.js';
import type { SystemReceipts } from '../findings/scan-receipts.js';
import type { JobProgress } from '../queue/live-progress.js';
import { jobCauses, jobStates } from '../queue/scan-job.js';
import type { ScanJob } from '../queue/shown-job.js';

const instant = z.string().meta({ description: 'UTC, ISO 8601' });

export const JobId = z.uuid();

const ProblemShown = z.object({
  message: z.string(),
  step: z.string(),
  actor: z.enum(['user', 'vendor', 'us']).meta({ description: 'Who must act' }),
});

/** A scan that was asked for. */
export const JobShown = z
  .object({
    id: JobId,
    cause: z.enum(jobCauses),
    asked_by: z.string().nullable().meta({ description: 'Null: a schedule, or the command line' }),
    state: z.enum(jobStates),
    asked_at: instant,
    not_before: instant.meta({ description: 'It does not begin before this' }),
    started_at: instant.nullable(),
    finished_at: instant.nullable(),
    cancel_asked_at: instant.nullable(),
    attempt: z.int(),
    scan: z.string().nullable().meta({ description: 'The id of the scan that it became' }),
    problem: ProblemShown.nullable().meta({ description: 'Why it failed' }),
  })
  .meta({ id: 'ScanJob' });

const ReceiptShown = z.object({
  resource: z.string(),
  title: z.string().meta({ description: 'The same, as the owner would call it' }),
  status: z.string(),
  read: z.int(),
  reason: z.string().nullable(),
  actor: z.enum(['user', 'vendor', 'us']).nullable(),
  step: z.string().nullable(),
  scope: z.string().nullable(),
  window: z.object({ from: z.string().nullable(), to: z.string() }).nullable(),
});

export const JobWithReceipts = JobShown.extend({
  systems: z
    .array(
      z.object({
        system: z.string(),
        connector: z.string(),
        simulated: z.boolean(),
        receipts: z.array(ReceiptShown),
      }),
    )
    .nullable()
    .meta({ description: 'What could be read, and what not; null until it is done' }),
}).meta({ id: 'ScanJobWithReceipts' });

export function jobShown(job: ScanJob): z.input<typeof JobShown> {
  return {
    id: job.id,
    cause: job.cause,
    asked_by: job.askedBy,
    state: job.state,
    asked_at: job.askedAt,
    not_before: job.notBefore,
    started_at: job.startedAt,
    finished_at: job.finishedAt,
    cancel_asked_at: job.cancelAskedAt,
    attempt: job.attempt,
    scan: job.scan,
    problem: job.problem,
  };
}

export function receiptsShown(
  systems: readonly SystemReceipts[],
): z.input<typeof JobWithReceipts>['systems'] {
  return systems.map(({ system, connector, isSimulated, receipts }) => ({
    system,
    connector,
    simulated: isSimulated,
    receipts: receipts.map((receipt) => {
      const { resource, status, read, reason, actor, step, scope, window } = receipt;
      return {
        resource,
        title: titleOf(receipt),
        status,
        read,
        reason,
        actor: actor ?? null,
        step: step ?? null,
        scope: scope ?? null,
        window,
      };
    }),
  }));
}

/** "Who has access", "The records of contact in “Newsletter”". */
function titleOf({ capability, object, list }: InventoryReceipt): string {
  const words = capitalised(resourceInWords(capability, object));
  return list === null ? words : `${words} in “${list}”`;
}

/** An event of the stream that tells how a job goes on. */
export function progressShown({
  job,
  state,
  step,
  system,
  resource,
  read,
  waitingFor,
  waitingUntil,
}: JobProgress) {
  return { job, state, step, system, resource, read, waiting_for: waitingFor, waiting_until: waitingUntil };
}
