/** A document before it has a format. All texts are plain; whoever renders them escapes them. */
export interface DocumentSection {
  readonly heading: string;
  readonly parts: readonly DocumentPart[];
  /** Where there is room it stands in this column, beside its neighbours of the other one. */
  readonly column?: 'left' | 'right';
}

/** What the evidence says to a question (law 2: not looked at is neither). */
export type Answer = 'yes' | 'no' | 'cannot tell';

export type DocumentPart =
  | { readonly kind: 'text'; readonly text: string }
  /** What the policy leaves open, said plainly (E37). */
  | { readonly kind: 'gap'; readonly text: string }
  /** The answer to the question of the heading, with the sentence that says why. */
  | { readonly kind: 'answer'; readonly answer: Answer; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
    };

/** What stands in a table, with a remark in small print. */
export interface Cell {
  readonly text: string;
  readonly note?: string;
}

export function text(words: string): DocumentPart {
  return { kind: 'text', text: words };
}

/** Sentences as one paragraph; nothing where there are none. */
export function paragraph(sentences: readonly (string | null)[]): DocumentPart[] {
  const said = sentences.filter((sentence) => sentence !== null);
  return said.length === 0 ? [] : [text(said.join(' '))];
}

/** What a section leaves open, in one place; nothing where it leaves nothing open. */
export function gaps(sentences: readonly (string | null)[]): DocumentPart[] {
  const open = sentences.filter((sentence) => sentence !== null);
  return open.length === 0 ? [] : [{ kind: 'gap', text: open.join(' ') }];
}

/** A list; nothing where it is empty. */
export function list(items: readonly string[]): DocumentPart[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** A table; nothing where it has no rows. */
export function table(columns: readonly string[], rows: readonly (readonly Cell[])[]): DocumentPart[] {
  return rows.length === 0 ? [] : [{ kind: 'table', columns, rows }];
}

/** A cell; an empty note is none. */
export function cell(words: string, note = ''): Cell {
  return note === '' ? { text: words } : { text: words, note };
}
