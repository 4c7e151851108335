/** A document before it has a format. All texts are plain; whoever renders them escapes them. */
export interface DocumentSection {
  readonly heading: string;
  readonly parts: readonly DocumentPart[];
}

export type DocumentPart =
  | { readonly kind: 'text'; readonly text: string }
  /** What the policy leaves open, said plainly (E37). */
  | { readonly kind: 'gap'; readonly text: string }
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

/** What a section leaves open, in one place; nothing where it leaves nothing open. */
export function gaps(sentences: readonly (string | null)[]): DocumentPart[] {
  const open = sentences.filter((sentence) => sentence !== null);
  return open.length === 0 ? [] : [{ kind: 'gap', text: open.join(' ') }];
}

export function list(items: readonly string[]): DocumentPart {
  return { kind: 'list', items };
}

export function table(columns: readonly string[], rows: readonly (readonly Cell[])[]): DocumentPart {
  return { kind: 'table', columns, rows };
}

/** A cell; an empty note is none. */
export function cell(words: string, note = ''): Cell {
  return note === '' ? { text: words } : { text: words, note };
}
