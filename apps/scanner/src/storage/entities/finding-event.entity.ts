import { Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Cause, Change, Observation } from '#rules/engine/finding.js';
import { OptionalTextColumn, TextColumn } from '../columns.js';
import { FindingEntity } from './finding.entity.js';
import { ScanEntity } from './scan.entity.js';

/** History: added to, never changed. */
@Entity('finding_events')
@Index(['organization', 'finding'])
@Index('finding_events_in_order', ['organization', 'sequence'])
@Index('finding_events_by_scan', ['organization', 'scan'])
@ForeignKey(() => FindingEntity, ['organization', 'finding'], ['organization', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => ScanEntity, ['organization', 'scan'], ['organization', 'id'])
export class FindingEventEntity {
  /** The order of the history; a number is never used twice. */
  @PrimaryGeneratedColumn({ type: 'integer', name: 'sequence' })
  readonly sequence!: number;

  @TextColumn('organization')
  readonly organization!: string;

  @TextColumn('finding')
  readonly finding!: string;

  /** Null where a person acted. */
  @OptionalTextColumn('scan')
  readonly scan!: string | null;

  @TextColumn('change')
  readonly change!: Change;

  @TextColumn('cause')
  readonly cause!: Cause;

  @TextColumn('observation')
  readonly observation!: Observation;

  @OptionalTextColumn('detail')
  readonly detail!: string | null;

  @TextColumn('at')
  readonly at!: string;
}
