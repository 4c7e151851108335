import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { TextColumn } from '../columns.js';
import { OrganizationEntity } from './organization.entity.js';

/** A text of the policy under which at least one scan was judged. */
@Entity('policy_versions')
@ForeignKey(() => OrganizationEntity, ['organization'], ['name'])
export class PolicyVersionEntity {
  @PrimaryColumn({ type: 'text', name: 'organization' })
  readonly organization!: string;

  /** SHA-256 of the text. */
  @PrimaryColumn({ type: 'text', name: 'version' })
  readonly version!: string;

  @TextColumn('text')
  readonly text!: string;

  @TextColumn('first_used_at')
  readonly firstUsedAt!: string;
}
