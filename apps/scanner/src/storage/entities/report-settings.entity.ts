import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '../../people/role.js';
import { JsonColumn, OptionalTextColumn, TextColumn, WholeNumberColumn } from '../columns.js';
import { OrganizationEntity } from './organization.entity.js';

/** Which reports an organization is sent, when, and to whom. */
@Entity('report_settings')
@Index('report_settings_by_due', ['nextDueAt'])
@ForeignKey(() => OrganizationEntity, ['organization'], ['name'])
export class ReportSettingsEntity {
  @PrimaryColumn({ type: 'text', name: 'organization' })
  readonly organization!: string;

  @TextColumn('weekly')
  readonly weekly!: 'on' | 'off';

  /** 1 (Monday) to 7. */
  @WholeNumberColumn('day')
  readonly day!: number;

  /** Local time of day, HH:MM. */
  @TextColumn('at')
  readonly at!: string;

  /** What was last reckoned with; IANA. */
  @TextColumn('time_zone')
  readonly timeZone!: string;

  /** No weekly mail before this instant. */
  @OptionalTextColumn('paused_until')
  readonly pausedUntil!: string | null;

  /** Null while it is off. */
  @OptionalTextColumn('next_due_at')
  readonly nextDueAt!: string | null;

  @OptionalTextColumn('last_due_at')
  readonly lastDueAt!: string | null;

  @TextColumn('alerts')
  readonly alerts!: 'on' | 'off';

  /** When the last alert was composed: at most one an hour. */
  @OptionalTextColumn('alerted_at')
  readonly alertedAt!: string | null;

  /** The last scan that was looked at for an alert. */
  @OptionalTextColumn('alerted_scan')
  readonly alertedScan!: string | null;

  /** Members with one of these roles get the reports. */
  @JsonColumn('roles')
  readonly roles!: readonly Role[];

  /** And whoever is at these addresses. */
  @JsonColumn('addresses')
  readonly addresses!: readonly string[];
}
