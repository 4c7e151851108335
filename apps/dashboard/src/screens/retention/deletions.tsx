import type { RetentionAnswer } from '../../api/shapes.js';
import { RecordsLink } from '../../parts/records-link.js';
import { Card, Section } from '../../parts/section.js';
import { StandingMark } from '../../parts/standing-mark.js';
import { Wide } from '../../parts/wide.js';
import { inFigures } from '../../words/dates.js';
import { retentionWords as words } from '../../words/retention.js';
import css from './retention.module.css';

/** Who should be gone, and is there. */
export function Deletions({ systems }: { systems: RetentionAnswer['deletions'] }) {
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
                    <td>{requestedIn(requested)}</td>
                    <td>
                      {elsewhere === 0 ? words.none : inFigures(elsewhere)}{' '}
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

/** Nobody is said to have asked for nothing where no list was read (law 2). */
function requestedIn(requested: number | null): string {
  if (requested === null) return words.requestsUnread;
  return requested === 0 ? words.none : inFigures(requested);
}
