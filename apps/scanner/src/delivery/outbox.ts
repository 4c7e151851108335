import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager, In } from 'typeorm';
import { BugError } from '#connectors/contract/error.js';
import type { Clock } from '../clock.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { isKnownDead, thisProcess } from '../leases/process-identity.js';
import { OutgoingMailEntity } from '../storage/entities/outgoing-mail.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { takeBackUntold } from './untold.js';
import { type AttemptedMail, mailAfter } from './mail-after.js';
import type { MailAnswer } from './outgoing-mail.js';

const MINUTE_MS = 60_000;

/** Longer than any attempt: every step of one ends by its own time limit. */
const ATTEMPT_MS = 30 * MINUTE_MS;

/** No mail waits longer: what lies further ahead is of before the clock was set back. */
const LONGEST_PAUSE_MS = 1_440 * MINUTE_MS;

/** A mail as it is composed; its id is made of what it is (`mailKey`). */
export type ComposedMail = Pick<
  OutgoingMailEntity,
  'id' | 'kind' | 'occasion' | 'sender' | 'recipient' | 'messageId' | 'message' | 'unsubscribeDigest' | 'scan'
>;

/** A mail that is ours to send, until its attempt is over. */
export type ClaimedMail = Pick<
  OutgoingMailEntity,
  'organization' | 'id' | 'kind' | 'sender' | 'recipient' | 'message'
> &
  AttemptedMail & { readonly claim: string };

/** The mails of a data directory. Every step is a row before anything leaves: a kill loses no mail and doubles none. */
export class Outbox {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Queues a mail in the transaction of what it tells; one that is there already stays as it is. */
  async add(manager: EntityManager, organization: string, mail: ComposedMail): Promise<void> {
    const now = this.later(0);
    const records = new OrganizationRecords(manager, organization);
    await records.insert(OutgoingMailEntity, [{ ...NEW, ...mail, createdAt: now, nextAt: now }], 'keep');
  }

  /** The next mail that is due, as ours; null: none is. */
  async claim(): Promise<ClaimedMail | null> {
    // Looking needs no lock, and mostly there is nothing to do.
    if ((await this.nextDue(this.dataSource.manager)) === null) return null;
    return inTransaction(this.dataSource, async (manager) => {
      const mail = await this.nextDue(manager);
      if (mail === null) return null;
      const claim = randomUUID();
      const attempts = mail.attempts + 1;
      const nextAt = this.later(ATTEMPT_MS);
      const records = new OrganizationRecords(manager, mail.organization);
      await records.update(
        OutgoingMailEntity,
        { id: mail.id },
        { state: 'sending', way: null, claim, attempts, nextAt, runsIn: thisProcess },
      );
      const { organization, id, kind, sender, recipient, message, unanswered } = mail;
      return { organization, id, kind, sender, recipient, message, unanswered, claim, attempts };
    });
  }

  /** From now on it may have arrived, whatever becomes of this process. @throws BugError if it is ours no more */
  async handingOver({ organization, id, claim }: ClaimedMail): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      const records = new OrganizationRecords(manager, organization);
      if ((await records.first(OutgoingMailEntity, { where: { id, claim } })) === null)
        throw new BugError({ message: 'A mail was not sent because somebody else sends it.' });
      await records.update(OutgoingMailEntity, { id }, { way: 'smtp' });
    });
  }

  /** Writes down what became of an attempt, unless it was taken for dead meanwhile. Gives whether it was ours still. */
  async answered(mail: ClaimedMail, answer: MailAnswer): Promise<boolean> {
    const { organization, id, claim } = mail;
    return inTransaction(this.dataSource, async (manager) => {
      const records = new OrganizationRecords(manager, organization);
      const held = await records.first(OutgoingMailEntity, { where: { id, claim } });
      if (held === null) return false;
      await records.update(
        OutgoingMailEntity,
        { id },
        { way: null, ...mailAfter(mail, answer, this.clock()), ...LET_GO },
      );
      if (answer.is !== 'accepted') await takeBackUntold(records, held);
      return true;
    });
  }

  /**
   * Attempts whose process died. What had been handed over may have arrived, as when an answer is lost; what had not waits
   * again. Gives how many.
   */
  async recover(): Promise<number> {
    if ((await this.abandoned(this.dataSource.manager)).length === 0) return 0;
    return inTransaction(this.dataSource, async (manager) => {
      const dead = await this.abandoned(manager);
      for (const mail of dead) {
        const records = new OrganizationRecords(manager, mail.organization);
        const change =
          mail.way === null ? this.notBegun(mail) : mailAfter(mail, { is: 'unknown' }, this.clock());
        await records.update(OutgoingMailEntity, { id: mail.id }, { way: null, ...change, ...LET_GO });
      }
      return dead.length;
    });
  }

  private notBegun({ unanswered, attempts }: AttemptedMail) {
    const state = unanswered > 0 ? ('unconfirmed' as const) : ('queued' as const);
    return { state, attempts: attempts - 1, nextAt: this.later(0) };
  }

  private async abandoned(manager: EntityManager): Promise<readonly OutgoingMailEntity[]> {
    const sending = await manager.findBy(OutgoingMailEntity, { state: 'sending' });
    return sending.filter(
      ({ nextAt, runsIn }) => this.isDue(nextAt, ATTEMPT_MS) || (runsIn !== null && isKnownDead(runsIn)),
    );
  }

  private async nextDue(manager: EntityManager): Promise<OutgoingMailEntity | null> {
    const waiting = await manager.find(OutgoingMailEntity, {
      where: { state: In(['queued', 'unconfirmed']) },
      select: { organization: true, id: true, nextAt: true },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const due = waiting.find(({ nextAt }) => this.isDue(nextAt, LONGEST_PAUSE_MS));
    if (due === undefined) return null;
    const records = new OrganizationRecords(manager, due.organization);
    return records.first(OutgoingMailEntity, { where: { id: due.id } });
  }

  private isDue(nextAt: string | null, longestMs: number): boolean {
    return nextAt !== null && (nextAt <= this.later(0) || nextAt > this.later(longestMs));
  }

  private later(ms: number): string {
    return new Date(this.clock().getTime() + ms).toISOString();
  }
}

const LET_GO = { claim: null, runsIn: null } as const;

const NEW = {
  ...LET_GO,
  state: 'queued',
  way: null,
  attempts: 0,
  unanswered: 0,
  sentAt: null,
  problem: null,
} as const;
