import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerTo } from '../../api/shapes.js';
import { Loaded } from '../../parts/states.js';
import { useOrganization } from '../../shell/organization.js';
import { policyWords as words } from '../../words/policy.js';
import { asked } from './asked.js';
import css from './policy.module.css';

type Version = AnswerTo<'listPolicies'>['items'][number];

/** Every version that was saved, and what each changed. */
export function Versions({ current }: { current: string | null }) {
  const { id } = useOrganization();
  const versions = useQuery(asked.versions(id));
  return (
    <section className={css.versions} aria-labelledby="versions">
      <h2 id="versions">{words.versions}</h2>
      <p className={css.soft}>{words.versionsLead}</p>
      <Loaded query={versions}>
        {(items) =>
          items.length === 0 ? (
            <p className={css.soft}>{words.noVersions}</p>
          ) : (
            <ol className={css.list}>
              {items.map((version, index) => (
                <li key={`${version.version} ${version.saved_at}`}>
                  <OneVersion
                    version={version}
                    before={items[index + 1]?.version ?? null}
                    isCurrent={index === 0 && version.version === current}
                  />
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  );
}

function OneVersion({
  version,
  before,
  isCurrent,
}: {
  version: Version;
  before: string | null;
  isCurrent: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div className={css.version}>
        <div>
          <p>
            <bdi>{words.savedBy(version.saved_by, version.saved_at)}</bdi>
            {isCurrent && <strong className={css.mark}>{words.inForce}</strong>}
          </p>
          {version.note !== null && (
            <p className={css.soft}>
              <bdi>{version.note}</bdi>
            </p>
          )}
        </div>
        {before === null ? (
          <span className={css.soft}>{words.firstVersion}</span>
        ) : (
          <Button size="xs" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? words.hideChange : words.showChange}
          </Button>
        )}
      </div>
      {isOpen && before !== null && <Differences before={before} after={version.version} />}
    </>
  );
}

function Differences({ before, after }: { before: string; after: string }) {
  const { id } = useOrganization();
  const differences = useQuery(asked.differences(id, before, after));
  return (
    <Loaded query={differences}>
      {(runs) => (
        // What is long is scrolled inside, also by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={css.differences} role="region" aria-label={words.showChange} tabIndex={0}>
          {runs.map(({ kind, lines }, index) =>
            kind === 'same' ? (
              // oxlint-disable-next-line react/no-array-index-key -- runs have no name but their place
              <p key={index} className={css.same}>
                {words.sameLines(lines.length)}
              </p>
            ) : (
              // oxlint-disable-next-line react/no-array-index-key
              <div key={index} data-kind={kind} className={css.run}>
                {lines.map((line, at) => (
                  // oxlint-disable-next-line react/no-array-index-key
                  <code key={at}>
                    <span aria-hidden="true">{kind === 'added' ? '+' : '−'} </span>
                    <span className={css.hidden}>{kind === 'added' ? words.added : words.removed}: </span>
                    {line === '' ? ' ' : line}
                  </code>
                ))}
              </div>
            ),
          )}
        </div>
      )}
    </Loaded>
  );
}
