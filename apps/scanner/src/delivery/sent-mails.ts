import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK, type Clock } from '../clock.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { MailBodyEntity } from '../storage/entities/mail-body.entity.js';
import { OutgoingMailEntity } from '../storage/entities/outgoing-mail.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';

/** A mail as lists show it. */
export type ListedMail = Pick<
  OutgoingMailEntity,
  | 'id'
  | 'kind'
  | 'occasion'
  | 'recipient'
  | 'messageId'
  | 'state'
  | 'way'
  | 'attempts'
  | 'createdAt'
  | 'nextAt'
  | 'sentAt'
  | 'problem'
> & { readonly subject: string };

export interface MailPlace {
  readonly createdAt: string;
  readonly id: string;
}

/** The mails of an organization, those that left and those that wait. */
@Injectable()
export class SentMails {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The latest first. */
  async list(organization: string, after: MailPlace | null, most: number): Promise<readonly ListedMail[]> {
    const query = this.records(organization)
      .query(OutgoingMailEntity, 'mail')
      .select(LISTED.map((name) => `mail.${name}`))
      .orderBy('mail.createdAt', 'DESC')
      .addOrderBy('mail.id', 'DESC')
      .limit(most);
    if (after !== null)
      query.andWhere('(mail.createdAt, mail.id) < (:createdAt, :afterId)', {
        createdAt: after.createdAt,
        afterId: after.id,
      });
    const mails = await query.getMany();
    const subjects = new Map<string, string>();
    for (const { kind, occasion } of mails) {
      const key = `${kind} ${occasion}`;
      if (!subjects.has(key))
        subjects.set(key, (await this.body(organization, { kind, occasion }))?.subject ?? '');
    }
    return mails.map((mail) => listed(mail, subjects.get(`${mail.kind} ${mail.occasion}`) ?? ''));
  }

  /** A mail whole, by its id or the start of it; null if there is none, or several. */
  async find(
    organization: string,
    id: string,
  ): Promise<{
    readonly mail: ListedMail;
    readonly body: MailBodyEntity | null;
    readonly message: string;
  } | null> {
    const [mail, another] = await this.records(organization)
      .query(OutgoingMailEntity, 'mail')
      .andWhere('mail.id >= :id AND mail.id < :end', { id, end: `${id}\u{FFFF}` })
      .limit(2)
      .getMany();
    if (mail === undefined || another !== undefined) return null;
    const body = await this.body(organization, mail);
    return { mail: listed(mail, body?.subject ?? ''), body, message: mail.message };
  }

  /**
   * Sends a mail again, as the same mail. False: it is being sent already. `beside`: runs in the same transaction.
   */
  async resend(
    organization: string,
    id: string,
    beside: (manager: EntityManager) => Promise<void>,
  ): Promise<boolean> {
    const now = this.clock().toISOString();
    return inTransaction(this.dataSource, async (manager) => {
      const records = new OrganizationRecords(manager, organization);
      const mail = await records.first(OutgoingMailEntity, { where: { id } });
      if (mail === null || mail.state === 'sending') return false;
      const change = { state: 'queued', attempts: 0, unanswered: 0, nextAt: now, problem: null } as const;
      await records.update(OutgoingMailEntity, { id }, change);
      await beside(manager);
      return true;
    });
  }

  private async body(
    organization: string,
    { kind, occasion }: Pick<OutgoingMailEntity, 'kind' | 'occasion'>,
  ): Promise<MailBodyEntity | null> {
    return this.records(organization).first(MailBodyEntity, { where: { kind, occasion } });
  }

  private records(organization: string): OrganizationRecords {
    return new OrganizationRecords(this.dataSource.manager, organization);
  }
}

const LISTED = [
  'organization',
  'id',
  'kind',
  'occasion',
  'recipient',
  'messageId',
  'state',
  'way',
  'attempts',
  'createdAt',
  'nextAt',
  'sentAt',
  'problem',
] as const satisfies readonly (keyof OutgoingMailEntity)[];

function listed(mail: OutgoingMailEntity, subject: string): ListedMail {
  const { id, kind, occasion, recipient, messageId, state, way } = mail;
  const { attempts, createdAt, nextAt, sentAt, problem } = mail;
  return {
    id,
    kind,
    occasion,
    recipient,
    messageId,
    subject,
    state,
    way,
    attempts,
    createdAt,
    nextAt,
    sentAt,
    problem,
  };
}
