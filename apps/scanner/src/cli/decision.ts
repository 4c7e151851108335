import { UserActionError } from '#connectors/contract/error.js';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import { todayIn } from '#rules/policy/term.js';
import type { Ledger } from '../findings/ledger.js';

/** Who decides, and when: every exception and every baseline names both (law 5, law 7). */
export interface Decision {
  readonly organization: string;
  readonly approver: string;
  /** Today in the policy's time zone, YYYY-MM-DD. */
  readonly on: string;
  /** The instant, UTC. */
  readonly at: string;
}

/** The policy's owner decides unless `by` names somebody. */
export async function decisionOf(
  ledger: Ledger,
  chosen: { readonly organization?: string; readonly by?: string },
  now: Date,
): Promise<Decision> {
  const organization = await ledger.chooseOrganization(chosen.organization);
  const parsed = parsePolicy(await ledger.latestPolicyText(organization), 'policy');
  const policy = 'policy' in parsed ? parsed.policy : null;
  const approver = chosen.by ?? policy?.owner ?? null;
  if (approver === null) {
    throw new UserActionError({
      message: 'Nobody is named who decides this.',
      step: 'Add "owner: you@your-business" to the policy and scan again, or say --by you@your-business.',
    });
  }
  return { organization, approver, on: todayIn(policy?.timeZone ?? 'UTC', now), at: now.toISOString() };
}
