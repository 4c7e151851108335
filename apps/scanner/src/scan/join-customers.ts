import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Policy } from '#rules/policy/policy.js';
import { createSubjectJoin, type SubjectJoin } from '#rules/reduce/subjects/subject-join.js';
import { hmacSha256 } from './hmac-sha256.js';
import { readErasures } from './read-erasures.js';

interface JoinRequest {
  readonly policy: Policy;
  /** Absolute path of the folder that paths in the policy count from. */
  readonly policyFolder: string;
  /** Infinity for a list that a person reads and nothing stores; absent: the few that a finding keeps. */
  readonly sampleSize?: number;
}

/**
 * One customer across all tools, on keys that die with this scan (law 1). Throws a UserActionError if the policy's list
 * of deletion requests can not be read.
 */
export async function joinCustomers({ policy, policyFolder, sampleSize }: JoinRequest): Promise<SubjectJoin> {
  const join = createSubjectJoin({
    policy,
    keyed: hmacSha256(randomBytes(32)),
    ...(sampleSize !== undefined && { sampleSize }),
  });
  if (policy.erasures !== null)
    join.addErasures(await readErasures(path.resolve(policyFolder, policy.erasures)));
  return join;
}
