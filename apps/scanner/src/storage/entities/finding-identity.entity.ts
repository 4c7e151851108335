import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { TextColumn, WholeNumberColumn } from '../columns.js';
import { FindingEntity } from './finding.entity.js';

/** An identity hash of a finding; no two findings of an organization share one. */
@Entity('finding_identities')
@Index(['organization', 'finding'])
@ForeignKey(() => FindingEntity, ['organization', 'finding'], ['organization', 'id'], { onDelete: 'CASCADE' })
export class FindingIdentityEntity {
  @PrimaryColumn({ type: 'text', name: 'organization' })
  readonly organization!: string;

  @PrimaryColumn({ type: 'text', name: 'identity' })
  readonly identity!: string;

  @TextColumn('finding')
  readonly finding!: string;

  /** 0 is the identity it was born with; the others are aliases in the order they came (E20). */
  @WholeNumberColumn('position')
  readonly position!: number;
}
