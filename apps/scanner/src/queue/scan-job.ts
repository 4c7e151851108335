import type { Actor } from '#connectors/contract/actor.js';

/** Who or what asked for a scan. */
export const jobCauses = ['manual', 'schedule', 'command line'] as const;
export type JobCause = (typeof jobCauses)[number];

export const jobStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/** Why a scan failed, what to do about it, and who must (law 8). */
export interface JobProblem {
  readonly message: string;
  readonly step: string;
  readonly actor: Actor;
}

/** A job in the hands of who runs it. */
export interface ClaimedJob {
  readonly organization: string;
  readonly id: string;
  /** How often it was begun, this time included. */
  readonly attempt: number;
  /** What proves that it is still ours. */
  readonly claim: string;
}
