import { Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { TextColumn, WholeNumberColumn } from '../columns.js';
import { ScanEntity } from './scan.entity.js';

/** A report that somebody was given: what it told is no news any more on its channel. */
@Entity('reports')
@Unique(['organization', 'channel', 'scan'])
@ForeignKey(() => ScanEntity, ['organization', 'scan'], ['organization', 'id'])
export class ReportEntity {
  @PrimaryGeneratedColumn({ type: 'integer', name: 'sequence' })
  readonly sequence!: number;

  @TextColumn('organization')
  readonly organization!: string;

  @TextColumn('channel')
  readonly channel!: string;

  @TextColumn('scan')
  readonly scan!: string;

  @TextColumn('at')
  readonly at!: string;

  /** Sequence of the last event it could tell. */
  @WholeNumberColumn('last_event')
  readonly lastEvent!: number;
}
