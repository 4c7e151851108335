import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UserActionError, VendorFailedError } from '#connectors/contract/error.js';
import type { UploadedFile } from '#connectors/exports/exports.connector.js';
import type { Inventory } from '#rules/engine/inventory.js';
import type { Policy } from '#rules/policy/policy.js';
import { todayIn } from '#rules/policy/term.js';
import { connectedSystems } from '../connections/connected-systems.js';
import { Connections } from '../connections/connections.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import type { ListMessage } from '../lists/list-line.js';
import type { WantedList } from '../lists/list-process.js';
import { type JobStep, jobStepOf } from '../queue/job-step.js';
import type { ListRequest } from '../scan/list-records.js';
import { ScanService } from '../scan/scan.service.js';
import type { Settings } from '../settings/settings.js';
import { OrganizationEntity } from '../storage/entities/organization.entity.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';
import { systemsWithoutFiles } from './gone-files.js';
import { linesOf } from './list-lines.js';
import { requireSource, whatIsThere } from './what-to-scan.js';
import { filesGone, type Missing, whyNotAll } from './why-not-all.js';

export interface ListToRead {
  readonly wanted: WantedList;
  readonly dataDirectory: string;
  /** Exports that wait in the service. */
  readonly uploads: readonly UploadedFile[];
  readonly settings: Pick<Settings, 'PLUMBLINE_EXPORTS_DIR'>;
  readonly signal: AbortSignal;
  /** Resolves when it is taken. */
  readonly say: (message: ListMessage) => Promise<void>;
  readonly tell: (step: JobStep) => void;
}

/** What a list is read from, and what the last scan was read from. */
interface Reading {
  readonly request: Omit<ListRequest, 'live'>;
  readonly last: Inventory | null;
  /** Systems that are read over the network. */
  readonly connected: ReadonlySet<string>;
}

/**
 * Reads everything once more, and says which records a finding is about; nothing of it is stored. Throws what nobody
 * expected: the service then says that the list broke off.
 */
export async function runListJob(plumbline: INestApplicationContext, toRead: ListToRead): Promise<void> {
  const { wanted, signal, say } = toRead;
  let hasBegun = false;
  try {
    const { request, last, connected } = await whatToRead(plumbline, toRead);
    await say({ kind: 'begun' });
    hasBegun = true;
    const { lists, inventory } = await plumbline.get(ScanService).list(request);
    const gone = systemsWithoutFiles(last, connected, inventory);
    const missing = whyNotAll({ ...wanted, policy: request.policy }, inventory, gone);
    for (const line of linesOf({ ...wanted, lists, inventory, missing })) {
      signal.throwIfAborted();
      await say(line);
    }
  } catch (error) {
    // Nobody listens any more.
    if (signal.aborted) return;
    const problem = problemIn(error);
    if (problem === null) throw error;
    const { isInTheWay, message, step } = problem;
    if (hasBegun) await say(notAll({ what: message, steps: [step] }));
    else await say({ kind: 'refused', isInTheWay, message, step });
  }
}

async function whatToRead(plumbline: INestApplicationContext, toRead: ListToRead): Promise<Reading> {
  const { wanted, dataDirectory, uploads, settings, signal, tell } = toRead;
  const { name } = await plumbline
    .get(DataSource)
    .manager.findOneByOrFail(OrganizationEntity, { id: wanted.organization });
  const last = await lastInventory(plumbline, name);
  const place = {
    organization: name,
    dataDirectory,
    exportsRoot: settings.PLUMBLINE_EXPORTS_DIR,
    uploads,
  };
  const { clock, asOf, ...reading } = await whatIsThere(plumbline, place);
  const { policy } = reading;
  requireSystem(policy, wanted.system);
  const connected = await connectedIn(plumbline, name, policy);
  if (reading.exportsFolder === null && (reading.uploads ?? []).length === 0) {
    const gone = systemsWithoutFiles(last, connected, null);
    if (gone.length > 0) throw new GoneError(filesGone(gone));
  }
  await requireSource(plumbline, name, reading);
  const request = {
    ...reading,
    rule: wanted.rule,
    system: wanted.system,
    asOf: asOf ?? todayIn(policy.timeZone, clock()),
    signal,
    progress: (step: Parameters<typeof jobStepOf>[0]) => tell(jobStepOf(step)),
  };
  return { request, last, connected };
}

async function lastInventory(plumbline: INestApplicationContext, name: string): Promise<Inventory | null> {
  const records = new OrganizationRecords(plumbline.get(DataSource).manager, name);
  return (await records.first(ScanEntity, { order: { sequence: 'DESC' } }))?.inventory ?? null;
}

async function connectedIn(
  plumbline: INestApplicationContext,
  name: string,
  policy: Policy,
): Promise<ReadonlySet<string>> {
  const connections = await plumbline.get(Connections).list(name);
  const connected = connectedSystems(
    policy,
    connections.map((connection) => ({ connection })),
  );
  return new Set(connected.map(({ system }) => system));
}

function requireSystem({ systems }: Policy, system: string): void {
  if (systems.has(system)) return;
  throw new UserActionError({
    message: 'Your policy has no such system any more.',
    step: 'Scan again: findings then have the names that stand in your policy now.',
  });
}

/** What was read for the last scan can not be read again. */
class GoneError extends UserActionError {
  constructor({ what, steps }: Missing) {
    super({ message: what, step: steps.join(' ') });
  }
}

/** What a person is told; null for what nobody expected. */
function problemIn(error: unknown) {
  if (error instanceof UserActionError)
    return { isInTheWay: error instanceof GoneError, message: error.message, step: error.step };
  if (error instanceof VendorFailedError)
    return { isInTheWay: false, message: error.message, step: 'Ask for the list again in a few minutes.' };
  return null;
}

function notAll(why: Missing): ListMessage {
  return { kind: 'end', complete: false, records: 0, why: [{ what: why.what, steps: [...why.steps] }] };
}
