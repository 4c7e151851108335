import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { TextColumn } from '../columns.js';
import { WebhookEntity } from './webhook.entity.js';

/** What the messages of a webhook are signed with, sealed with a key that is not in the database. */
@Entity('webhook_secrets')
@ForeignKey(() => WebhookEntity, ['organization', 'webhook'], ['organization', 'id'], { onDelete: 'CASCADE' })
export class WebhookSecretEntity {
  @PrimaryColumn({ type: 'text', name: 'organization' })
  readonly organization!: string;

  @PrimaryColumn({ type: 'text', name: 'webhook' })
  readonly webhook!: string;

  @TextColumn('sealed')
  readonly sealed!: string;
}
