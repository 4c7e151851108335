import { createHash } from 'node:crypto';
import { type EntityManager, EntityNotFoundError } from 'typeorm';
import { UserActionError, VendorFailedError } from '#connectors/contract/error.js';
import type { Credential } from '#connectors/kit/guard/guard.js';
import { OAuthRefusedError } from '#connectors/kit/oauth/oauth-refused-error.js';
import type { TokenSet } from '#connectors/kit/oauth/token-set.js';
import { Secret } from '#connectors/kit/secret.js';
import type { AnyVendorConnector } from '#connectors/registry.js';
import { holderName, isHolderKnownDead } from '../leases/process-identity.js';
import { ConnectionEntity } from '../storage/entities/connection.entity.js';
import { healthUnstored } from './health.js';
import { healthAfter, noticesOf, withKnownEnd } from './login-end.js';
import type { ConnectionMeans } from './means.js';
import { patiently, type Renewal, renewalOf } from './renewal.js';
import type { ConnectionKey, Secrets, Vault } from './vault.js';
import { refuseOtherKind } from './vendor-kind.js';

/** What a credential shares with the others of its process. */
export interface CredentialStore {
  readonly vault: Vault;
  readonly means: ConnectionMeans;
  readonly manager: EntityManager;
  readonly inTransaction: <T>(work: (manager: EntityManager) => Promise<T>) => Promise<T>;
  /** Renewals under way in this process; by a digest, for a key of a map is printed. */
  readonly renewals: Map<string, Promise<string>>;
  /** What vendors gave and could not be stored yet, by the id of the connection. */
  readonly unstored: Map<string, NewLogin>;
}

interface NewLogin {
  readonly tokens: TokenSet;
  /** The refresh token it was given for; null: none was needed. */
  readonly used: Secret | null;
}

/** Renewed so long before its end that a read under way does not meet it. */
const AHEAD_MS = 120_000;
/** Longer than any token request may take: whoever holds a renewal for longer was killed. */
const RENEWAL_WITHIN_MS = 120_000;
const LOOK_AGAIN_MS = 250;
/** Between attempts to store a new login: a lock goes by, and somebody may free the disk. Others wait as long. */
const STORE_PAUSES_MS = [250, 1_000, 3_000, 8_000, 16_000];

/** What one look at the stored connection tells a renewal to do. */
type Turn =
  | { readonly kind: 'newer'; readonly token: string }
  | { readonly kind: 'wait' }
  | { readonly kind: 'lost'; readonly error: OAuthRefusedError }
  | { readonly kind: 'ours'; readonly renew: Renewal; readonly used: Secret | null };

/**
 * The login of one connection. One renewal at a time, also across processes; what it gave is stored before it is used,
 * and whoever comes second takes what the first one stored. A login is called lost only where the vendor says so.
 */
export class StoredCredential implements Credential {
  private readonly own = holderName();

  constructor(
    private readonly key: ConnectionKey,
    private readonly connector: AnyVendorConnector,
    private readonly store: CredentialStore,
  ) {}

  async token(): Promise<string> {
    const { manager, vault, means } = this.store;
    const connection = await this.connection(manager);
    refuseOtherKind(connection, this.connector, means);
    const unstored = this.store.unstored.get(this.key.id);
    if (unstored !== undefined) return this.renewed(unstored.used?.reveal() ?? '');
    const secrets = await vault.open(manager, this.key);
    const current = accessOf(connection, secrets);
    if (current !== null && !endsBefore(connection, means.now().getTime() + AHEAD_MS))
      return current.reveal();
    if (renewalOf(connection, secrets, this.connector, means) === null && current !== null)
      return current.reveal();
    try {
      return await this.renewed(current?.reveal() ?? '');
    } catch (error) {
      // Renewing early failed, and what we have is still good.
      const isGood = current !== null && !endsBefore(connection, means.now().getTime());
      if (isGood && error instanceof VendorFailedError) return current.reveal();
      throw error;
    }
  }

  async renewed(refused: string): Promise<string> {
    const { renewals } = this.store;
    const name = createHash('sha256').update(`${this.key.id} ${refused}`).digest('base64url');
    const underWay = renewals.get(name);
    if (underWay) return underWay;
    const renewal = this.renew(new Secret(refused)).finally(() => renewals.delete(name));
    renewals.set(name, renewal);
    return renewal;
  }

  private async renew(refused: Secret): Promise<string> {
    const { inTransaction, means } = this.store;
    await this.storeLate();
    for (let waited = 0; waited <= RENEWAL_WITHIN_MS;) {
      const turn = await inTransaction((manager) => this.takeTurn(manager, refused));
      if (turn.kind === 'newer') return turn.token;
      if (turn.kind === 'lost') throw turn.error;
      if (turn.kind === 'wait') {
        await means.pause(LOOK_AGAIN_MS);
        waited += LOOK_AGAIN_MS;
        continue;
      }
      const token = await this.renewInTurn(turn);
      if (token !== null) return token;
    }
    throw new VendorFailedError({ message: `${this.connector.title} could not be asked for a new login.` });
  }

  /** Looks, and holds the renewal if it is ours to make. Needs a write transaction around it. */
  private async takeTurn(manager: EntityManager, refused: Secret): Promise<Turn> {
    const { vault, means } = this.store;
    const now = means.now();
    const connection = await this.connection(manager);
    refuseOtherKind(connection, this.connector, means);
    const secrets = await vault.open(manager, this.key);
    const current = accessOf(connection, secrets);
    if (current !== null && !current.equals(refused) && !endsBefore(connection, now.getTime()))
      return { kind: 'newer', token: current.reveal() };
    const renew = renewalOf(connection, secrets, this.connector, means);
    if (renew === null) {
      const problem = connection.way === 'key' ? 'key-not-taken' : 'revoked';
      return { kind: 'lost', error: await this.lost(manager, connection, problem) };
    }
    if (isHeldByOther(connection, this.own, now)) return { kind: 'wait' };
    const until = new Date(now.getTime() + RENEWAL_WITHIN_MS).toISOString();
    await this.update(manager, { renewingBy: this.own, renewingUntil: until });
    return { kind: 'ours', renew, used: secrets.refresh_token ?? null };
  }

  /** Null: the login that was refused is not the newest any more; look again. */
  private async renewInTurn({ renew, used }: Extract<Turn, { kind: 'ours' }>): Promise<string | null> {
    const { inTransaction, means } = this.store;
    let tokens: TokenSet;
    try {
      tokens = await patiently(renew, means.pause);
    } catch (error) {
      const final = await inTransaction((manager) => this.giveUp(manager, error, used));
      if (final === null) return null;
      throw final;
    }
    const isNewest = await this.keepPatiently({ tokens, used });
    return isNewest ? tokens.accessToken.reveal() : null;
  }

  /** Stores what the vendor gave, which it does not give twice. What can not be stored is held until it can. */
  private async keepPatiently(login: NewLogin): Promise<boolean> {
    const { inTransaction, means, unstored } = this.store;
    unstored.set(this.key.id, login);
    for (let attempt = 0; ; attempt += 1) {
      try {
        const isNewest = await inTransaction((manager) => this.keep(manager, login));
        unstored.delete(this.key.id);
        return isNewest;
      } catch (error) {
        const pause = STORE_PAUSES_MS[attempt];
        if (error instanceof EntityNotFoundError) unstored.delete(this.key.id);
        else if (pause !== undefined) {
          await means.pause(pause);
          continue;
        } else await this.sayUnstored();
        throw error;
      }
    }
  }

  /** Stores what could not be stored when it came. */
  private async storeLate(): Promise<void> {
    const { inTransaction, unstored } = this.store;
    const login = unstored.get(this.key.id);
    if (login === undefined) return;
    await inTransaction((manager) => this.keep(manager, login));
    unstored.delete(this.key.id);
  }

  /** As far as that can be written: the key may be what is missing, and not the disk. */
  private async sayUnstored(): Promise<void> {
    const say = async (manager: EntityManager) => {
      const { health } = await this.connection(manager);
      await this.update(manager, { health: healthUnstored(health, this.connector.title) });
    };
    await this.store.inTransaction(say).catch(() => undefined);
  }

  /** False, and nothing is stored: a newer login was stored meanwhile. */
  private async keep(manager: EntityManager, { tokens, used }: NewLogin): Promise<boolean> {
    const { vault, means } = this.store;
    const connection = await this.connection(manager);
    const { refresh_token: known = null } = await vault.open(manager, this.key);
    if (used !== null && !used.equals(known)) {
      await this.update(manager, freed(connection, this.own));
      return false;
    }
    await vault.store(manager, this.key, secretsOf(tokens));
    const loginEndsAt = tokens.refreshEndsAt?.toISOString() ?? connection.loginEndsAt;
    const span = { loginBeganAt: connection.loginBeganAt, loginEndsAt };
    const { health } = connection;
    await this.update(manager, {
      ...freed(connection, this.own),
      accessEndsAt: tokens.accessEndsAt?.toISOString() ?? null,
      loginEndsAt,
      lastRefreshedAt: means.now().toISOString(),
      ...(tokens.scopes !== null && { granted: tokens.scopes }),
      health: {
        ...(health.problem?.of === 'login' ? { state: 'works', problem: null } : health),
        notices: noticesOf(tokens, span, this.connector.title),
      },
    });
    return true;
  }

  private async giveUp(manager: EntityManager, error: unknown, used: Secret | null): Promise<unknown> {
    const connection = await this.connection(manager);
    await this.update(manager, freed(connection, this.own));
    if (!(error instanceof OAuthRefusedError)) return error;
    // Somebody else renewed it meanwhile: theirs is the newest, ours was used up.
    const { refresh_token: newest = null } = await this.store.vault.open(manager, this.key);
    if (used !== null && newest !== null && !newest.equals(used)) return null;
    return this.lost(manager, connection, error);
  }

  private async lost(
    manager: EntityManager,
    connection: ConnectionEntity,
    why: OAuthRefusedError | 'key-not-taken' | 'revoked',
  ): Promise<OAuthRefusedError> {
    const { title } = this.connector;
    const refusal = typeof why === 'string' ? new OAuthRefusedError(why, title) : why;
    const error = withKnownEnd(refusal, connection, title, this.store.means.now());
    await this.update(manager, { health: healthAfter(error, connection.health) });
    return error;
  }

  private async update(manager: EntityManager, change: Partial<ConnectionEntity>): Promise<void> {
    const { organization, id } = this.key;
    await manager.update(ConnectionEntity, { organization, id }, change as object);
  }

  private async connection(manager: EntityManager): Promise<ConnectionEntity> {
    const { organization, id } = this.key;
    const connection = await manager.findOneBy(ConnectionEntity, { organization, id });
    if (connection) return connection;
    throw new UserActionError({
      message: `${this.connector.title} was disconnected.`,
      step: `Connect ${this.connector.title} again if it is to be read.`,
    });
  }
}

/** The secrets among what a token endpoint gave; a refresh token that was not renewed stays as it is. */
export function secretsOf({ accessToken, refreshToken }: TokenSet): Secrets {
  return { access_token: accessToken, ...(refreshToken !== null && { refresh_token: refreshToken }) };
}

function accessOf({ way }: ConnectionEntity, secrets: Secrets): Secret | null {
  return (way === 'key' ? secrets.key : secrets.access_token) ?? null;
}

function endsBefore({ accessEndsAt }: ConnectionEntity, instant: number): boolean {
  return accessEndsAt !== null && Date.parse(accessEndsAt) <= instant;
}

function isHeldByOther({ renewingBy, renewingUntil }: ConnectionEntity, own: string, now: Date): boolean {
  if (renewingBy === null || renewingBy === own || renewingUntil === null) return false;
  const left = Date.parse(renewingUntil) - now.getTime();
  // Longer than it can be held: the clock was set back since.
  return left > 0 && left <= RENEWAL_WITHIN_MS && !isHolderKnownDead(renewingBy);
}

function freed({ renewingBy }: ConnectionEntity, own: string): Partial<ConnectionEntity> {
  return renewingBy === own ? { renewingBy: null, renewingUntil: null } : {};
}
