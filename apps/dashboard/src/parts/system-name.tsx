import type { SystemRead } from '../api/shapes.js';
import { systemWords as words } from '../words/systems.js';
import { CoverageMark } from './coverage-mark.js';
import css from './system-name.module.css';

/** A system at the head of a column: what the policy calls it, the tool, and a warning where it was not read. */
export function SystemName({ system: { system, title, simulated, read } }: { system: SystemRead }) {
  return (
    <span className={css.system}>
      <bdi>{words.nameOf(system)}</bdi>
      <span className={css.tool}>{words.tool(title, simulated)}</span>
      {read !== 'read' && (
        <span className={css.read} data-read={read}>
          {read !== 'nothing to read' && <CoverageMark coverage={read} />} {words.read[read]}
        </span>
      )}
    </span>
  );
}
