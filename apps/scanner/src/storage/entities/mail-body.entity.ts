import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { MailKind } from '../../delivery/outgoing-mail.js';
import { TextColumn } from '../columns.js';
import { OrganizationEntity } from './organization.entity.js';

/** What a mail says, once for all who get it: the archive of what was told. */
@Entity('mail_bodies')
@ForeignKey(() => OrganizationEntity, ['organization'], ['name'])
export class MailBodyEntity {
  @PrimaryColumn({ type: 'text', name: 'organization' })
  readonly organization!: string;

  @PrimaryColumn({ type: 'text', name: 'kind' })
  readonly kind!: MailKind;

  @PrimaryColumn({ type: 'text', name: 'occasion' })
  readonly occasion!: string;

  @TextColumn('subject')
  readonly subject!: string;

  /** With its pictures in it. */
  @TextColumn('html')
  readonly html!: string;

  @TextColumn('text')
  readonly text!: string;

  @TextColumn('created_at')
  readonly createdAt!: string;
}
