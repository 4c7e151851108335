import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { TextColumn } from '../columns.js';
import { OrganizationEntity } from './organization.entity.js';

/** Somebody who wants no reports of an organization any more, whoever lists the address. */
@Entity('unsubscribed')
@ForeignKey(() => OrganizationEntity, ['organization'], ['name'])
export class UnsubscribedEntity {
  @PrimaryColumn({ type: 'text', name: 'organization' })
  readonly organization!: string;

  /** As `normalizedEmail` gives it. */
  @PrimaryColumn({ type: 'text', name: 'address' })
  readonly address!: string;

  @TextColumn('since')
  readonly since!: string;
}
