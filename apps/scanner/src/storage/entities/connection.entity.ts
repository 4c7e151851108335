import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { ConnectorId } from '#connectors/contract/fact.js';
import type { WayToConnect } from '#connectors/contract/vendor-connector.js';
import type { Health } from '../../connections/health.js';
import type { VendorKind } from '../../connections/vendor-kind.js';
import { JsonColumn, OptionalJsonColumn, OptionalTextColumn, TextColumn } from '../columns.js';
import { OrganizationEntity } from './organization.entity.js';

/** An organization's authorised link to one account of a tool. Nothing in it is secret; see ConnectionSecretEntity. */
@Entity('connections')
@Unique(['organization', 'name'])
@ForeignKey(() => OrganizationEntity, ['organization'], ['name'])
export class ConnectionEntity {
  @PrimaryColumn({ type: 'text', name: 'organization' })
  readonly organization!: string;

  @PrimaryColumn({ type: 'text', name: 'id' })
  readonly id!: string;

  /** What the policy and people call it. */
  @TextColumn('name')
  readonly name!: string;

  @TextColumn('connector')
  readonly connector!: ConnectorId;

  /** The vendor's id of the account; null until it was read for the first time. */
  @OptionalTextColumn('account')
  readonly account!: string | null;

  @TextColumn('way')
  readonly way!: WayToConnect['id'];

  /** Where it was made: the other kind never gets to see the login. */
  @Column({ type: 'text', name: 'vendor_kind', default: 'real' })
  readonly vendorKind!: VendorKind;

  @OptionalTextColumn('client_id')
  readonly clientId!: string | null;

  /** Whom a service account acts for. */
  @OptionalTextColumn('subject')
  readonly subject!: string | null;

  /** The rights asked for, and those granted (null: the vendor does not tell), as the vendor names them. */
  @JsonColumn('asked')
  readonly asked!: readonly string[];

  @OptionalJsonColumn('granted')
  readonly granted!: readonly string[] | null;

  @JsonColumn('health')
  readonly health!: Health;

  @TextColumn('connected_at')
  readonly connectedAt!: string;

  @OptionalTextColumn('last_used_at')
  readonly lastUsedAt!: string | null;

  @OptionalTextColumn('last_refreshed_at')
  readonly lastRefreshedAt!: string | null;

  /** When the access token, and the login as a whole, end by themselves; null: never, or not known. */
  @OptionalTextColumn('access_ends_at')
  readonly accessEndsAt!: string | null;

  @OptionalTextColumn('login_ends_at')
  readonly loginEndsAt!: string | null;

  /** When a person last signed in. */
  @OptionalTextColumn('login_began_at')
  readonly loginBeganAt!: string | null;

  /** Who is renewing the access token, and until when others wait for it. */
  @OptionalTextColumn('renewing_by')
  readonly renewingBy!: string | null;

  @OptionalTextColumn('renewing_until')
  readonly renewingUntil!: string | null;

  /** Where the next scan reads on in the vendor's logs; stored with the scan that read so far. */
  @OptionalJsonColumn('log_memory')
  readonly logMemory!: unknown;
}
