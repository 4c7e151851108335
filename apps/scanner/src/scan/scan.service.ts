import { Inject, Injectable } from '@nestjs/common';
import type { ScanOutcome } from '#reports/model/scan-outcome.js';
import { RULES_VERSION } from '#rules/engine/rules-version.js';
import { applyClassifications } from '#rules/policy/coverage.js';
import { todayIn } from '#rules/policy/term.js';
import { Connections } from '../connections/connections.js';
import { Ledger } from '../findings/ledger.js';
import { collectUnderPolicy, type PolicyReading } from './collect-under-policy.js';
import { digest, judge } from './judge.js';
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
}

/** The one path of every scan, whoever asked for it. */
@Injectable()
export class ScanService {
  constructor(
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(Connections) private readonly connections: Connections,
  ) {}

  /** Reads, reduces, judges, and stores all of it or nothing. */
  async run(request: ScanRequest): Promise<ScanOutcome> {
    const { policy, policyText, clock } = request;
    const startedAt = clock();
    const asOf = request.asOf ?? todayIn(policy.timeZone, startedAt);
    const accounts = await this.liveAccounts(request, asOf);
    const inventory = await accounts.during((live) => collectUnderPolicy({ ...request, live }, asOf));
    const policyVersion = digest(policyText);
    const finishedAt = clock().toISOString();
    const { scanId } = await this.ledger.commitScan({
      organization: policy.organization,
      policyText,
      policyVersion,
      rulesVersion: RULES_VERSION,
      inventory,
      startedAt: startedAt.toISOString(),
      finishedAt,
      judge: (before) => judge({ policy, policyText, policyVersion, inventory }, before),
      beside: (manager) => accounts.recordUses(manager, finishedAt),
    });
    const stored = await this.ledger.outcomeOf(policy.organization, scanId, request.channel);
    return {
      ...stored,
      inventory: applyClassifications(stored.inventory, policy),
      missingSections: policy.missingSections,
    };
  }

  /** Every record that a rule finds in a system, read anew and stored nowhere. */
  async list(request: Omit<ListRequest, 'live'>): Promise<Listed> {
    const accounts = await this.liveAccounts(request, request.asOf);
    return accounts.during(async (live) => listRecords({ ...request, live }));
  }

  private async liveAccounts(
    { policy, signal, progress }: Omit<PolicyReading, 'live'>,
    asOf: string,
  ): Promise<LiveAccounts> {
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
