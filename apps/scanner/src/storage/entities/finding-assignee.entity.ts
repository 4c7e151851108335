import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { TextColumn } from '../columns.js';
import { FindingEntity } from './finding.entity.js';

/** Who looks after a finding. Apart from the finding, whose row each scan may write anew (law 5). */
@Entity('finding_assignees')
@ForeignKey(() => FindingEntity, ['organization', 'finding'], ['organization', 'id'], { onDelete: 'CASCADE' })
export class FindingAssigneeEntity {
  @PrimaryColumn({ type: 'text', name: 'organization' })
  readonly organization!: string;

  @PrimaryColumn({ type: 'text', name: 'finding' })
  readonly finding!: string;

  /** Id and e-mail address of the person; the address stays readable when she is gone. */
  @TextColumn('person')
  readonly person!: string;

  @TextColumn('name')
  readonly name!: string;
}
