import { parsePolicy } from '#rules/policy/parse-policy.js';
import type { PolicyProblem } from '#rules/policy/policy-problem.js';

/** Everything that keeps a text from being the policy of that organization, in the order of the text. */
export function checkPolicy(text: string, organization: string): readonly PolicyProblem[] {
  const parsed = parsePolicy(text, 'policy.yaml');
  if ('problems' in parsed) return parsed.problems;
  const { policy } = parsed;
  if (policy.organization === organization) return [];
  const line = text.split('\n').findIndex((one) => /^organization\s*:/u.test(one)) + 1;
  return [
    {
      file: 'policy.yaml',
      line: Math.max(line, 1),
      column: 1,
      path: 'organization',
      message: `This is the policy of another business. Write here, letter by letter: ${organization}`,
      expected: organization,
      found: policy.organization.slice(0, 100),
      nearest: null,
    },
  ];
}
