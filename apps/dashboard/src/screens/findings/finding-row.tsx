import { Checkbox } from '@mantine/core';
import { memo } from 'react';
import { Link } from 'wouter';
import type { ListedFinding } from '../../api/shapes.js';
import { SeverityMark } from '../../parts/severity-mark.js';
import { addressOf, useOrganization } from '../../shell/organization.js';
import { findingsWords as words } from '../../words/findings.js';
import css from './findings.module.css';

/** One finding in the list: how grave, what, where, since when, and what people made of it. */
export const FindingRow = memo(function FindingRow({
  finding,
  isChosen,
  toggle,
}: {
  finding: ListedFinding;
  isChosen: boolean;
  toggle: ((finding: string) => void) | null;
}) {
  const { id: organization } = useOrganization();
  const { id, title, severity, system, assignee, first_seen: firstSeen } = finding;
  const state = stateOf(finding);
  return (
    <div className={css.row} data-chosen={isChosen} data-choosable={toggle !== null}>
      {toggle !== null && (
        <Checkbox checked={isChosen} onChange={() => toggle(id)} aria-label={words.choose(title)} size="sm" />
      )}
      <SeverityMark severity={severity} />
      <div className={css.what}>
        <Link href={addressOf(organization, 'findings', id)} className={css.title}>
          <bdi>{title}</bdi>
        </Link>
        <p className={css.meta}>
          <bdi>{system ?? words.everywhere}</bdi>
          <span>{words.since(firstSeen)}</span>
          {state !== null && <span className={css.state}>{state}</span>}
          {assignee !== null && <bdi>{words.caredFor(assignee)}</bdi>}
        </p>
      </div>
    </div>
  );
});

function stateOf({ observation, disposition }: ListedFinding): string | null {
  if (observation === 'absent') return words.absent;
  if (disposition.kind === 'exception') return words.excepted(disposition.until);
  if (disposition.kind === 'acknowledged') return words.acknowledged;
  return observation === 'not_observed' ? words.notObserved : null;
}
