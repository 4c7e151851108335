import type { DataFlowAnswer } from '../../api/shapes.js';
import { dataMapWords as words } from '../../words/data-map.js';
import { columnsOf, type FlowPlace } from './flow-columns.js';
import css from './flow.module.css';

const WIDTH = 1000;
const BOX = 190;
const BETWEEN = (WIDTH - 4 * BOX) / 3;
const ROW = 34;
const BOX_HEIGHT = 26;
const HEAD = 40;
const LONGEST = 27;
const STATES = ['agrees', 'differs', 'not found', 'not known'] as const;

interface Placed extends FlowPlace {
  readonly x: number;
  readonly y: number;
}

/** Four columns and the lines between them; whoever can not see it has the table. */
export function FlowPicture({ flow }: { flow: DataFlowAnswer }) {
  const columns = columnsOf(flow);
  const height = HEAD + Math.max(4, ...columns.map(({ length }) => length)) * ROW + 12;
  const placed = new Map(
    columns.flatMap((places, column) => spread(places, column, height)).map((one) => [one.id, one]),
  );
  return (
    <>
      <ul className={css.legend} aria-hidden="true">
        {(flow.policy ? STATES : (['found'] as const)).map((state) => (
          <li key={state}>
            <svg viewBox="0 0 28 8">
              <path className={css.line} data-state={state} d="M1 4h26" />
            </svg>
            {words.states[state]}
          </li>
        ))}
      </ul>
      <svg className={css.picture} viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={words.flowLabel}>
        {words.columns.map((column, place) => (
          <text key={column} className={css.column} x={place * (BOX + BETWEEN)} y={24}>
            {column}
          </text>
        ))}
        {flow.links.toSorted(byWeight).map((link) => {
          const [from, to] = [placed.get(link.from), placed.get(link.to)];
          if (!from || !to) return null;
          return (
            <path
              key={`${link.from} ${link.to}`}
              className={css.line}
              data-state={link.state}
              d={curve(from, to)}
            />
          );
        })}
        {[...placed.values()].map((place) => (
          <Place key={place.id} place={place} />
        ))}
      </svg>
    </>
  );
}

/** What differs is drawn last, over the others. */
function byWeight(one: { readonly state: string }, other: { readonly state: string }): number {
  return Number(one.state === 'differs') - Number(other.state === 'differs');
}

function spread(places: readonly FlowPlace[], column: number, height: number): readonly Placed[] {
  const step = Math.min((height - HEAD - 12) / Math.max(1, places.length), 3 * ROW);
  const start = HEAD + (height - HEAD - 12 - step * places.length) / 2;
  return places.map((place, row) => ({
    ...place,
    x: column * (BOX + BETWEEN),
    y: start + step * (row + 0.5),
  }));
}

function curve(from: Placed, to: Placed): string {
  const [start, end] = [from.x + BOX, to.x];
  const middle = (start + end) / 2;
  return `M${start} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${end} ${to.y}`;
}

function Place({ place: { title, x, y, ai = false } }: { place: Placed }) {
  return (
    <g>
      <title>{title}</title>
      <rect className={css.box} x={x} y={y - BOX_HEIGHT / 2} width={BOX} height={BOX_HEIGHT} rx="6" />
      <text className={css.name} x={x + 9} y={y + 4.5}>
        {shortened(title, ai ? LONGEST - 4 : LONGEST)}
      </text>
      {ai && (
        <text className={css.ai} x={x + BOX - 9} y={y + 4.5} textAnchor="end">
          {words.ai}
        </text>
      )}
    </g>
  );
}

const signs = new Intl.Segmenter('en');

/** Short enough for its box, and apart from what stands around it in whatever direction it is written. */
function shortened(title: string, longest: number): string {
  const letters = Array.from(signs.segment(title.slice(0, 10 * longest)), ({ segment }) => segment);
  const short = letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : title;
  return `\u2068${short}\u2069`;
}
