import { Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { TokenScope } from '../../people/token-scope.js';
import { OptionalTextColumn, TextColumn } from '../columns.js';
import { MembershipEntity } from './membership.entity.js';

/** Lets a program act in an organization for whoever made it, and ends with her membership. */
@Entity('api_tokens')
@Unique(['digest'])
@ForeignKey(() => MembershipEntity, ['organization', 'madeBy'], ['organization', 'person'], {
  onDelete: 'CASCADE',
})
export class ApiTokenEntity {
  @PrimaryColumn({ type: 'text', name: 'organization' })
  readonly organization!: string;

  @PrimaryColumn({ type: 'text', name: 'id' })
  readonly id!: string;

  @TextColumn('name')
  readonly name!: string;

  /** Of the token, which is nowhere. */
  @TextColumn('digest')
  readonly digest!: string;

  /** How it begins, so that a person can tell hers apart. */
  @TextColumn('beginning')
  readonly beginning!: string;

  @TextColumn('scope')
  readonly scope!: TokenScope;

  /** The person. */
  @TextColumn('made_by')
  readonly madeBy!: string;

  @TextColumn('made_at')
  readonly madeAt!: string;

  @TextColumn('ends_at')
  readonly endsAt!: string;

  /** To the minute. */
  @OptionalTextColumn('used_at')
  readonly usedAt!: string | null;
}
