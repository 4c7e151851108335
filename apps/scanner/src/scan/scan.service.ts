import { Inject, Injectable } from '@nestjs/common';
import type { ReadProgress } from '#connectors/contract/connector.js';
import type { ScanOutcome } from '#reports/model/scan-outcome.js';
import { RULES_VERSION } from '#rules/engine/rules-version.js';
import { applyClassifications } from '#rules/policy/coverage.js';
import type { Policy } from '#rules/policy/policy.js';
import { todayIn } from '#rules/policy/term.js';
import { Ledger } from '../findings/ledger.js';
import { collect } from './collect.js';
import { claimWith, exportsSources } from './exports-sources.js';
import { joinCustomers } from './join-customers.js';
import { digest, judge } from './judge.js';

export interface ScanRequest {
  readonly policy: Policy;
  readonly policyText: string;
  /** Absolute path of the folder that paths in the policy count from. */
  readonly policyFolder: string;
  /** Absolute path of the folder with the exports. */
  readonly exportsFolder: string;
  /** YYYY-MM-DD; null: today in the policy's time zone (E1). */
  readonly asOf: string | null;
  /** Gives the present instant; handed in, so that tests have no calendar. */
  readonly clock: () => Date;
  readonly signal: AbortSignal;
  readonly progress?: (step: ReadProgress) => void;
  /** Who reads the result: the news of that report is against the last one of its channel (law 7). */
  readonly channel: string;
}

/** The one path of every scan, whoever asked for it. */
@Injectable()
export class ScanService {
  constructor(@Inject(Ledger) private readonly ledger: Ledger) {}

  /** Reads, reduces, judges, and stores all of it or nothing. */
  async run(request: ScanRequest): Promise<ScanOutcome> {
    const { policy, policyText, exportsFolder, clock, signal, progress } = request;
    const startedAt = clock();
    const asOf = request.asOf ?? todayIn(policy.timeZone, startedAt);
    const sources = exportsSources(policy);
    const inventory = await collect({
      exportsFolder,
      sources,
      expected: sources,
      claim: claimWith(policy),
      country: policy.country,
      asOf,
      join: await joinCustomers(request),
      signal,
      ...(progress && { progress }),
    });
    const policyVersion = digest(policyText);
    const { scanId } = await this.ledger.commitScan({
      organization: policy.organization,
      policyText,
      policyVersion,
      rulesVersion: RULES_VERSION,
      inventory,
      startedAt: startedAt.toISOString(),
      finishedAt: clock().toISOString(),
      judge: (before) => judge({ policy, policyText, policyVersion, inventory }, before),
    });
    const stored = await this.ledger.outcomeOf(policy.organization, scanId, request.channel);
    return {
      ...stored,
      inventory: applyClassifications(stored.inventory, policy),
      missingSections: policy.missingSections,
    };
  }
}
