import type { DataFlowAnswer } from '../../api/shapes.js';
import { StandingMark } from '../../parts/standing-mark.js';
import { dataMapWords as words } from '../../words/data-map.js';
import { columnsOf, type FlowPlace } from './flow-columns.js';
import css from './flow.module.css';

/** What the picture shows, a kind of data a row. */
export function FlowTable({ flow }: { flow: DataFlowAnswer }) {
  const [purposes = [], categories = [], systems = [], apps = []] = columnsOf(flow);
  const [usedFor, kind, where, reachedBy] = words.columns;
  const between = (from: readonly FlowPlace[], to: readonly FlowPlace[]) =>
    flow.links.flatMap((link) => {
      const [start, end] = [from.find(({ id }) => id === link.from), to.find(({ id }) => id === link.to)];
      return start && end ? [{ start, end, state: link.state }] : [];
    });
  return (
    <table className={css.table}>
      <thead>
        <tr>
          {[kind, usedFor, where, reachedBy].map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {categories.map((category) => {
          const kept = between([category], systems);
          const reaching = between(
            kept.map(({ end }) => end),
            apps,
          );
          return (
            <tr key={category.id}>
              <th scope="row">{category.title}</th>
              <td>
                <Names
                  places={between(purposes, [category]).map(({ start, state }) => ({ place: start, state }))}
                />
              </td>
              <td>
                <Names places={kept.map(({ end, state }) => ({ place: end, state }))} />
              </td>
              <td>
                <Names places={reaching.map(({ end, state }) => ({ place: end, state }))} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type State = DataFlowAnswer['links'][number]['state'];

function Names({ places }: { places: readonly { readonly place: FlowPlace; readonly state: State }[] }) {
  if (places.length === 0) return <span className={css.soft}>{words.none}</span>;
  return (
    <ul className={css.names}>
      {places.map(({ place, state }) => (
        <li key={place.id}>
          <StandingMark standing={state} bare>
            {words.states[state]}
          </StandingMark>
          <bdi>{place.title}</bdi>
          {place.ai === true && ` (${words.ai})`}
        </li>
      ))}
    </ul>
  );
}
