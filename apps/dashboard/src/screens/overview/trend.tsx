import type { TrendAnswer } from '../../api/shapes.js';
import { SeverityMark } from '../../parts/severity-mark.js';
import { dayInWords, inFigures, shortDay } from '../../words/dates.js';
import { overviewWords as words } from '../../words/overview.js';
import { severities, severityWords } from '../../words/severity.js';
import css from './trend.module.css';

type Scans = TrendAnswer['items'];

/** Where a bar chart would be a crowd. */
const MOST_BARS = 30;

/** Open drift at each scan, as a picture and as a table: nobody needs to see, or to tell colours apart. */
export function Trend({ scans }: { scans: Scans }) {
  if (scans.length < 2) return <p className={css.soft}>{words.trendBegins}</p>;
  return (
    <>
      <Bars scans={scans.slice(-MOST_BARS)} />
      <details className={css.details}>
        <summary>{words.asTable}</summary>
        <Table scans={scans.toReversed()} />
      </details>
    </>
  );
}

const GAP = 0.25;
const WIDEST_REM = 5;

function Bars({ scans }: { scans: Scans }) {
  const most = Math.max(1, ...scans.map(total));
  const [first, last] = [scans[0], scans.at(-1)];
  return (
    <figure
      className={css.figure}
      role="img"
      aria-label={words.trendLabel}
      // Few scans are not drawn as wide as many.
      style={{ maxWidth: `${scans.length * WIDEST_REM}rem` }}
    >
      <div className={css.plot}>
        <span className={css.most}>{inFigures(most)}</span>
        <svg viewBox={`0 0 ${scans.length} 100`} preserveAspectRatio="none" aria-hidden="true">
          {scans.map((scan, place) => {
            let top = 100;
            return severities.toReversed().map((severity) => {
              const height = (scan[severity] / most) * 100;
              top -= height;
              return (
                <rect
                  key={`${scan.scan} ${severity}`}
                  data-severity={severity}
                  x={place + GAP / 2}
                  y={top}
                  width={1 - GAP}
                  height={height}
                />
              );
            });
          })}
        </svg>
      </div>
      <div className={css.days}>
        <span>{first && shortDay(first.as_of)}</span>
        {first?.as_of !== last?.as_of && <span>{last && shortDay(last.as_of)}</span>}
      </div>
    </figure>
  );
}

const total = (scan: Scans[number]) => severities.reduce((sum, severity) => sum + scan[severity], 0);

function Table({ scans }: { scans: Scans }) {
  return (
    <div className={css.scroll} tabIndex={0} role="region" aria-label={words.trendLabel}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.scan}</th>
            {severities.map((severity) => (
              <th key={severity} scope="col">
                {severity === 'info' ? severityWords.info : <SeverityMark severity={severity} />}
              </th>
            ))}
            <th scope="col">{words.came}</th>
            <th scope="col">{words.fixed}</th>
            <th scope="col">{words.unreadTools}</th>
          </tr>
        </thead>
        <tbody>
          {scans.map((scan) => (
            <tr key={scan.scan}>
              <th scope="row">{dayInWords(scan.as_of)}</th>
              {severities.map((severity) => (
                <td key={severity}>{inFigures(scan[severity])}</td>
              ))}
              <td>{inFigures(scan.appeared)}</td>
              <td>{inFigures(scan.fixed)}</td>
              <td>{inFigures(scan.systems_not_read)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
