import { Entity, PrimaryColumn } from 'typeorm';
import type { ProcessIdentity } from '../../leases/process-identity.js';
import { JsonColumn, TextColumn } from '../columns.js';

/**
 * Who reads an account of a vendor just now. It belongs to no organization: two that are connected to one account share
 * what the vendor allows.
 */
@Entity('account_leases')
export class AccountLeaseEntity {
  @PrimaryColumn({ type: 'text', name: 'connector' })
  readonly connector!: string;

  @PrimaryColumn({ type: 'text', name: 'account' })
  readonly account!: string;

  /** Names this holding; made anew for each. */
  @TextColumn('holder')
  readonly holder!: string;

  @JsonColumn('held_in')
  readonly heldIn!: ProcessIdentity;

  /** Moved on as long as it is held. */
  @TextColumn('until')
  readonly until!: string;
}
