import { Entity, Index, PrimaryColumn } from 'typeorm';
import { OptionalTextColumn } from '../columns.js';

/** A business. Every other row belongs to one, by name: the one that its policy gives. */
@Entity('organizations')
export class OrganizationEntity {
  @PrimaryColumn({ type: 'text', name: 'name' })
  readonly name!: string;

  /** For addresses; says nothing of the business. Every row has one: the column came later, and old rows got theirs then. */
  @Index('organizations_id', { unique: true })
  @OptionalTextColumn('id')
  readonly id!: string;

  /** The day on which an invented business is looked at, YYYY-MM-DD; null: a real one. */
  @OptionalTextColumn('example_day')
  readonly exampleDay!: string | null;
}
