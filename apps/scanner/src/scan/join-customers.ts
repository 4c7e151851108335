import { randomBytes } from 'node:crypto';
import type { Policy } from '#rules/policy/policy.js';
import {
  createSubjectJoin,
  type ErasureRequest,
  type SubjectJoin,
} from '#rules/reduce/subjects/subject-join.js';
import { hmacSha256 } from './hmac-sha256.js';

interface JoinRequest {
  readonly policy: Policy;
  /** Who asked to be deleted; null: no list was read. */
  readonly erasures: readonly ErasureRequest[] | null;
  /** Infinity for a list that a person reads and nothing stores; absent: the few that a finding keeps. */
  readonly sampleSize?: number;
}

/** One customer across all tools, on keys that die with this scan (law 1). */
export function joinCustomers({ policy, erasures, sampleSize }: JoinRequest): SubjectJoin {
  const join = createSubjectJoin({
    policy,
    keyed: hmacSha256(randomBytes(32)),
    ...(sampleSize !== undefined && { sampleSize }),
  });
  if (erasures !== null) join.addErasures(erasures);
  return join;
}
