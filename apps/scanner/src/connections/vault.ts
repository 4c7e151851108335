import type { EntityManager, EntityTarget } from 'typeorm';
import type { Secret } from '#connectors/kit/secret.js';
import { ConnectionSecretEntity } from '../storage/entities/connection-secret.entity.js';
import { PersonSecretEntity } from '../storage/entities/person-secret.entity.js';
import { WebhookSecretEntity } from '../storage/entities/webhook-secret.entity.js';
import { writeRows } from '../storage/write-rows.js';
import { type KeyRing, lost, type MasterKey } from './key-ring.js';
import { type Place, seal, sealedWith, unseal } from './seal.js';
import type { SecretName } from './secret-name.js';

/** Which connection, of which organization. */
export interface ConnectionKey {
  readonly organization: string;
  readonly id: string;
}

export type Secrets = Readonly<Partial<Record<SecretName, Secret>>>;

/** Which secret of which person. */
export type PersonSecretKey = Pick<PersonSecretEntity, 'person' | 'name'>;

/** Which webhook, of which organization. */
export type WebhookKey = Pick<WebhookSecretEntity, 'organization' | 'webhook'>;

/** The secrets of connections, of persons and of webhooks: sealed on the way into the database, opened on the way out. */
export class Vault {
  constructor(private readonly ring: KeyRing) {}

  /** Whether something could be sealed now; makes the first key if there is none. @throws UserActionError. Needs a write transaction. */
  async checkKey(manager: EntityManager): Promise<void> {
    await this.ring.sealingKey(() => isAnythingSealed(manager));
  }

  /** Stores these and leaves the others as they are. Needs a write transaction around it. */
  async store(manager: EntityManager, { organization, id }: ConnectionKey, secrets: Secrets): Promise<void> {
    const given = Object.entries(secrets) as [SecretName, Secret][];
    if (given.length === 0) return;
    // Read inside of the transaction: a rotation that is over has dropped the key of a moment ago.
    const key = await this.ring.sealingKey(() => isAnythingSealed(manager));
    const rows = given.map(([name, secret]) => {
      const sealed = seal(secret, { owner: id, name }, key);
      return { organization, connection: id, name, sealed };
    });
    await writeRows(manager, ConnectionSecretEntity, rows, 'overwrite');
  }

  /** @throws UserActionError if the key to them is gone. */
  async open(manager: EntityManager, key: ConnectionKey): Promise<Secrets> {
    const secrets = await this.tryToOpen(manager, key);
    // A rotation may have ended between reading the rows and reading the keys.
    const opened = secrets ?? (await this.tryToOpen(manager, key));
    if (opened === null) throw lost();
    return opened;
  }

  /** Stores a secret of a person. Needs a write transaction around it. */
  async storeForPerson(manager: EntityManager, of: PersonSecretKey, secret: Secret): Promise<void> {
    const key = await this.ring.sealingKey(() => isAnythingSealed(manager));
    const row = { ...of, sealed: seal(secret, placeOfPerson(of), key) };
    await writeRows(manager, PersonSecretEntity, [row], 'overwrite');
  }

  /** Null if there is none. @throws UserActionError if the key to it is gone. */
  async openForPerson(manager: EntityManager, of: PersonSecretKey): Promise<Secret | null> {
    return this.openAlone(async () => manager.findOneBy(PersonSecretEntity, of), placeOfPerson(of));
  }

  /** Stores what a webhook signs with. Needs a write transaction around it. */
  async storeForWebhook(manager: EntityManager, of: WebhookKey, secret: Secret): Promise<void> {
    const key = await this.ring.sealingKey(() => isAnythingSealed(manager));
    const row = { ...of, sealed: seal(secret, placeOfWebhook(of), key) };
    await writeRows(manager, WebhookSecretEntity, [row], 'overwrite');
  }

  /** Null if there is none. @throws UserActionError if the key to it is gone. */
  async openForWebhook(manager: EntityManager, of: WebhookKey): Promise<Secret | null> {
    return this.openAlone(async () => manager.findOneBy(WebhookSecretEntity, of), placeOfWebhook(of));
  }

  /** Seals everything anew and drops the keys that nothing is sealed with any more. Needs two write transactions. */
  async sealAllAnew(inTransaction: <T>(work: (manager: EntityManager) => Promise<T>) => Promise<T>) {
    const count = await inTransaction(async (manager) => {
      await this.refuseIfKeyIsMissing(manager);
      // If this is killed after the new key stands in the file, both are there, and each opens what it sealed.
      const newest = this.ring.makesKeys ? await this.ring.add() : (await this.ring.keys())[0];
      if (newest === undefined) throw lost();
      const keys = byId(await this.ring.keys());
      const anew = (sealed: string, place: Place) => {
        const key = keys.get(sealedWith(sealed));
        if (key === undefined) throw lost();
        return seal(unseal(sealed, place, key), place, newest);
      };
      const ofConnections = await sealAnew(manager, ConnectionSecretEntity, placeOfConnection, anew);
      const ofPersons = await sealAnew(manager, PersonSecretEntity, placeOfPerson, anew);
      const ofWebhooks = await sealAnew(manager, WebhookSecretEntity, placeOfWebhook, anew);
      return ofConnections + ofPersons + ofWebhooks;
    });
    if (this.ring.makesKeys) await inTransaction(async (manager) => this.dropUnusedKeys(manager));
    return count;
  }

  private async openAlone(
    read: () => Promise<{ readonly sealed: string } | null>,
    place: Place,
  ): Promise<Secret | null> {
    // Twice: a rotation may have ended between reading the row and reading the keys.
    for (const _attempt of [1, 2]) {
      const row = await read();
      if (row === null) return null;
      const key = byId(await this.ring.keys()).get(sealedWith(row.sealed));
      if (key !== undefined) return unseal(row.sealed, place, key);
    }
    throw lost();
  }

  /** No key is made as long as something is sealed with one that is not there. */
  private async refuseIfKeyIsMissing(manager: EntityManager): Promise<void> {
    const known = byId(await this.ring.keys());
    for (const id of await keysInUse(manager)) if (!known.has(id)) throw lost();
  }

  private async dropUnusedKeys(manager: EntityManager): Promise<void> {
    const [newest] = await this.ring.keys();
    const used = await keysInUse(manager);
    if (newest !== undefined) await this.ring.keepOnly(used.add(newest.id));
  }

  /** Null if the key of one of them is not there. */
  private async tryToOpen(
    manager: EntityManager,
    { organization, id }: ConnectionKey,
  ): Promise<Secrets | null> {
    const rows = await manager.findBy(ConnectionSecretEntity, { organization, connection: id });
    if (rows.length === 0) return {};
    const keys = byId(await this.ring.keys());
    const opened: Partial<Record<SecretName, Secret>> = {};
    for (const { name, sealed } of rows) {
      const key = keys.get(sealedWith(sealed));
      if (key === undefined) return null;
      opened[name] = unseal(sealed, { owner: id, name }, key);
    }
    return opened;
  }
}

/** Seals every row of a table anew; gives how many. */
async function sealAnew<Row extends { readonly sealed: string }>(
  manager: EntityManager,
  table: EntityTarget<Row>,
  placeOf: (row: Row) => Place,
  anew: (sealed: string, place: Place) => string,
): Promise<number> {
  const rows = await manager.find(table);
  const sealedAnew = rows.map((row) => ({ ...row, sealed: anew(row.sealed, placeOf(row)) }));
  await writeRows(manager, table, sealedAnew, 'overwrite');
  return rows.length;
}

function placeOfConnection({ connection, name }: ConnectionSecretEntity): Place {
  return { owner: connection, name };
}

function placeOfPerson({ person, name }: PersonSecretKey): Place {
  return { owner: `person ${person}`, name };
}

function placeOfWebhook({ webhook }: WebhookKey): Place {
  return { owner: `webhook ${webhook}`, name: 'signing' };
}

/** The ids of the keys that something is sealed with. */
async function keysInUse(manager: EntityManager): Promise<Set<string>> {
  const rows = [
    ...(await manager.find(ConnectionSecretEntity)),
    ...(await manager.find(PersonSecretEntity)),
    ...(await manager.find(WebhookSecretEntity)),
  ];
  return new Set(rows.map(({ sealed }) => sealedWith(sealed)));
}

async function isAnythingSealed(manager: EntityManager): Promise<boolean> {
  const tables = [ConnectionSecretEntity, PersonSecretEntity, WebhookSecretEntity];
  for (const table of tables) if (await manager.existsBy(table, {})) return true;
  return false;
}

function byId(keys: readonly MasterKey[]): ReadonlyMap<string, MasterKey> {
  return new Map(keys.map((key) => [key.id, key]));
}
