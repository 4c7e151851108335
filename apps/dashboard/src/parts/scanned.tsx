import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem.js';
import { addressOf, useOrganization } from '../shell/organization.js';
import { systemWords as words } from '../words/systems.js';
import { LinkButton } from './link-button.js';
import { Loaded, Notice } from './states.js';

/** Shows what the last scan found, or that there was none yet, or where asking for it stands. */
export function Scanned<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}) {
  const { id } = useOrganization();
  if (asProblem(query.error).status !== 404) return <Loaded query={query}>{children}</Loaded>;
  return (
    <Notice
      title={words.neverScanned}
      action={
        <LinkButton to={addressOf(id)} variant="default">
          {words.toOverview}
        </LinkButton>
      }
    >
      {words.neverScannedStep}
    </Notice>
  );
}
