import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** Stands in for one code of the second step; deleted when it was used. */
@Entity('recovery_codes')
@ForeignKey(() => PersonEntity, ['person'], ['id'], { onDelete: 'CASCADE' })
export class RecoveryCodeEntity {
  @PrimaryColumn({ type: 'text', name: 'person' })
  readonly person!: string;

  /** Of the code, which is nowhere. */
  @PrimaryColumn({ type: 'text', name: 'digest' })
  readonly digest!: string;
}
