import { Fragment, useState } from 'react';
import type { DataMapAnswer, DataMapCell } from '../../api/shapes.js';
import { Card, Section } from '../../parts/section.js';
import { StandingMark } from '../../parts/standing-mark.js';
import { SystemName } from '../../parts/system-name.js';
import { Wide } from '../../parts/wide.js';
import { dataMapWords as words } from '../../words/data-map.js';
import { Cell } from './cell.js';
import { Fields } from './fields.js';
import css from './data-map.module.css';

const STATES = ['agrees', 'differs', 'not found', 'not known'] as const;

/** Kinds of data down, systems across; under a row stand the fields of the cell that was pressed. */
export function Matrix({ map }: { map: DataMapAnswer }) {
  const [isShort, setShort] = useState(false);
  const differing = new Set(map.items.filter(isDiffering).map(({ category }) => category));
  // Nothing is called fine where nothing was found to compare.
  const isJudged = differing.size > 0 || map.items.some(({ state }) => state === 'agrees');
  const kinds = [...Map.groupBy(map.items, ({ category }) => category).values()]
    .filter((cells) => !isShort || cells.some(isDiffering))
    .toSorted((one, other) => weightOf(other) - weightOf(one));
  return (
    <Section
      title={isJudged ? words.differing(differing.size) : words.map}
      lead={words.mapLead(map.as_of)}
      actions={
        map.policy && (
          <label className={css.only}>
            <input type="checkbox" checked={isShort} onChange={(event) => setShort(event.target.checked)} />
            {words.onlyDiffering}
          </label>
        )
      }
    >
      {map.policy && (
        <ul className={css.legend}>
          {STATES.map((state) => (
            <li key={state}>
              <StandingMark standing={state}>{words.states[state]}</StandingMark>
            </li>
          ))}
        </ul>
      )}
      <Card>
        {kinds.length === 0 ? (
          <p className={css.none}>{words.noneDiffers}</p>
        ) : (
          <Wide label={words.mapLabel}>
            <Table map={map} kinds={kinds} />
          </Wide>
        )}
      </Card>
      {map.unsure > 0 && <p className={css.soft}>{words.unsure(map.unsure)}</p>}
    </Section>
  );
}

const isDiffering = ({ state }: DataMapCell) => state === 'differs';

/** What differs stands first, and of that what is sensitive. */
function weightOf(cells: readonly DataMapCell[]): number {
  return cells.some(isDiffering) ? 2 + Number(cells[0]?.sensitive === true) : 0;
}

function Table({ map: { systems }, kinds }: { map: DataMapAnswer; kinds: readonly DataMapCell[][] }) {
  const [pressed, setPressed] = useState<DataMapCell | null>(null);
  return (
    <table className={css.matrix}>
      <thead>
        <tr>
          <th scope="col">{words.kind}</th>
          {systems.map((system) => (
            <th key={system.system} scope="col">
              <SystemName system={system} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {kinds.map((cells) => {
          const [first] = cells;
          if (first === undefined) return null;
          const shown = cells.find((cell) => cell === pressed);
          return (
            <Fragment key={first.category}>
              <tr>
                <th scope="row">
                  {first.title}
                  {first.sensitive && <span className={css.sensitive}>{words.sensitive}</span>}
                </th>
                {systems.map(({ system, read }) => (
                  <td key={system}>
                    <Cell
                      cell={cells.find((cell) => cell.system === system)}
                      isRead={read === 'read'}
                      pressed={pressed}
                      press={setPressed}
                    />
                  </td>
                ))}
              </tr>
              {shown && (
                <tr>
                  <td colSpan={systems.length + 1} className={css.open}>
                    <Fields cell={shown} close={() => setPressed(null)} />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
