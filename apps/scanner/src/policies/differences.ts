import { diffLines } from 'diff';

/** A run of lines of two policies. */
export interface DifferentLines {
  readonly kind: 'same' | 'added' | 'removed';
  readonly lines: readonly string[];
}

/** Two policies side by side, line by line, as long as that goes in a second; else the one whole and then the other. */
export function differencesOf(before: string, after: string): readonly DifferentLines[] {
  const parts = diffLines(before, after, { timeout: 1_000, stripTrailingCr: true });
  if (parts === undefined) {
    return [
      { kind: 'removed', lines: linesOf(before) },
      { kind: 'added', lines: linesOf(after) },
    ];
  }
  return parts.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    lines: linesOf(value),
  }));
}

function linesOf(text: string): readonly string[] {
  return text.replace(/\r?\n$/u, '').split(/\r?\n/u);
}
