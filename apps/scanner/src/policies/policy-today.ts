import { Inject, Injectable } from '@nestjs/common';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import type { Policy } from '#rules/policy/policy.js';
import { todayIn } from '#rules/policy/term.js';
import { CLOCK, type Clock } from '../clock.js';
import { Policies } from './policies.js';

/** The policy in force as rules read it, and the day it is there. */
@Injectable()
export class PolicyToday {
  /** The last text of each organization, taken apart: it is asked for with every request. */
  private readonly parsed = new Map<string, { readonly version: string; readonly policy: Policy | null }>();

  constructor(
    @Inject(Policies) private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null where there is none, or one that this version can not read any more. */
  async policy(organization: string): Promise<Policy | null> {
    const saved = await this.policies.current(organization);
    if (saved === null) return null;
    const known = this.parsed.get(organization);
    if (known?.version === saved.version) return known.policy;
    const parsed = parsePolicy(saved.text, 'policy.yaml');
    const policy = 'policy' in parsed ? parsed.policy : null;
    this.parsed.set(organization, { version: saved.version, policy });
    return policy;
  }

  /** YYYY-MM-DD in the time zone of the policy (E1); UTC without one (E36). */
  async today(organization: string): Promise<string> {
    const policy = await this.policy(organization);
    return todayIn(policy?.timeZone ?? 'UTC', this.clock());
  }
}
