import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { MailKind, MailProblem, MailState, MailWay } from '../../delivery/outgoing-mail.js';
import type { ProcessIdentity } from '../../leases/process-identity.js';
import { OptionalJsonColumn, OptionalTextColumn, TextColumn, WholeNumberColumn } from '../columns.js';
import { OrganizationEntity } from './organization.entity.js';

/** One mail to one recipient, from when it was composed until it is forgotten. */
@Entity('outgoing_mails')
@Index('outgoing_mails_by_state', ['state'])
@Index('outgoing_mails_by_time', ['organization', 'createdAt'])
@Index('outgoing_mails_by_unsubscribe', ['unsubscribeDigest'])
@ForeignKey(() => OrganizationEntity, ['organization'], ['name'])
export class OutgoingMailEntity {
  @PrimaryColumn({ type: 'text', name: 'organization' })
  readonly organization!: string;

  /** Made of what the mail is: the same mail has one row. */
  @PrimaryColumn({ type: 'text', name: 'id' })
  readonly id!: string;

  @TextColumn('kind')
  readonly kind!: MailKind;

  @TextColumn('occasion')
  readonly occasion!: string;

  @TextColumn('sender')
  readonly sender!: string;

  @TextColumn('recipient')
  readonly recipient!: string;

  @TextColumn('message_id')
  readonly messageId!: string;

  /** The whole mail as it is sent, ASCII. */
  @TextColumn('message')
  readonly message!: string;

  @TextColumn('state')
  readonly state!: MailState;

  /** By what it left; while it is sent, by what it is leaving. Null: it has certainly not left. */
  @OptionalTextColumn('way')
  readonly way!: MailWay | null;

  /** Made anew for each attempt: whoever holds an old one has lost the mail. */
  @OptionalTextColumn('claim')
  readonly claim!: string | null;

  @OptionalJsonColumn('runs_in')
  readonly runsIn!: ProcessIdentity | null;

  @WholeNumberColumn('attempts')
  readonly attempts!: number;

  /** How often it was handed over without an answer. */
  @WholeNumberColumn('unanswered')
  readonly unanswered!: number;

  /** When it is next looked at; while it is sent, when its sender is taken for dead. Null: never again. */
  @OptionalTextColumn('next_at')
  readonly nextAt!: string | null;

  @TextColumn('created_at')
  readonly createdAt!: string;

  @OptionalTextColumn('sent_at')
  readonly sentAt!: string | null;

  @OptionalJsonColumn('problem')
  readonly problem!: MailProblem | null;

  /** Of what stands in its unsubscribe address, which is nowhere else. */
  @OptionalTextColumn('unsubscribe_digest')
  readonly unsubscribeDigest!: string | null;

  /** Of what scan it tells, if of one. */
  @OptionalTextColumn('scan')
  readonly scan!: string | null;
}
