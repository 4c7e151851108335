import { Entity, PrimaryColumn } from 'typeorm';

/** A business. Every other row belongs to one, by name. */
@Entity('organizations')
export class OrganizationEntity {
  @PrimaryColumn({ type: 'text', name: 'name' })
  readonly name!: string;
}
