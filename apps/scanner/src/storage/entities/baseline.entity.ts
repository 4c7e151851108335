import { Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { TextColumn } from '../columns.js';
import { ScanEntity } from './scan.entity.js';

/** A person's approval of a scan. Added to, never changed: the latest one counts. */
@Entity('baselines')
@Index(['organization', 'scan'])
@Index('baselines_in_order', ['organization', 'sequence'])
@ForeignKey(() => ScanEntity, ['organization', 'scan'], ['organization', 'id'])
export class BaselineEntity {
  @PrimaryGeneratedColumn({ type: 'integer', name: 'sequence' })
  readonly sequence!: number;

  @TextColumn('organization')
  readonly organization!: string;

  @TextColumn('scan')
  readonly scan!: string;

  @TextColumn('approved_by')
  readonly approvedBy!: string;

  @TextColumn('approved_on')
  readonly approvedOn!: string;

  @TextColumn('approved_at')
  readonly approvedAt!: string;
}
