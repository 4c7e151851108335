import { Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { Inventory } from '#rules/engine/inventory.js';
import { JsonColumn, OptionalTextColumn, TextColumn, WholeNumberColumn } from '../columns.js';
import { OrganizationEntity } from './organization.entity.js';
import { PolicyVersionEntity } from './policy-version.entity.js';

/** A scan that was stored as a whole. */
@Entity('scans')
@Unique(['organization', 'id'])
@Index('scans_in_order', ['organization', 'sequence'])
@ForeignKey(() => OrganizationEntity, ['organization'], ['name'])
@ForeignKey(() => PolicyVersionEntity, ['organization', 'policyVersion'], ['organization', 'version'])
@ForeignKey(() => ScanEntity, ['organization', 'baseline'], ['organization', 'id'])
export class ScanEntity {
  /** The order in which scans were stored; clocks can not tell it. */
  @PrimaryGeneratedColumn({ type: 'integer', name: 'sequence' })
  readonly sequence!: number;

  @TextColumn('organization')
  readonly organization!: string;

  @TextColumn('id')
  readonly id!: string;

  @TextColumn('as_of')
  readonly asOf!: string;

  @TextColumn('started_at')
  readonly startedAt!: string;

  @TextColumn('finished_at')
  readonly finishedAt!: string;

  @TextColumn('policy_version')
  readonly policyVersion!: string;

  @TextColumn('rules_version')
  readonly rulesVersion!: string;

  @JsonColumn('inventory')
  readonly inventory!: Inventory;

  /** The approved scan it was judged beside. */
  @OptionalTextColumn('baseline')
  readonly baseline!: string | null;

  /** Sequence of the last event of the organization when it was stored: the history up to here is what this scan knew. */
  @WholeNumberColumn('last_event')
  readonly lastEvent!: number;

  /** When its inventory lost the people in it (law 1); null as long as they are there. */
  @OptionalTextColumn('staff_forgotten_at')
  readonly staffForgottenAt!: string | null;
}
