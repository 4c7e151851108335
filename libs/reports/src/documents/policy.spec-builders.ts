import { parsePolicy } from '#rules/policy/parse-policy.js';
import { policyProblemsAsText } from '#rules/policy/policy-problem.js';
import type { Policy } from '#rules/policy/policy.js';
import { starterPolicy } from '#rules/policy/starter.js';

export function policyOf(text: string): Policy {
  const parsed = parsePolicy(text, 'policy.yaml');
  if ('problems' in parsed) throw new Error(policyProblemsAsText(parsed.problems));
  return parsed.policy;
}

/** Only what a policy must have (E36). */
export const MINIMAL = policyOf(`plumbline: 1
organization: Sweet Crumb Bakery
systems: { crm: { connector: hubspot }, lists: { connector: exports, files: [a.csv] } }
data: [{ category: user.contact.email, in: [crm] }]
`);

/** Every example of the starter switched on. */
export const FULL = policyOf(starterPolicy().replaceAll(/^#(?!#)/gmu, ''));
