import type { ScanJob } from '../api/shapes.js';
import { scansWords } from '../words/scans.js';
import css from './scan-state.module.css';

const SHAPES: Readonly<Record<ScanJob['state'], string>> = {
  waiting: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm-.8 3v4.6l3.4 2 .8-1.3-2.6-1.5V4z',
  running: 'M3 2.5 14 8 3 13.5z',
  done: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm3.6 4.3L7 9.9 4.9 7.8 3.8 8.9 7 12.1l5.7-5.7z',
  failed: 'M8 1.5 15 14H1zM7.2 6v4h1.6V6zm0 5v1.6h1.6V11z',
  cancelled: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM4 7.2v1.6h8V7.2z',
};

/** Where a scan stands: a word, a shape and a colour. */
export function ScanState({ state }: { state: ScanJob['state'] }) {
  return (
    <span className={css.state} data-state={state}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[state]} fill="currentColor" fillRule="evenodd" />
      </svg>
      {scansWords.states[state]}
    </span>
  );
}
