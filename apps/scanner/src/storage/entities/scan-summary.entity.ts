import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { TextColumn, WholeNumberColumn } from '../columns.js';
import { ScanEntity } from './scan.entity.js';

/** A scan in figures, for the trend. Scans from before there were summaries have none. */
@Entity('scan_summaries')
@Index('scan_summaries_by_time', ['organization', 'finishedAt'])
@ForeignKey(() => ScanEntity, ['organization', 'scan'], ['organization', 'id'])
export class ScanSummaryEntity {
  @PrimaryColumn({ type: 'text', name: 'organization' })
  readonly organization!: string;

  @PrimaryColumn({ type: 'text', name: 'scan' })
  readonly scan!: string;

  @TextColumn('as_of')
  readonly asOf!: string;

  @TextColumn('finished_at')
  readonly finishedAt!: string;

  /** Drift after the scan, by severity. */
  @WholeNumberColumn('high')
  readonly high!: number;

  @WholeNumberColumn('medium')
  readonly medium!: number;

  @WholeNumberColumn('low')
  readonly low!: number;

  @WholeNumberColumn('info')
  readonly info!: number;

  /** Of that drift: what the scan could not look at. */
  @WholeNumberColumn('not_observed')
  readonly notObserved!: number;

  /** What the scan changed: new or reopened; fixed (cause data); gone for any other cause. */
  @WholeNumberColumn('appeared')
  readonly appeared!: number;

  @WholeNumberColumn('fixed')
  readonly fixed!: number;

  @WholeNumberColumn('gone')
  readonly gone!: number;

  /** Systems of which something could not be read. */
  @WholeNumberColumn('systems_not_read')
  readonly systemsNotRead!: number;
}
