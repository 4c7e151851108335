import { useRef } from 'react';
import { policyWords as words } from '../../../words/policy.js';
import css from './text-editor.module.css';

/** The policy as text, with a number before each line. */
export function TextEditor({
  text,
  bad,
  readOnly,
  area,
  onChange,
}: {
  text: string;
  /** The lines that something is wrong with. */
  bad: ReadonlySet<number>;
  readOnly: boolean;
  area: React.RefObject<HTMLTextAreaElement | null>;
  onChange: (text: string) => void;
}) {
  const numbers = useRef<HTMLDivElement>(null);
  return (
    <div className={css.editor}>
      <div ref={numbers} className={css.numbers} aria-hidden="true">
        {text.split('\n').map((_, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a line has no name but its number
          <span key={index} data-bad={bad.has(index + 1)}>
            {index + 1}
          </span>
        ))}
      </div>
      <textarea
        ref={area}
        className={css.text}
        aria-label={words.textLabel}
        value={text}
        readOnly={readOnly}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onScroll={({ currentTarget }) => {
          if (numbers.current !== null) numbers.current.scrollTop = currentTarget.scrollTop;
        }}
      />
    </div>
  );
}

/** Leads to a line. */
export function showLine(area: HTMLTextAreaElement | null, line: number): void {
  if (area === null) return;
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  area.scrollTop = ((line - 4) * area.scrollHeight) / Math.max(lines.length, 1);
}
