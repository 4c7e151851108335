import { asProblem } from '../api/problem.js';
import css from './problem-text.module.css';

/** What went wrong with what a person just did, beside it; nothing if nothing did. */
export function ProblemText({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null;
  const { message, step } = asProblem(error);
  return (
    <p role="alert" className={css.problem}>
      <strong>{message}</strong> {step}
    </p>
  );
}
