import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { MailProblem } from '../../delivery/outgoing-mail.js';
import { OptionalJsonColumn, OptionalTextColumn, TextColumn, WholeNumberColumn } from '../columns.js';
import { WebhookEntity } from './webhook.entity.js';

/** One message to one webhook, until it is forgotten. */
@Entity('webhook_messages')
@Index('webhook_messages_by_state', ['state'])
@Index('webhook_messages_by_time', ['organization', 'webhook', 'madeAt'])
@ForeignKey(() => WebhookEntity, ['organization', 'webhook'], ['organization', 'id'], { onDelete: 'CASCADE' })
export class WebhookMessageEntity {
  @PrimaryColumn({ type: 'text', name: 'organization' })
  readonly organization!: string;

  /** The same at every attempt: by it a receiver knows what it has already. */
  @PrimaryColumn({ type: 'text', name: 'id' })
  readonly id!: string;

  @TextColumn('webhook')
  readonly webhook!: string;

  @TextColumn('kind')
  readonly kind!: 'drift.changed' | 'test';

  /** JSON, as it is signed. */
  @TextColumn('payload')
  readonly payload!: string;

  @TextColumn('state')
  readonly state!: 'waiting' | 'delivered' | 'given_up';

  @TextColumn('made_at')
  readonly madeAt!: string;

  @OptionalTextColumn('next_at')
  readonly nextAt!: string | null;

  @WholeNumberColumn('attempts')
  readonly attempts!: number;

  @OptionalTextColumn('delivered_at')
  readonly deliveredAt!: string | null;

  @OptionalJsonColumn('problem')
  readonly problem!: MailProblem | null;
}
