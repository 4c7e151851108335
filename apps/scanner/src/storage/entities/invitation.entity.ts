import { Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Role } from '../../people/role.js';
import { TextColumn } from '../columns.js';
import { OrganizationEntity } from './organization.entity.js';

/** Asks somebody into an organization; deleted when it was accepted or taken back. */
@Entity('invitations')
@Unique(['digest'])
@Unique(['organization', 'email'])
@ForeignKey(() => OrganizationEntity, ['organization'], ['name'])
export class InvitationEntity {
  @PrimaryColumn({ type: 'text', name: 'organization' })
  readonly organization!: string;

  @PrimaryColumn({ type: 'text', name: 'id' })
  readonly id!: string;

  /** Of what stands in the link, which is nowhere. */
  @TextColumn('digest')
  readonly digest!: string;

  /** Whom it is for, as `normalizedEmail` gives it. */
  @TextColumn('email')
  readonly email!: string;

  @TextColumn('role')
  readonly role!: Role;

  /** Who invited, as people know her. */
  @TextColumn('made_by')
  readonly madeBy!: string;

  @TextColumn('made_at')
  readonly madeAt!: string;

  @TextColumn('ends_at')
  readonly endsAt!: string;
}
