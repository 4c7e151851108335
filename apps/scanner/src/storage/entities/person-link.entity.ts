import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { LinkPurpose } from '../../people/link-purpose.js';
import { OptionalTextColumn, TextColumn } from '../columns.js';
import { PersonEntity } from './person.entity.js';

/** A link that is good once; deleted when it was used. */
@Entity('person_links')
@ForeignKey(() => PersonEntity, ['person'], ['id'], { onDelete: 'CASCADE' })
export class PersonLinkEntity {
  /** Of what stands in the link, which is nowhere. */
  @PrimaryColumn({ type: 'text', name: 'digest' })
  readonly digest!: string;

  @TextColumn('purpose')
  readonly purpose!: LinkPurpose;

  /** Whom it is for; null: the first owner, who is not there yet. */
  @OptionalTextColumn('person')
  readonly person!: string | null;

  @TextColumn('made_at')
  readonly madeAt!: string;

  @TextColumn('ends_at')
  readonly endsAt!: string;
}
