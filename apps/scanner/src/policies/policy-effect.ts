import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UserActionError } from '#connectors/contract/error.js';
import type { Change, Finding } from '#rules/engine/finding.js';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import type { Policy } from '#rules/policy/policy.js';
import { loadBefore } from '../findings/before.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { checkPolicy } from './check-policy.js';
import { digest } from './digest.js';

/** What a policy would make of the findings of today, were it in force. */
export interface PolicyEffect {
  /** The scan it was tried on; null: nothing was scanned yet, so nothing can be said. */
  readonly scannedAsOf: string | null;
  readonly appears: readonly AffectedFinding[];
  readonly goes: readonly AffectedFinding[];
  readonly changes: readonly AffectedFinding[];
  /** Parts of the policy that decide what is read, so that only the next scan can tell. */
  readonly onlyNextScanTells: readonly string[];
}

export type AffectedFinding = Pick<Finding, 'id' | 'rule' | 'severity' | 'system' | 'title'>;

/** Tries a policy on what the latest scan found. Nothing is stored. */
@Injectable()
export class PolicyTrial {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** @throws UserActionError for a text that is no policy of that organization */
  async effectOf(organization: string, text: string): Promise<PolicyEffect> {
    const policy = policyIn(text, organization);
    const before = await loadBefore(new OrganizationRecords(this.dataSource.manager, organization));
    if (before.previous === null)
      return { scannedAsOf: null, appears: [], goes: [], changes: [], onlyNextScanTells: [] };
    const { previous } = before;
    const inForce = parsePolicy(previous.policyText, 'policy.yaml');
    // Loads every rule: only where it is asked for.
    const { judge } = await import('../scan/judge.js');
    const { inventory } = previous;
    const policyVersion = digest(text);
    const { findings, changes } = judge({ policy, policyText: text, policyVersion, inventory }, before);
    const are = (...wanted: readonly Change[]) =>
      findings.filter(({ id }) => wanted.includes(changes.get(id) ?? 'unchanged')).map(affected);
    return {
      scannedAsOf: previous.inventory.asOf,
      appears: are('new', 'reopened'),
      goes: are('gone', 'fixed'),
      changes: are('updated'),
      onlyNextScanTells: 'policy' in inForce ? readDifferently(inForce.policy, policy) : [],
    };
  }
}

function affected({ id, rule, severity, system, title }: Finding): AffectedFinding {
  return { id, rule, severity, system, title };
}

function policyIn(text: string, organization: string): Policy {
  const [problem] = checkPolicy(text, organization);
  const parsed = parsePolicy(text, 'policy.yaml');
  if (problem === undefined && 'policy' in parsed) return parsed.policy;
  throw new UserActionError({
    message: 'The policy can not be used yet.',
    step: problem === undefined ? 'Check it first.' : `Line ${problem.line}: ${problem.message}`,
  });
}

/** What a scan reads or counts by the policy: trying it on an old scan can not show these. */
const READ_BY = {
  systems: 'systems',
  people: 'people',
  domains: 'domains',
  country: 'country',
  timeZone: 'time_zone',
  retention: 'retention',
  consent: 'consent',
  erasures: 'erasures',
} as const satisfies Partial<Record<keyof Policy, string>>;

function readDifferently(before: Policy, after: Policy): readonly string[] {
  const plain = (part: unknown) =>
    JSON.stringify(part, (_, value: unknown) => (value instanceof Map ? [...value] : value));
  const differs = (name: keyof typeof READ_BY) => plain(before[name]) !== plain(after[name]);
  return (Object.keys(READ_BY) as (keyof typeof READ_BY)[]).filter(differs).map((name) => READ_BY[name]);
}
