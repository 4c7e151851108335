import type { RetentionAnswer, SystemRead } from '../../api/shapes.js';
import { RecordsLink } from '../../parts/records-link.js';
import { Card, Section } from '../../parts/section.js';
import { StandingMark } from '../../parts/standing-mark.js';
import { Wide } from '../../parts/wide.js';
import { inFigures } from '../../words/dates.js';
import { retentionWords as words } from '../../words/retention.js';
import { peopleIn, readTogether } from './nobody.js';
import css from './retention.module.css';

type List = RetentionAnswer['consent'][number];

/** Lists that marketing goes to, against the proof that the policy asks for. */
export function Consent({ lists, systems }: { lists: readonly List[]; systems: readonly SystemRead[] }) {
  return (
    <Section title={words.consent} lead={words.consentLead}>
      <Card>
        {lists.length === 0 ? (
          <p className={css.none}>{words.noConsent}</p>
        ) : (
          <Wide label={words.consentLead}>
            <table className={css.table}>
              <thead>
                <tr>
                  {[words.list, words.marketed, words.missing, words.conflicts, words.stateLabel].map(
                    (head) => (
                      <th key={head} scope="col">
                        {head}
                      </th>
                    ),
                  )}
                </tr>
              </thead>
              <tbody>
                {lists.map((list) => (
                  <Row key={JSON.stringify([list.system, list.name])} {...{ list, systems }} />
                ))}
              </tbody>
            </table>
          </Wide>
        )}
      </Card>
    </Section>
  );
}

function Row({
  list: { system, name, marketed, missing, conflicts, opted_out_in: optedOutIn, state },
  systems,
}: {
  list: List;
  systems: readonly SystemRead[];
}) {
  const read = systems.find((one) => one.system === system)?.read;
  const without = missing.filter(({ people }) => people > 0);
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
        {name !== system && (
          <span className={css.small}>
            <bdi>{system}</bdi>
          </span>
        )}
      </th>
      <td>{peopleIn(marketed, read)}</td>
      <td>
        {without.length === 0
          ? peopleIn(0, read)
          : without.map(({ requires, people }) => (
              <p key={requires}>
                {inFigures(people)} <span className={css.small}>{words.requires[requires] ?? requires}</span>
              </p>
            ))}
        {without.length > 0 && (
          <RecordsLink
            rule="consent.missing"
            {...{ system, subject: name }}
            label={`${words.missing}, ${name}`}
          />
        )}
      </td>
      <td>
        {peopleIn(conflicts, read, readTogether(systems))}{' '}
        {conflicts > 0 && optedOutIn.length > 0 && (
          <span className={css.small}>
            <bdi>{words.optedOutIn(optedOutIn)}</bdi>
          </span>
        )}
        {conflicts > 0 && (
          <p>
            <RecordsLink
              rule="consent.conflict"
              {...{ system, subject: name }}
              label={`${words.conflicts}, ${name}`}
            />
          </p>
        )}
      </td>
      <td>
        <StandingMark standing={state}>{words.states[state]}</StandingMark>
      </td>
    </tr>
  );
}
