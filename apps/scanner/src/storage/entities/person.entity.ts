import { Entity, PrimaryColumn, Unique } from 'typeorm';
import { OptionalTextColumn, TextColumn, WholeNumberColumn } from '../columns.js';

/** Somebody who can sign in. Belongs to organizations by memberships; see MembershipEntity. */
@Entity('persons')
@Unique(['email'])
@Unique(['issuer', 'subject'])
export class PersonEntity {
  @PrimaryColumn({ type: 'text', name: 'id' })
  readonly id!: string;

  /** As `normalizedEmail` gives it. */
  @TextColumn('email')
  readonly email!: string;

  @TextColumn('name')
  readonly name!: string;

  /** argon2id in its own text form; null: she signs in elsewhere. */
  @OptionalTextColumn('password_hash')
  readonly passwordHash!: string | null;

  /** Since when a code is asked for beside the password; null: it is not. */
  @OptionalTextColumn('second_step_since')
  readonly secondStepSince!: string | null;

  /** The thirty seconds of the newest code that was taken: it and those before are used up. */
  @WholeNumberColumn('last_code_step')
  readonly lastCodeStep!: number;

  /** Who she is at a sign-in service; both or neither. */
  @OptionalTextColumn('issuer')
  readonly issuer!: string | null;

  @OptionalTextColumn('subject')
  readonly subject!: string | null;

  @TextColumn('since')
  readonly since!: string;
}
