import { Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { OptionalTextColumn, TextColumn } from '../columns.js';
import { OrganizationEntity } from './organization.entity.js';

/** A saved state of an organization's policy. Added to, never changed: the latest one is in force. */
@Entity('policy_revisions')
@Index('policy_revisions_of_organization', ['organization', 'sequence'])
@ForeignKey(() => OrganizationEntity, ['organization'], ['name'])
export class PolicyRevisionEntity {
  @PrimaryGeneratedColumn({ type: 'integer', name: 'sequence' })
  readonly sequence!: number;

  @TextColumn('organization')
  readonly organization!: string;

  /** SHA-256 of the text, as scans name the policy they judged under. */
  @TextColumn('version')
  readonly version!: string;

  @TextColumn('text')
  readonly text!: string;

  @TextColumn('saved_by')
  readonly savedBy!: string;

  @TextColumn('saved_at')
  readonly savedAt!: string;

  /** What its author said of the change. */
  @OptionalTextColumn('note')
  readonly note!: string | null;
}
