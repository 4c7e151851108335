import { problemWords } from '../words/problems.js';
import type { components } from './openapi-types.js';

export type Problem = components['schemas']['Problem'];

/** Why something did not work, and what to do, in words for a person. `status` 0: nobody answered. */
export class ProblemError extends Error {
  readonly step: string;

  constructor(
    readonly status: number,
    problem: Problem | null,
  ) {
    super(problem?.title ?? problemWords.noAnswer);
    this.name = 'ProblemError';
    const places = (problem?.errors ?? []).map(({ at, message }) => `${at}: ${message}`);
    this.step = [problem?.step ?? (problem === null ? problemWords.noAnswerStep : ''), ...places]
      .filter((part) => part !== '')
      .join(' ');
  }
}

/** A failure as it may be shown. */
export function asProblem(error: unknown): ProblemError {
  return error instanceof ProblemError ? error : new ProblemError(0, null);
}
