import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OptionalTextColumn, TextColumn, WholeNumberColumn } from '../columns.js';
import { OrganizationEntity } from './organization.entity.js';

/** An address that hears of every scan that brought news. */
@Entity('webhooks')
@ForeignKey(() => OrganizationEntity, ['organization'], ['name'])
export class WebhookEntity {
  @PrimaryColumn({ type: 'text', name: 'organization' })
  readonly organization!: string;

  @PrimaryColumn({ type: 'text', name: 'id' })
  readonly id!: string;

  @TextColumn('address')
  readonly address!: string;

  @TextColumn('state')
  readonly state!: 'on' | 'off';

  @TextColumn('made_by')
  readonly madeBy!: string;

  @TextColumn('made_at')
  readonly madeAt!: string;

  /** Sequence of the last event that it was told of. */
  @WholeNumberColumn('last_event')
  readonly lastEvent!: number;

  /** Since when nothing has arrived; null: the last one did, or there was none. */
  @OptionalTextColumn('failing_since')
  readonly failingSince!: string | null;

  /** When it was switched off because nothing arrived for days. */
  @OptionalTextColumn('given_up_at')
  readonly givenUpAt!: string | null;
}
