import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BugError, UserActionError } from '#connectors/contract/error.js';
import { type AuditActor, AuditLog } from '../audit/audit-log.js';
import { RefusedError } from '../people/refused-error.js';
import { Uploads } from '../queue/uploads.js';
import { SERVICE_LOG, type ServiceLog } from '../service/service-log.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import type { ListEnd, ListLine, ListMessage } from './list-line.js';
import {
  type ListProcess,
  START_LIST_PROCESS,
  type StartListProcess,
  type WantedList,
} from './list-process.js';

export interface AskedList extends WantedList {
  /** Its name, as rows carry it. */
  readonly name: string;
  readonly actor: AuditActor;
}

/** Each is a process like a scan's; one a business, and so many in all. */
const MOST_AT_ONCE = 2;
const MOST_MS = 3_600_000;

/** Lists of records, read anew for a person who looks on, and kept by nobody (law 1). */
@Injectable()
export class Lists implements BeforeApplicationShutdown {
  /** By organization. */
  private readonly running = new Map<string, ListProcess>();

  constructor(
    @Inject(START_LIST_PROCESS) private readonly start: StartListProcess,
    @Inject(Uploads) private readonly uploads: Pick<Uploads, 'of'>,
    @Inject(AuditLog) private readonly auditLog: AuditLog,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
  ) {}

  /**
   * Begins to read, and gives the lines as they come; the last says whether that was all. Stopped when `left` is aborted.
   * @throws RefusedError while another list is shown, or files are gone; UserActionError for what has to be there first
   */
  async begin(asked: AskedList, left: AbortSignal): Promise<AsyncIterable<ListLine>> {
    const { organization } = asked;
    if (this.running.has(organization)) throw another();
    if (this.running.size >= MOST_AT_ONCE) throw tooMany();
    const process = this.start(asked, this.uploads.of(asked.name), (text) =>
      this.log.warn('list process says', { text }),
    );
    this.running.set(organization, process);
    const tooLong = setTimeout(() => process.stop(), MOST_MS);
    const end = () => {
      clearTimeout(tooLong);
      process.stop();
      if (this.running.get(organization) === process) this.running.delete(organization);
    };
    left.addEventListener('abort', end, { once: true });
    if (left.aborted) end();
    try {
      const messages = process.messages[Symbol.asyncIterator]();
      const first = await messages.next();
      if (left.aborted) throw nobodyThere();
      throwIfRefused(first);
      await this.note('list.asked', asked, {});
      return this.lines({ [Symbol.asyncIterator]: () => messages }, asked, end);
    } catch (error) {
      end();
      throw error;
    }
  }

  beforeApplicationShutdown(): void {
    for (const process of this.running.values()) process.stop();
  }

  private async *lines(
    messages: AsyncIterable<ListMessage>,
    asked: AskedList,
    end: () => void,
  ): AsyncGenerator<ListLine> {
    let records = 0;
    let complete = false;
    try {
      for await (const message of messages) {
        if (message.kind === 'begun' || message.kind === 'refused') continue;
        if (message.kind === 'records') records += message.items.length;
        if (message.kind === 'end') ({ complete } = message);
        yield message;
        if (message.kind === 'end') return;
      }
      yield brokenOff(records);
    } finally {
      end();
      // Whoever left half-way has seen that many.
      await this.note('list.shown', asked, { records, complete }).catch((error: unknown) =>
        this.log.failure(error),
      );
    }
  }

  /** Who saw which list, and how long it was; never what was in it (law 1). */
  private async note(
    action: string,
    { name: organization, actor, rule, system }: AskedList,
    details: Readonly<Record<string, number | boolean>>,
  ): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      await this.auditLog.record(manager, {
        organization,
        actor,
        action,
        target: `${rule} in ${system}`,
        details,
      });
    });
  }
}

function throwIfRefused(first: IteratorResult<ListMessage, unknown>): void {
  if (first.done === true) throw new BugError({ message: 'A list process ended before it had begun.' });
  if (first.value.kind !== 'refused') return;
  const { isInTheWay, message, step } = first.value;
  if (isInTheWay) throw new RefusedError('in the way', message, step);
  throw new UserActionError({ message, step });
}

/** The process went away in the middle: out of memory, or stopped with the service. */
function brokenOff(records: number): ListEnd {
  const what =
    'Reading ended before all was read: Plumbline was stopped, took longer than an hour, or broke down.';
  return { kind: 'end', complete: false, records, why: [{ what, steps: ['Ask for the list again.'] }] };
}

/** Nobody reads this any more; it is no failure of ours. */
function nobodyThere(): RefusedError {
  return new RefusedError('in the way', 'Nobody looks on any more.', 'Ask for the list again.');
}

function another(): RefusedError {
  return new RefusedError(
    'in the way',
    'A list of this business is being shown already.',
    'Wait until it has been read to its end, or close the page that shows it, then try again.',
  );
}

function tooMany(): RefusedError {
  return new RefusedError(
    'too often',
    'Several lists are being read already.',
    'Try again in a few minutes.',
    120,
  );
}
