import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { TextColumn } from '../columns.js';
import { PersonEntity } from './person.entity.js';

/** What the codes of a person's second step are made from, sealed with a key that is not in the database. */
@Entity('person_secrets')
@ForeignKey(() => PersonEntity, ['person'], ['id'], { onDelete: 'CASCADE' })
export class PersonSecretEntity {
  @PrimaryColumn({ type: 'text', name: 'person' })
  readonly person!: string;

  /** `offered`: shown to her, and not in force before she has typed in a code. */
  @PrimaryColumn({ type: 'text', name: 'name' })
  readonly name!: 'second step' | 'offered';

  @TextColumn('sealed')
  readonly sealed!: string;
}
