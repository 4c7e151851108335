import type { RetentionAnswer, SystemRead } from '../../api/shapes.js';
import { RecordsLink } from '../../parts/records-link.js';
import { Card, Section } from '../../parts/section.js';
import { StandingMark } from '../../parts/standing-mark.js';
import { Wide } from '../../parts/wide.js';
import { retentionWords as words } from '../../words/retention.js';
import { peopleIn, readTogether } from './nobody.js';
import css from './retention.module.css';

/** Who should be gone, and is there. */
export function Deletions({
  systems,
  read,
}: {
  systems: RetentionAnswer['deletions'];
  /** How much of each was read. */
  read: readonly SystemRead[];
}) {
  const readOf = (name: string) => read.find(({ system }) => system === name)?.read;
  return (
    <Section title={words.deletions} lead={words.deletionsLead}>
      {systems.some(({ requested }) => requested === null) && <p className={css.soft}>{words.noRequests}</p>}
      <Card>
        <Wide label={words.deletionsLabel}>
          <table className={css.table}>
            <thead>
              <tr>
                {[words.system, words.requested, words.deletedElsewhere, words.stateLabel].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {systems.map(
                ({ system, requested, deleted_elsewhere: elsewhere, deleted_in: where, state }) => (
                  <tr key={system}>
                    <th scope="row">
                      <bdi>{system}</bdi>
                    </th>
                    <td>{requested === null ? words.requestsUnread : peopleIn(requested, readOf(system))}</td>
                    <td>
                      {peopleIn(elsewhere, readOf(system), readTogether(read))}{' '}
                      {elsewhere > 0 && where.length > 0 && (
                        <span className={css.small}>
                          <bdi>{words.optedOutIn(where)}</bdi>
                        </span>
                      )}
                    </td>
                    <td>
                      <StandingMark standing={state}>{words.states[state]}</StandingMark>
                      {(requested ?? 0) + elsewhere > 0 && (
                        <p>
                          <RecordsLink
                            rule="retention.not-propagated"
                            subject="customers"
                            {...{ system }}
                            label={`${words.deletions}, ${system}`}
                          />
                        </p>
                      )}
                    </td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </Wide>
      </Card>
    </Section>
  );
}
