import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Every } from '../../schedule/recurrence.js';
import { OptionalTextColumn, TextColumn, WholeNumberColumn } from '../columns.js';
import { OrganizationEntity } from './organization.entity.js';

/** When an organization is scanned without anybody asking. */
@Entity('schedules')
@Index('schedules_by_due', ['nextDueAt'])
@ForeignKey(() => OrganizationEntity, ['organization'], ['name'])
export class ScheduleEntity {
  @PrimaryColumn({ type: 'text', name: 'organization' })
  readonly organization!: string;

  @TextColumn('every')
  readonly every!: Every;

  /** Local time of day, HH:MM; an hourly schedule does not look at it. */
  @TextColumn('at')
  readonly at!: string;

  /** Of a week 1 (Monday) to 7; of a month or a quarter's first month 1 to 31, the last day of a shorter one. */
  @WholeNumberColumn('day')
  readonly day!: number;

  /** What was last reckoned with; IANA. */
  @TextColumn('time_zone')
  readonly timeZone!: string;

  @OptionalTextColumn('paused_at')
  readonly pausedAt!: string | null;

  /** Null while it is paused. */
  @OptionalTextColumn('next_due_at')
  readonly nextDueAt!: string | null;

  @OptionalTextColumn('last_due_at')
  readonly lastDueAt!: string | null;
}
