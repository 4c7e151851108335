import { UserActionError } from '../../contract/error.js';
import { type OAuthProblem, wordsOf } from './oauth-problem.js';

/** Connecting, or renewing a login, needs a person: `problem` says which of the known reasons it is. */
export class OAuthRefusedError extends UserActionError {
  readonly problem: OAuthProblem;

  constructor(problem: OAuthProblem, title: string) {
    super(wordsOf(problem, title));
    this.problem = problem;
  }
}
