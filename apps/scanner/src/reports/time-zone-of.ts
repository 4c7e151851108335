import { parsePolicy } from '#rules/policy/parse-policy.js';
import type { OrganizationRecords } from '../findings/organization-records.js';
import { currentIn } from '../policies/policies.js';

/** In which a report's day is reckoned: UTC without a policy, or without a time zone in it (E36). */
export async function timeZoneOf(records: OrganizationRecords): Promise<string> {
  const saved = await currentIn(records);
  const parsed = parsePolicy(saved?.text ?? '', 'policy');
  return 'policy' in parsed ? (parsed.policy.timeZone ?? 'UTC') : 'UTC';
}
