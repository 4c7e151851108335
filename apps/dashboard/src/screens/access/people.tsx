import { Fragment, useState } from 'react';
import type { AccessAnswer } from '../../api/shapes.js';
import { Card, Section } from '../../parts/section.js';
import { Notice } from '../../parts/states.js';
import { SystemName } from '../../parts/system-name.js';
import { Wide } from '../../parts/wide.js';
import { accessWords as words } from '../../words/access.js';
import { loginsOf, type Person, type PersonCell } from './logins.js';
import { Logins } from './logins-shown.js';
import { PersonMark } from './person-mark.js';
import css from './access.module.css';

/** People down, systems across; those of the policy first, then whoever else gets in. */
export function People({ access }: { access: AccessAnswer }) {
  const differing = access.people.filter(({ systems }) => systems.some(({ state }) => state === 'differs'));
  // Nothing is called fine that could not be compared.
  const isJudged =
    differing.length > 0 ||
    access.people.some(({ systems }) => systems.some(({ state }) => state === 'agrees'));
  if (access.people.length === 0) return <Notice title={words.noPeople}>{words.noPeopleStep}</Notice>;
  return (
    <Section
      title={isJudged ? words.differing(differing.length) : words.people}
      lead={words.peopleLead(access.as_of)}
    >
      <Card>
        <Wide label={words.peopleLabel}>
          <Table access={access} />
        </Wide>
      </Card>
    </Section>
  );
}

interface Pressed {
  readonly person: Person;
  readonly cell: PersonCell;
}

function Table({ access }: { access: AccessAnswer }) {
  const [pressed, press] = useState<Pressed | null>(null);
  return (
    <table className={css.matrix}>
      <thead>
        <tr>
          <th scope="col">{words.person}</th>
          {access.systems.map((system) => (
            <th key={system.system} scope="col">
              <SystemName system={system} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {access.people.map((person) => (
          <Fragment key={person.who}>
            <tr>
              <th scope="row">
                <bdi>{person.who}</bdi>
                <span className={css.roles}>
                  <bdi>{person.known ? person.roles.join(', ') : words.stranger}</bdi>
                </span>
              </th>
              {access.systems.map((system) => {
                const cell = person.systems.find((one) => one.system === system.system);
                return (
                  <td key={system.system}>
                    <PersonMark
                      cell={cell}
                      logins={cell ? loginsOf(access, cell) : []}
                      read={system.read}
                      isPressed={cell !== undefined && pressed?.cell === cell}
                      press={() =>
                        press(cell === undefined || pressed?.cell === cell ? null : { person, cell })
                      }
                    />
                  </td>
                );
              })}
            </tr>
            {pressed?.person === person && (
              <tr>
                <td colSpan={access.systems.length + 1} className={css.open}>
                  <Logins
                    who={person.who}
                    cell={pressed.cell}
                    logins={loginsOf(access, pressed.cell)}
                    close={() => press(null)}
                  />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
