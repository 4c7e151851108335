import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ScanOutcome } from '#reports/model/scan-outcome.js';
import { RULES_VERSION } from '#rules/engine/rules-version.js';
import { applyClassifications } from '#rules/policy/coverage.js';
import { todayIn } from '#rules/policy/term.js';
import { connectedSystems } from '../connections/connected-systems.js';
import { Connections } from '../connections/connections.js';
import { Ledger } from '../findings/ledger.js';
import { AccountLeases, type VendorAccount } from '../leases/account-leases.js';
import { digest } from '../policies/digest.js';
import { collectUnderPolicy, type PolicyReading } from './collect-under-policy.js';
import { judge } from './judge.js';
import { type Listed, listRecords, type ListRequest } from './list-records.js';
import { LiveAccounts } from './live-accounts.js';

export interface ScanRequest extends Omit<PolicyReading, 'live'> {
  readonly policyText: string;
  /** YYYY-MM-DD; null: today in the policy's time zone (E1). */
  readonly asOf: string | null;
  /** Gives the present instant; handed in, so that tests have no calendar. */
  readonly clock: () => Date;
  /** Who reads the result: the news of that report is against the last one of its channel (law 7). */
  readonly channel: string;
  /** Stored with the scan, or not at all. */
  readonly beside?: (manager: EntityManager, stored: StoredScan) => Promise<void>;
}

/** What is known of a scan as it is stored; UTC instants, ISO 8601. */
export interface StoredScan {
  readonly scanId: string;
  readonly startedAt: string;
  readonly finishedAt: string;
}

/** The one path of every scan, whoever asked for it. */
@Injectable()
export class ScanService {
  constructor(
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(Connections) private readonly connections: Connections,
    @Inject(AccountLeases) private readonly leases: AccountLeases,
  ) {}

  /** Reads, reduces, judges, and stores all of it or nothing. Waits while another scan reads one of the same accounts. */
  async run(request: ScanRequest): Promise<ScanOutcome> {
    const { policy, channel } = request;
    const scanId = await this.alone(request, async (signal) => this.readAndStore({ ...request, signal }));
    const stored = await this.ledger.outcomeOf(policy.organization, scanId, channel);
    return {
      ...stored,
      inventory: applyClassifications(stored.inventory, policy),
      missingSections: policy.missingSections,
    };
  }

  /** Every record that a rule finds in a system, read anew and stored nowhere. */
  async list(request: Omit<ListRequest, 'live'>): Promise<Listed> {
    return this.alone(request, async (signal) => {
      const accounts = await this.liveAccounts({ ...request, signal }, request.asOf);
      return accounts.during(async (live) => listRecords({ ...request, signal, live }));
    });
  }

  private async readAndStore(request: ScanRequest): Promise<string> {
    const { policy, policyText, clock, signal, progress } = request;
    const startedAt = clock().toISOString();
    const asOf = request.asOf ?? todayIn(policy.timeZone, new Date(startedAt));
    const accounts = await this.liveAccounts(request, asOf);
    const inventory = await accounts.during((live) => collectUnderPolicy({ ...request, live }, asOf));
    signal.throwIfAborted();
    progress?.({ step: 'storing' });
    const policyVersion = digest(policyText);
    const finishedAt = clock().toISOString();
    const { scanId } = await this.ledger.commitScan({
      organization: policy.organization,
      policyText,
      policyVersion,
      rulesVersion: RULES_VERSION,
      inventory,
      startedAt,
      finishedAt,
      judge: (before) => judge({ policy, policyText, policyVersion, inventory }, before),
      beside: async (manager, id) => {
        await accounts.recordUses(manager, finishedAt);
        await request.beside?.(manager, { scanId: id, startedAt, finishedAt });
      },
    });
    return scanId;
  }

  /** Holds the accounts that the policy's systems are connected to, for as long as `work` takes. */
  private async alone<T>(reading: ToRead, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { signal, progress } = reading;
    const waiting = (title: string) =>
      progress?.({ step: 'waiting', waitingFor: `another scan of ${title} to end`, until: null });
    for (;;) {
      const accounts = await this.accountsOf(reading);
      const done = await this.leases.during(accounts, { signal, waiting }, async (held) => {
        // Whoever was waited for may have told whose account it is.
        if (!isSame(accounts, await this.accountsOf(reading))) return null;
        return { result: await work(held) };
      });
      if (done !== null) return done.result;
    }
  }

  private async accountsOf({ policy }: ToRead): Promise<readonly VendorAccount[]> {
    const connected = connectedSystems(policy, await this.connections.open(policy.organization));
    const accounts = connected.map(({ open: { connector, connection } }) => {
      const account = connection.account ?? `connection ${connection.id}`;
      return { connector: connector.id, account, title: connector.title };
    });
    // Two systems may be fed by one connection.
    return [...new Map(accounts.map((one) => [`${one.connector} ${one.account}`, one])).values()];
  }

  private async liveAccounts({ policy, signal, progress }: ToRead, asOf: string): Promise<LiveAccounts> {
    return new LiveAccounts({
      policy,
      connections: await this.connections.open(policy.organization),
      means: this.connections.means,
      asOf,
      signal,
      ...(progress && { progress }),
    });
  }
}

type ToRead = Omit<PolicyReading, 'live'>;

function isSame(some: readonly VendorAccount[], others: readonly VendorAccount[]): boolean {
  const names = (accounts: readonly VendorAccount[]) =>
    accounts.map(({ connector, account }) => `${connector} ${account}`).join('\n');
  return names(some) === names(others);
}
