import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { UserActionError } from '#connectors/contract/error.js';
import type { Credential } from '#connectors/kit/guard/guard.js';
import { OAuthClient, type OAuthApp } from '#connectors/kit/oauth/oauth-client.js';
import { ServiceAccount } from '#connectors/kit/oauth/service-account.js';
import { SignIn } from '#connectors/kit/oauth/sign-in.js';
import type { TokenSet } from '#connectors/kit/oauth/token-set.js';
import type { Secret } from '#connectors/kit/secret.js';
import type { AnyVendorConnector } from '#connectors/registry.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { ConnectionEntity } from '../storage/entities/connection.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { wipeDeleted } from '../storage/wipe-deleted.js';
import { type Connection, shown } from './connection.js';
import { type Disconnected, revokeLogin } from './disconnect.js';
import { type Health, healthUnstored, working } from './health.js';
import { CONNECTION_MEANS, type ConnectionMeans } from './means.js';
import { type NewConnection, settle, storeNew } from './new-connection.js';
import { type CredentialStore, StoredCredential } from './stored-credential.js';
import { tryConnection } from './try-connection.js';
import { type ConnectionKey, Vault } from './vault.js';
import { kindSpokenTo, refuseOtherKind } from './vendor-kind.js';

/** A connection that can be read with. */
export interface OpenConnection {
  readonly connection: Connection;
  readonly connector: AnyVendorConnector;
  readonly credential: Credential;
  /** What the logs told so far; see `recordUse`. */
  readonly logMemory: unknown;
}

/** What is stored with a change, or not at all: who made it. */
export type Beside = (manager: EntityManager) => Promise<void>;

const nothingBeside: Beside = async () => undefined;

/** The authorised links of an organization to its tools. */
@Injectable()
export class Connections implements OnModuleDestroy {
  private readonly store: CredentialStore;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(CONNECTION_MEANS) readonly means: ConnectionMeans,
  ) {
    const { manager } = dataSource;
    this.store = {
      vault,
      means,
      manager,
      inTransaction: (work) => this.write(work),
      renewals: new Map(),
      unstored: new Map(),
    };
  }

  onModuleDestroy(): void {
    this.means.close();
  }

  /** @throws UserActionError for a tool that can not be connected. */
  connector(id: string): AnyVendorConnector {
    const { connectors } = this.means;
    const found = connectors.find((connector) => connector.id === id);
    if (found) return found;
    throw new UserActionError({
      message: 'Plumbline can not log in to a tool of that name.',
      step: `Choose one of: ${connectors.map((connector) => connector.id).join(', ')}. Every other tool is read from its exports.`,
    });
  }

  /** All of them, by name. */
  async list(organization: string): Promise<readonly Connection[]> {
    const rows = await this.read(organization).all(ConnectionEntity, 'name');
    return rows.map((row) => this.shown(row));
  }

  /** Call before somebody signs in: what the vendor gives then could not be kept. @throws UserActionError */
  async checkKey(): Promise<void> {
    await this.write((manager) => this.vault.checkKey(manager));
  }

  /** A sign-in at the vendor with the app that a person registered there. */
  signIn(connector: AnyVendorConnector, app: OAuthApp): SignIn {
    const { means } = this;
    const client = new OAuthClient(connector, app, { fetch: means.fetchFor(connector), now: means.now });
    return new SignIn(connector, client, means.now);
  }

  /** Tokens of a service account for those of the rights that were delegated to it. */
  async serviceAccountTokens(
    connector: AnyVendorConnector,
    key: Secret,
    subject: string,
    scopes: readonly string[],
  ): Promise<TokenSet> {
    const { means } = this;
    const client = { fetch: means.fetchFor(connector), now: means.now };
    return new ServiceAccount(connector, key, subject, client).tokensForGranted(scopes);
  }

  /**
   * Stores what a person brought and looks whose account it is. A login that the vendor does not take is not kept and
   * throws a UserActionError; one that works but can not read yet is kept, with the step in its health.
   */
  async connect(brought: NewConnection, beside: Beside = nothingBeside): Promise<Connection> {
    const { connector } = brought;
    const added = await this.write(async (manager) => {
      const made = { now: this.means.now(), vendorKind: kindSpokenTo(this.means, connector.id) };
      const key = await storeNew(manager, this.vault, brought, made);
      await beside(manager);
      return key;
    });
    const { granted } = await this.connection(added);
    const known = { granted, account: brought.account };
    const look = await tryConnection(connector, this.credential(added, connector), known, this.means);
    const { health } = await this.connection(added);
    if (health.state === 'reconnect needed') {
      await this.forget(added);
      throw new UserActionError({
        message: health.problem?.message ?? `${connector.title} does not take this login.`,
        step: health.problem?.step ?? `Connect ${connector.title} again.`,
      });
    }
    const problem = 'problem' in look ? ({ ...look.problem, of: 'reading' } as const) : null;
    const { notices } = health;
    await this.setHealth(added, problem ? { state: 'help needed', problem, notices } : working(health));
    // Some vendors tell the account while a person signs in, and never again.
    const account = 'problem' in look ? brought.account : look.account;
    if (account === null) return shown(await this.connection(added));
    const settled = await this.write((manager) => settle(manager, this.vault, added, account));
    return shown(await this.connection(settled));
  }

  /**
   * Looks whether an account can be read now.
   * @throws UserActionError if there is no connection of that name, or it was made at the other kind of vendor
   */
  async test(organization: string, name: string): Promise<Connection> {
    const named = await this.named(organization, name);
    const { id, connector: of, granted, account, health } = named;
    const connector = this.connector(of);
    refuseOtherKind(named, connector, this.means);
    const key = { organization, id };
    const look = await tryConnection(
      connector,
      this.credential(key, connector),
      { granted, account },
      this.means,
    );
    const now = await this.connection(key);
    // A lost login has been noted already, with its own words.
    if ('problem' in look && now.health.problem?.of !== 'login') {
      await this.setHealth(key, {
        state: 'help needed',
        problem: { ...look.problem, of: 'reading' },
        notices: health.notices,
      });
    } else if (!('problem' in look)) await this.setHealth(key, working(now.health));
    return this.shown(await this.connection(key));
  }

  /** Takes the login back at the vendor as far as that goes, and deletes everything of it here in any case. */
  async disconnect(
    organization: string,
    name: string,
    beside: Beside = nothingBeside,
  ): Promise<Disconnected> {
    const connection = await this.named(organization, name);
    const key = { organization, id: connection.id };
    const connector = this.means.connectors.find(({ id }) => id === connection.connector) ?? null;
    const revocation =
      connector === null ? 'not possible' : await revokeLogin(key, connection, connector, this.store);
    await this.forget(key, beside);
    this.store.unstored.delete(key.id);
    return { connection: shown(connection), revocation, byHand: connector?.revokeByHand ?? null };
  }

  /** Seals every secret anew, under a key that is new where Plumbline makes the keys; gives how many. */
  async rotateKey(): Promise<number> {
    const count = await this.vault.sealAllAnew((work) => this.write(work));
    await wipeDeleted(this.dataSource);
    return count;
  }

  /** What a scan can read with, by name of the connection. */
  async open(organization: string): Promise<readonly OpenConnection[]> {
    const rows = await this.read(organization).all(ConnectionEntity, 'name');
    return rows.flatMap((row) => {
      const connector = this.means.connectors.find(({ id }) => id === row.connector);
      if (connector === undefined) return [];
      const credential = this.credential({ organization, id: row.id }, connector);
      return [{ connection: shown(row), connector, credential, logMemory: row.logMemory }];
    });
  }

  /** As it may be shown; with what could not be written into its health. */
  private shown(row: ConnectionEntity): Connection {
    const connector = this.means.connectors.find(({ id }) => id === row.connector);
    const isUnstored = this.store.unstored.has(row.id);
    if (!isUnstored || connector === undefined) return shown(row);
    return { ...shown(row), health: healthUnstored(row.health, connector.title) };
  }

  private credential(key: ConnectionKey, connector: AnyVendorConnector): StoredCredential {
    return new StoredCredential(key, connector, this.store);
  }

  private async named(organization: string, name: string): Promise<ConnectionEntity> {
    const rows = await this.read(organization).all(ConnectionEntity, 'name');
    const found = rows.find((row) => row.name === name);
    if (found) return found;
    const names = rows.map((row) => row.name).join(', ');
    throw new UserActionError({
      message: 'There is no connection of that name.',
      step: names === '' ? 'Nothing is connected yet: plumbline connect TOOL' : `Choose one of: ${names}`,
    });
  }

  private async connection({ organization, id }: ConnectionKey): Promise<ConnectionEntity> {
    return this.dataSource.manager.findOneByOrFail(ConnectionEntity, { organization, id });
  }

  private async setHealth({ organization, id }: ConnectionKey, health: Health): Promise<void> {
    await this.write((manager) =>
      new OrganizationRecords(manager, organization).update(ConnectionEntity, { id }, { health }),
    );
  }

  private async forget({ organization, id }: ConnectionKey, beside: Beside = nothingBeside): Promise<void> {
    await this.write(async (manager) => {
      await new OrganizationRecords(manager, organization).delete(ConnectionEntity, { id });
      await beside(manager);
    });
    await wipeDeleted(this.dataSource);
  }

  private read(organization: string): OrganizationRecords {
    return new OrganizationRecords(this.dataSource.manager, organization);
  }

  private write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return inTransaction(this.dataSource, work);
  }
}
