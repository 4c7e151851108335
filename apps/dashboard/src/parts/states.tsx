import { Button, Loader } from '@mantine/core';
import { type Query, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem.js';
import { problemWords } from '../words/problems.js';
import css from './states.module.css';

/** What stands in place of a screen, or of a part of it: nothing yet, nothing at all, or why not. */
export function Notice({
  title,
  children,
  action,
  tone = 'plain',
  whole = false,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  tone?: 'plain' | 'bad';
  /** It stands in place of a whole screen, so its title is the screen's. */
  whole?: boolean;
}) {
  const Heading = whole ? 'h1' : 'h2';
  return (
    <section className={css.notice} data-tone={tone} role={tone === 'bad' ? 'alert' : undefined}>
      <Heading>{title}</Heading>
      {children !== undefined && <div className={css.words}>{children}</div>}
      {action !== undefined && <div>{action}</div>}
    </section>
  );
}

export function Loading() {
  return (
    <p className={css.loading} role="status">
      <Loader size="sm" color="teal" aria-hidden="true" /> {problemWords.loading}
    </p>
  );
}

/** What to do where the service says nothing of it. */
const STEPS: Readonly<Record<number, string>> = {
  403: problemWords.noPermissionStep,
  404: problemWords.notThereStep,
};

/** Says what went wrong and what to do; nothing is shown in its place as if all were well. */
export function Failed({
  error,
  again,
  whole = false,
}: {
  error: unknown;
  again?: () => void;
  whole?: boolean;
}) {
  const problem = asProblem(error);
  const step = problem.step === '' ? STEPS[problem.status] : problem.step;
  // Who may not see something, or asks for what is gone, has met no failure.
  if (problem.status === 403 || problem.status === 404)
    return (
      <Notice whole={whole} title={problem.message}>
        {step}
      </Notice>
    );
  return (
    <Notice
      whole={whole}
      tone="bad"
      title={problem.message}
      action={
        again && (
          <Button variant="default" onClick={again}>
            {problemWords.again}
          </Button>
        )
      }
    >
      {step}
    </Notice>
  );
}

const hasFailed = ({ state }: Query) => state.status === 'error';

/** Shows what was asked for, or where that stands. */
export function Loaded<T>({
  query,
  whole = false,
  children,
}: {
  query: UseQueryResult<T>;
  whole?: boolean;
  children: (data: T) => ReactNode;
}) {
  const answers = useQueryClient();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  // Once for all that failed here: nobody is asked again for what comes after it.
  const again = () => void answers.refetchQueries({ type: 'active', predicate: hasFailed });
  if (query.isError) return <Failed whole={whole} error={query.error} again={again} />;
  return <Loading />;
}
