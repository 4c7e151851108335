import type { Connection } from '../../api/shapes.js';
import { connectionsWords as words } from '../../words/connections.js';
import css from './connections.module.css';

type State = Connection['health']['state'];

const SHAPES: Readonly<Record<State, string>> = {
  works: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm3.6 4.3L7 9.9 4.9 7.8 3.8 8.9 7 12.1l5.7-5.7z',
  untried: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 1.6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 0 0 8 2.6z',
  'reconnect needed':
    'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM5.3 4.2 4.2 5.3 6.9 8l-2.7 2.7 1.1 1.1L8 9.1l2.7 2.7 1.1-1.1L9.1 8l2.7-2.7-1.1-1.1L8 6.9z',
  'help needed': 'M8 1 15.5 14.5H.5zm-.8 4.5.2 4.4h1.2l.2-4.4zM8 11a.9.9 0 1 0 0 1.8A.9.9 0 0 0 8 11z',
};

/** How a connection is: a word, a shape and a colour. */
export function HealthMark({ state }: { state: State }) {
  return (
    <span className={css.health} data-state={state}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[state]} fill="currentColor" fillRule="evenodd" />
      </svg>
      {words.health[state]}
    </span>
  );
}
