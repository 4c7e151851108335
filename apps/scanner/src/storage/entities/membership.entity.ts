import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '../../people/role.js';
import { TextColumn } from '../columns.js';
import { OrganizationEntity } from './organization.entity.js';
import { PersonEntity } from './person.entity.js';

/** What a person may do in an organization. */
@Entity('memberships')
@ForeignKey(() => OrganizationEntity, ['organization'], ['name'])
@ForeignKey(() => PersonEntity, ['person'], ['id'], { onDelete: 'CASCADE' })
export class MembershipEntity {
  @PrimaryColumn({ type: 'text', name: 'organization' })
  readonly organization!: string;

  @Index()
  @PrimaryColumn({ type: 'text', name: 'person' })
  readonly person!: string;

  @TextColumn('role')
  readonly role!: Role;

  @TextColumn('since')
  readonly since!: string;
}
