import type { EntityManager } from 'typeorm';
import { ReadRefusedError } from '#connectors/contract/error.js';
import { capabilities, type Fact, type Source } from '#connectors/contract/fact.js';
import type { Receipt } from '#connectors/contract/receipt.js';
import type { Refusal } from '#connectors/contract/refusal.js';
import type { VendorSession } from '#connectors/contract/vendor-access.js';
import { unreadReceipt } from '#connectors/kit/read-resource.js';
import type { Policy } from '#rules/policy/policy.js';
import { todayIn } from '#rules/policy/term.js';
import type { OpenConnection } from '../connections/connections.js';
import type { ConnectionMeans, OpenAccess } from '../connections/means.js';
import { recordUse, type Use } from '../connections/record-use.js';
import { type ConnectedSystem, connectedSystems } from '../connections/connected-systems.js';
import type { LiveReading } from './live-reading.js';
import type { Reading } from './reading.js';

export interface LiveAccountsRequest extends Reading {
  readonly policy: Policy;
  readonly connections: readonly OpenConnection[];
  readonly means: ConnectionMeans;
  /** The day that is judged, YYYY-MM-DD: what came later is not read. */
  readonly asOf: string;
}

/** The connected accounts of a policy's systems, for one scan. */
export class LiveAccounts {
  private readonly accounts: readonly LiveAccount[];

  /** Throws a UserActionError where it is not clear which connection feeds a system. */
  constructor(private readonly request: LiveAccountsRequest) {
    this.accounts = connectedSystems(request.policy, request.connections).map(
      (connected) => new LiveAccount(connected, request),
    );
  }

  /** Gives the readings for as long as `collect` takes, then drops the connections to the vendors. */
  async during<T>(collect: (readings: readonly LiveReading[]) => Promise<T>): Promise<T> {
    try {
      await Promise.all(this.accounts.map(async (account) => account.identify()));
      return await collect(this.accounts);
    } finally {
      for (const account of this.accounts) account.close();
    }
  }

  /** What was learned of the connections. `at` is a UTC instant, ISO 8601. */
  uses(at: string): readonly Use[] {
    return this.accounts.map((account) => account.use(at));
  }

  /** Stores that, in the transaction of the scan. */
  async recordUses(manager: EntityManager, at: string): Promise<void> {
    const { organization } = this.request.policy;
    for (const use of this.uses(at)) await recordUse(manager, organization, use);
  }
}

/** The account in an identity while nobody could tell which one it is. */
const UNKNOWN_ACCOUNT = 'unknown';

class LiveAccount implements LiveReading {
  readonly isSimulated: boolean;
  private account: string | null;
  private unidentified: Refusal | null = null;
  private memory: Use['memory'] = null;
  private readonly access: OpenAccess;
  private readonly receipts: Receipt[] = [];

  constructor(
    private readonly connected: ConnectedSystem,
    private readonly request: LiveAccountsRequest,
  ) {
    const { connector, credential, connection } = connected.open;
    const { means, signal, progress } = request;
    this.account = connection.account;
    this.isSimulated = means.simulation.isSimulated(connector.id);
    this.access = means.accessFor(connector, credential, signal, (untilMs) => {
      const until = new Date(untilMs).toISOString();
      progress?.({ step: 'waiting', system: connected.system, waitingFor: connector.title, until });
    });
  }

  get source(): Source {
    const { system, open } = this.connected;
    return { system, connector: open.connector.id, account: this.account ?? UNKNOWN_ACCOUNT };
  }

  async *read(): AsyncGenerator<Fact | Receipt> {
    const { connector } = this.connected.open;
    const { unidentified } = this;
    const items = unidentified === null ? connector.read(this.session()) : this.unread(unidentified);
    for await (const item of items) {
      if (item.kind === 'receipt') this.receipts.push(item);
      yield item;
    }
  }

  /** Finds out whose account it is, for a connection that could not tell when it was made. */
  async identify(): Promise<void> {
    if (this.account !== null) return;
    try {
      const [source] = await this.connected.open.connector.identify(this.session());
      this.account = source?.account ?? null;
    } catch (error) {
      if (!(error instanceof ReadRefusedError)) throw error;
      this.unidentified = error.refusal;
    }
  }

  use(at: string): Use {
    const { open } = this.connected;
    const refusals = this.receipts.flatMap(refusalOf);
    const isUnread = refusals.length > 0 && refusals.length === this.receipts.length;
    return {
      id: open.connection.id,
      at,
      account: this.account,
      refusal: isUnread ? (refusals[0] ?? null) : null,
      memory: this.memory,
    };
  }

  close(): void {
    this.access.close();
  }

  private *unread(refusal: Refusal): Generator<Receipt> {
    const declared = this.connected.open.connector.capabilities;
    for (const capability of capabilities) {
      if (declared[capability]) yield unreadReceipt({ source: this.source, capability }, refusal);
    }
  }

  private session(): VendorSession {
    const { policy, signal, progress } = this.request;
    const { system, open } = this.connected;
    const { granted } = open.connection;
    return {
      system,
      ...(this.account !== null && { account: this.account }),
      vendor: this.access.vendor,
      granted: granted === null ? null : new Set(granted),
      alsoRead: fieldsNamed(policy, system),
      ownDomains: policy.domains,
      ownAddresses: policy.people.flatMap(({ email, also }) => [
        email,
        ...also.map((one) => one.toLowerCase()),
      ]),
      memory: {
        before: open.logMemory ?? null,
        keep: (next) => {
          this.memory = { next };
        },
      },
      now: () => nowOn(this.request),
      signal,
      ...(progress && { progress: (step) => progress({ ...step, system }) }),
    };
  }
}

/** The present instant; the end of the day that is judged, if that is an earlier one. */
function nowOn({ asOf, policy, means }: LiveAccountsRequest): Date {
  const now = means.now();
  return asOf < todayIn(policy.timeZone, now) ? new Date(`${asOf}T23:59:59.999Z`) : now;
}

/** Fields that a person named in the policy, whatever the data sheet says of them. */
function fieldsNamed(policy: Policy, system: string): readonly string[] {
  const classified = policy.classify.flatMap((word) => (word.system === system ? [word.field] : []));
  const declared = policy.data.flatMap(({ fields }) => fields.get(system) ?? []);
  const evidence = policy.consent.flatMap((entry) => entry.evidence.get(system) ?? []);
  return [...new Set([...classified, ...declared, ...evidence])];
}

/** Why a resource could not be read at all; nothing for one that was read, also in part, or that no tool offers. */
function refusalOf({ status, reason, actor, step, scope, read }: Receipt): readonly Refusal[] {
  if ((status !== 'denied' && status !== 'failed') || read > 0 || actor === undefined) return [];
  return [{ status, reason: reason ?? '', actor, step: step ?? '', ...(scope !== undefined && { scope }) }];
}
