import type { DataMapCell } from '../../api/shapes.js';
import { StandingMark } from '../../parts/standing-mark.js';
import { dataMapWords as words } from '../../words/data-map.js';
import { shareInWords } from '../../words/shares.js';
import css from './data-map.module.css';

/** One kind of data in one system; what is neither declared nor found is nothing to press. */
export function Cell({
  cell,
  isRead,
  pressed,
  press,
}: {
  cell: DataMapCell | undefined;
  /** The whole system was read: only then does nothing mean nothing. */
  isRead: boolean;
  pressed: DataMapCell | null;
  press: (cell: DataMapCell | null) => void;
}) {
  if (cell === undefined) return <Blank isRead={isRead} />;
  const isPressed = pressed === cell;
  const hasFields = cell.fields.length > 0;
  return (
    <button
      type="button"
      className={css.cell}
      data-state={cell.state}
      aria-expanded={isPressed}
      onClick={() => press(isPressed ? null : cell)}
    >
      <span className={css.figures}>
        <StandingMark standing={cell.state} bare>
          {words.stateOf(cell)}
        </StandingMark>
        {hasFields && <b>{shareInWords(cell.filled, cell.records)}</b>}
      </span>
      {isOnlyInNotes(cell) && <span className={css.inNotes}>{words.inNotes}</span>}
      {hasFields && <Bar share={cell.records === 0 ? 0 : cell.filled / cell.records} />}
    </button>
  );
}

/** What is shown of it stands in notes: nobody would look for it there. */
function isOnlyInNotes({ fields }: DataMapCell): boolean {
  const wrong = fields.filter(({ breaks }) => breaks.length > 0);
  const shown = wrong.length > 0 ? wrong : fields;
  return shown.length > 0 && shown.every(({ in_notes: inNotes }) => inNotes);
}

function Blank({ isRead }: { isRead: boolean }) {
  return (
    <span className={css.blank}>
      <span aria-hidden="true">{isRead ? '·' : '?'}</span>
      <span className={css.hidden}>{isRead ? words.nothing : words.nothingKnown}</span>
    </span>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <svg className={css.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect className={css.track} width="100" height="4" />
      <rect
        className={css.filled}
        width={Math.min(100, Math.max(share * 100, share > 0 ? 2 : 0))}
        height="4"
      />
    </svg>
  );
}
