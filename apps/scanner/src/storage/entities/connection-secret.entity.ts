import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { SecretName } from '../../connections/secret-name.js';
import { TextColumn } from '../columns.js';
import { ConnectionEntity } from './connection.entity.js';

/** A secret of a connection, sealed with a key that is not in the database. */
@Entity('connection_secrets')
@ForeignKey(() => ConnectionEntity, ['organization', 'connection'], ['organization', 'id'], {
  onDelete: 'CASCADE',
})
export class ConnectionSecretEntity {
  @PrimaryColumn({ type: 'text', name: 'organization' })
  readonly organization!: string;

  @PrimaryColumn({ type: 'text', name: 'connection' })
  readonly connection!: string;

  @PrimaryColumn({ type: 'text', name: 'name' })
  readonly name!: SecretName;

  @TextColumn('sealed')
  readonly sealed!: string;
}
