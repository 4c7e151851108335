import { Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { TextColumn } from '../columns.js';
import { FindingEntity } from './finding.entity.js';

/** What a person said of a finding. Added to, never changed. */
@Entity('finding_comments')
@Index('finding_comments_of_finding', ['organization', 'finding'])
@ForeignKey(() => FindingEntity, ['organization', 'finding'], ['organization', 'id'], { onDelete: 'CASCADE' })
export class FindingCommentEntity {
  @PrimaryGeneratedColumn({ type: 'integer', name: 'sequence' })
  readonly sequence!: number;

  @TextColumn('organization')
  readonly organization!: string;

  @TextColumn('finding')
  readonly finding!: string;

  @TextColumn('said_by')
  readonly saidBy!: string;

  @TextColumn('said_at')
  readonly saidAt!: string;

  @TextColumn('text')
  readonly text!: string;
}
