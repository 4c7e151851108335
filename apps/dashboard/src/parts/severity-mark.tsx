import type { Severity } from '../api/shapes.js';
import { severityWords } from '../words/severity.js';
import css from './severity-mark.module.css';

const SHAPES: Readonly<Record<Severity, string>> = {
  high: 'M8 1.5 15 14H1z',
  medium: 'M8 1 15 8 8 15 1 8z',
  low: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z',
  info: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zm0 2a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
};

/** How grave something is: a word, a shape and a colour, so that none of them is needed alone. */
export function SeverityMark({ severity, bare = false }: { severity: Severity; bare?: boolean }) {
  return (
    <span className={css.mark} data-severity={severity}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[severity]} fillRule="evenodd" />
      </svg>
      <span className={bare ? css.hidden : undefined}>{severityWords[severity]}</span>
    </span>
  );
}
