import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { MailKind, MailProblem } from '../../delivery/outgoing-mail.js';
import { OptionalJsonColumn, OptionalTextColumn, TextColumn, WholeNumberColumn } from '../columns.js';
import { OrganizationEntity } from './organization.entity.js';

/** A report that is to be composed, one for each occasion: a second wish for it changes nothing. */
@Entity('report_jobs')
@Index('report_jobs_by_id', ['id'], { unique: true })
@Index('report_jobs_by_state', ['state'])
@ForeignKey(() => OrganizationEntity, ['organization'], ['name'])
export class ReportJobEntity {
  @PrimaryColumn({ type: 'text', name: 'organization' })
  readonly organization!: string;

  @PrimaryColumn({ type: 'text', name: 'kind' })
  readonly kind!: MailKind;

  /** A week (`2026-W48`), an alert's scan. */
  @PrimaryColumn({ type: 'text', name: 'occasion' })
  readonly occasion!: string;

  @TextColumn('id')
  readonly id!: string;

  @TextColumn('state')
  readonly state!: 'waiting' | 'done' | 'failed';

  @TextColumn('asked_at')
  readonly askedAt!: string;

  /** Not begun before this instant. */
  @TextColumn('not_before')
  readonly notBefore!: string;

  /** How often it failed. */
  @WholeNumberColumn('attempts')
  readonly attempts!: number;

  @OptionalTextColumn('ended_at')
  readonly endedAt!: string | null;

  @OptionalJsonColumn('problem')
  readonly problem!: MailProblem | null;
}
