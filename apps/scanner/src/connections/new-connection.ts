import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { UserActionError } from '#connectors/contract/error.js';
import type { WayToConnect } from '#connectors/contract/vendor-connector.js';
import type { TokenSet } from '#connectors/kit/oauth/token-set.js';
import type { AnyVendorConnector } from '#connectors/registry.js';
import { addOrganization } from '../findings/add-organization.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { ConnectionSecretEntity } from '../storage/entities/connection-secret.entity.js';
import { ConnectionEntity } from '../storage/entities/connection.entity.js';
import { untried } from './health.js';
import { noticesOf } from './login-end.js';
import { secretsOf } from './stored-credential.js';
import type { VendorKind } from './vendor-kind.js';
import type { ConnectionKey, Secrets, Vault } from './vault.js';

/** What a person brought to connect a tool. */
export interface NewConnection {
  readonly organization: string;
  /** As she wants to call it; null: the tool's own name. */
  readonly name: string | null;
  readonly connector: AnyVendorConnector;
  readonly way: WayToConnect['id'];
  readonly clientId: string | null;
  readonly subject: string | null;
  /** Where the sign-in or the person named it. */
  readonly account: string | null;
  readonly asked: readonly string[];
  /** Client secret, key or refresh token that were typed in. */
  readonly secrets: Secrets;
  /** Null: none yet, or a key needs none. */
  readonly tokens: TokenSet | null;
}

const NAME = /^[a-z0-9][a-z0-9._-]{0,39}$/u;

/** Stores what was brought, before anything is asked with it: some logins change at their first use. Needs a transaction. */
export async function storeNew(
  manager: EntityManager,
  vault: Vault,
  brought: NewConnection,
  { now, vendorKind }: { readonly now: Date; readonly vendorKind: VendorKind },
): Promise<ConnectionKey> {
  const { organization, connector, tokens } = brought;
  await addOrganization(manager, organization);
  const records = new OrganizationRecords(manager, organization);
  const key = { organization, id: randomUUID() };
  const began = tokens === null ? null : now.toISOString();
  const ends = tokens?.refreshEndsAt?.toISOString() ?? null;
  const span = { loginBeganAt: began, loginEndsAt: ends };
  await records.insert(ConnectionEntity, [
    {
      id: key.id,
      name: await freeName(records, brought, vendorKind),
      connector: connector.id,
      account: null,
      way: brought.way,
      vendorKind,
      clientId: brought.clientId,
      subject: brought.subject,
      asked: brought.asked,
      granted: tokens?.scopes ?? null,
      health: { ...untried, notices: tokens === null ? [] : noticesOf(tokens, span, connector.title) },
      connectedAt: now.toISOString(),
      lastUsedAt: null,
      lastRefreshedAt: null,
      accessEndsAt: tokens?.accessEndsAt?.toISOString() ?? null,
      ...span,
      renewingBy: null,
      renewingUntil: null,
      logMemory: null,
    },
  ]);
  await vault.store(manager, key, { ...brought.secrets, ...(tokens !== null && secretsOf(tokens)) });
  return key;
}

/**
 * Gives the new connection its account. Where that account is connected already, the one there takes over the new
 * login and keeps its name, history and logs. Needs a transaction.
 */
export async function settle(
  manager: EntityManager,
  vault: Vault,
  { organization, id }: ConnectionKey,
  account: string,
): Promise<ConnectionKey> {
  const records = new OrganizationRecords(manager, organization);
  const added = await records.first(ConnectionEntity, { where: { id } });
  if (added === null) return { organization, id };
  const { connector, vendorKind } = added;
  // A simulated account can have the id of a real one, and must not take its place.
  const known = await records.first(ConnectionEntity, { where: { connector, account, vendorKind } });
  if (known === null || known.id === id) {
    await records.update(ConnectionEntity, { id }, { account });
    return { organization, id };
  }
  const secrets = await vault.open(manager, { organization, id });
  const { name: _name, id: _id, account: _account, logMemory: _memory, lastUsedAt: _used, ...login } = added;
  await records.delete(ConnectionEntity, { id });
  await records.delete(ConnectionSecretEntity, { connection: known.id });
  await records.update(ConnectionEntity, { id: known.id }, login);
  await vault.store(manager, { organization, id: known.id }, secrets);
  return { organization, id: known.id };
}

/** Call before somebody signs in: what the vendor gave could not be stored. @throws UserActionError */
export function checkName(name: string | null): void {
  if (name === null || NAME.test(name)) return;
  throw new UserActionError({
    message: 'That name can not be used for a connection.',
    step: 'Use small letters, digits, dots, dashes and underscores, 40 at most: --name crm',
  });
}

/** The name asked for, or the tool's with a number. One that was never read with makes room. */
async function freeName(
  records: OrganizationRecords,
  { name, connector }: Pick<NewConnection, 'name' | 'connector'>,
  kind: VendorKind,
): Promise<string> {
  checkName(name);
  const wished = name ?? connector.id;
  const all = await records.all(ConnectionEntity, 'id');
  const holder = all.find((one) => one.name === wished);
  if (holder === undefined) return wished;
  const isSameTool = holder.connector === connector.id && holder.vendorKind === kind;
  if (holder.account === null && isSameTool) {
    await records.delete(ConnectionEntity, { id: holder.id });
    return wished;
  }
  const taken = new Set(all.map((one) => one.name));
  let number = 2;
  while (taken.has(`${wished}-${number}`)) number += 1;
  return `${wished}-${number}`;
}
