import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { JobCause, JobProblem, JobState } from '../../queue/scan-job.js';
import type { ProcessIdentity } from '../../leases/process-identity.js';
import { OptionalJsonColumn, OptionalTextColumn, TextColumn, WholeNumberColumn } from '../columns.js';
import { OrganizationEntity } from './organization.entity.js';

/** A scan that somebody or a schedule asked for, from then to its end. */
@Entity('scan_jobs')
@Index('scan_jobs_by_time', ['organization', 'askedAt'])
@Index('scan_jobs_by_state', ['state'])
@ForeignKey(() => OrganizationEntity, ['organization'], ['name'])
export class ScanJobEntity {
  @PrimaryColumn({ type: 'text', name: 'organization' })
  readonly organization!: string;

  @PrimaryColumn({ type: 'text', name: 'id' })
  readonly id!: string;

  @TextColumn('cause')
  readonly cause!: JobCause;

  /** Who asked, for people to read; null: nobody, a schedule did. */
  @OptionalTextColumn('asked_by')
  readonly askedBy!: string | null;

  @TextColumn('state')
  readonly state!: JobState;

  @TextColumn('asked_at')
  readonly askedAt!: string;

  /** Not begun before this instant: a pause before it is tried again. */
  @TextColumn('not_before')
  readonly notBefore!: string;

  @OptionalTextColumn('started_at')
  readonly startedAt!: string | null;

  @OptionalTextColumn('finished_at')
  readonly finishedAt!: string | null;

  /** How often it was begun, but for the times when the service was stopped. */
  @WholeNumberColumn('attempt')
  readonly attempt!: number;

  /** Made anew for each beginning: whoever holds an old one has lost the job. */
  @OptionalTextColumn('claim')
  readonly claim!: string | null;

  /** The process that runs it, and when that one last said so. */
  @OptionalJsonColumn('runs_in')
  readonly runsIn!: ProcessIdentity | null;

  @OptionalTextColumn('heartbeat_at')
  readonly heartbeatAt!: string | null;

  @OptionalTextColumn('cancel_asked_at')
  readonly cancelAskedAt!: string | null;

  /** The id of the scan that it became. */
  @OptionalTextColumn('scan')
  readonly scan!: string | null;

  @OptionalJsonColumn('problem')
  readonly problem!: JobProblem | null;
}
