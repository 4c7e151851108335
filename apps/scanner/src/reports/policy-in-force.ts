import { LessThanOrEqual } from 'typeorm';
import { Temporal } from 'temporal-polyfill';
import { UserActionError } from '#connectors/contract/error.js';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import type { Policy } from '#rules/policy/policy.js';
import type { OrganizationRecords } from '../findings/organization-records.js';
import { PolicyRevisionEntity } from '../storage/entities/policy-revision.entity.js';
import { PolicyVersionEntity } from '../storage/entities/policy-version.entity.js';

export interface PolicyInForce {
  readonly policy: Policy;
  /** SHA-256 of its text. */
  readonly version: string;
  /** Who saved it; null where it came with a scan of the command line, or from a file. */
  readonly savedBy: string | null;
  /** Instant in UTC; null of a file. */
  readonly savedAt: string | null;
}

/**
 * The policy that was in force at an instant: the one saved last, else the one that a scan was last judged under.
 * @throws UserActionError where there was none, or one that this version can not read any more
 */
export async function policyInForce(records: OrganizationRecords, at: Date): Promise<PolicyInForce> {
  const until = LessThanOrEqual(at.toISOString());
  const saved = await records.first(PolicyRevisionEntity, {
    where: { savedAt: until },
    order: { sequence: 'DESC' },
  });
  const used = saved ? null : await lastUsed(records, at);
  const found = saved ?? used;
  if (!found) {
    throw new UserActionError({
      message: 'There was no policy yet at that time.',
      step: 'Scan first, save a policy, or name a file with --policy.',
    });
  }
  const parsed = parsePolicy(found.text, 'policy.yaml');
  if ('problems' in parsed) {
    throw new UserActionError({
      message: 'This version of Plumbline can not read the policy any more.',
      step: 'Check it with "npx --no-install plumbline policy check FILE", correct it, and save it again.',
    });
  }
  return {
    policy: parsed.policy,
    version: found.version,
    savedBy: saved?.savedBy ?? null,
    savedAt: saved?.savedAt ?? used?.firstUsedAt ?? null,
  };
}

async function lastUsed(records: OrganizationRecords, at: Date): Promise<PolicyVersionEntity | null> {
  return records.first(PolicyVersionEntity, {
    where: { firstUsedAt: LessThanOrEqual(at.toISOString()) },
    order: { firstUsedAt: 'DESC', version: 'ASC' },
  });
}

/** The last instant of a day in a time zone: what happened on the day itself belongs to it. */
export function endOfDay(day: string, timeZone: string): Date {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone);
  return new Date(next.epochMilliseconds - 1);
}
