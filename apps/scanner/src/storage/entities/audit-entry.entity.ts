import { Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { ErrorDetails } from '#connectors/contract/error.js';
import { JsonColumn, TextColumn } from '../columns.js';
import { OrganizationEntity } from './organization.entity.js';

/** Who did what. Rows are added, never changed. */
@Entity('audit_entries')
@Index(['organization', 'sequence'])
@ForeignKey(() => OrganizationEntity, ['organization'], ['name'])
export class AuditEntryEntity {
  @PrimaryGeneratedColumn({ type: 'integer', name: 'sequence' })
  readonly sequence!: number;

  @TextColumn('organization')
  readonly organization!: string;

  @TextColumn('at')
  readonly at!: string;

  @TextColumn('actor_kind')
  readonly actorKind!: 'person' | 'token' | 'machine';

  /** Empty for the machine. */
  @TextColumn('actor_id')
  readonly actorId!: string;

  /** As it was called then. */
  @TextColumn('actor_name')
  readonly actorName!: string;

  @TextColumn('action')
  readonly action!: string;

  @TextColumn('target')
  readonly target!: string;

  @JsonColumn('details')
  readonly details!: ErrorDetails;
}
