import { Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { WayToSignIn } from '../../people/way-to-sign-in.js';
import { TextColumn } from '../columns.js';
import { PersonEntity } from './person.entity.js';

/** A browser in which a person is signed in. */
@Entity('sessions')
@Unique(['id'])
@ForeignKey(() => PersonEntity, ['person'], ['id'], { onDelete: 'CASCADE' })
export class SessionEntity {
  /** Of what the browser holds, which is nowhere. */
  @PrimaryColumn({ type: 'text', name: 'digest' })
  readonly digest!: string;

  /** To name it by; opens nothing. */
  @TextColumn('id')
  readonly id!: string;

  @Index()
  @TextColumn('person')
  readonly person!: string;

  @TextColumn('way')
  readonly way!: WayToSignIn;

  /** As the browser calls itself, shortened. */
  @TextColumn('browser')
  readonly browser!: string;

  @TextColumn('begun_at')
  readonly begunAt!: string;

  /** To the minute. */
  @TextColumn('used_at')
  readonly usedAt!: string;

  /** Its last moment, however much it is used. */
  @TextColumn('ends_at')
  readonly endsAt!: string;
}
