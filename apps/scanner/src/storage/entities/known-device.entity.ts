import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { TextColumn } from '../columns.js';
import { PersonEntity } from './person.entity.js';

/** A browser in which a person has signed in before: it does not wait for what attackers do elsewhere. */
@Entity('known_devices')
@ForeignKey(() => PersonEntity, ['person'], ['id'], { onDelete: 'CASCADE' })
export class KnownDeviceEntity {
  @PrimaryColumn({ type: 'text', name: 'person' })
  readonly person!: string;

  /** Of what the browser holds, which is nowhere. */
  @PrimaryColumn({ type: 'text', name: 'digest' })
  readonly digest!: string;

  @TextColumn('used_at')
  readonly usedAt!: string;
}
