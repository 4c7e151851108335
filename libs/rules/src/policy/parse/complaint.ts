/** Keys and list positions from the top of the policy down. */
export type Path = readonly (string | number)[];

/** A problem before it has a file, a line and a column. */
export interface Complaint {
  /** Where in the text, or at which key or value. */
  readonly place: { readonly offset: number } | { readonly path: Path; readonly at: 'key' | 'value' };
  readonly message: string;
  readonly expected: string | null;
  readonly found: string | null;
  readonly nearest: string | null;
}

/** Something else was expected at a key or value. The nearest known word is offered if it is near enough. */
export function unexpected(
  path: Path,
  at: 'key' | 'value',
  {
    expected,
    found,
    nearest = null,
  }: Pick<Complaint, 'expected' | 'found'> & { readonly nearest?: string | null },
): Complaint {
  const what = found === null ? 'nothing stands there' : `found ${found}`;
  return {
    place: { path, at },
    message: `${pathInWords(path)}: expected ${expected}, ${what}.${didYouMean(nearest)}`,
    expected,
    found,
    nearest,
  };
}

/** A sentence of its own about a key or value. */
export function complaint(
  path: Path,
  at: 'key' | 'value',
  message: string,
  expected: string | null = null,
): Complaint {
  return {
    place: { path, at },
    message: `${pathInWords(path)}: ${message}`,
    expected,
    found: null,
    nearest: null,
  };
}

/** " Did you mean `x`?" or nothing. */
export function didYouMean(nearest: string | null): string {
  return nearest === null ? '' : ` Did you mean \`${nearest}\`?`;
}

/** `data[2].in[0]`; "the policy" for the top. */
export function pathInWords(path: Path): string {
  return pathAsText(path) || 'the policy';
}

export function pathAsText(path: Path): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') {
        return `[${part}]`;
      }
      const shown = /^[\w-]+$/u.test(part) ? part : shortened(part);
      return index === 0 ? shown : `.${shown}`;
    })
    .join('');
}

/** What stands somewhere, on one short line that a terminal can show. */
export function foundInWords(value: unknown): string | null {
  if (value === undefined) {
    return null;
  }
  if (typeof value === 'string') {
    return `\`${shortened(value)}\``;
  }
  return Array.isArray(value) ? 'a list' : 'a block of keys';
}

const MOST_CHARACTERS = 40;

/** Without control characters, which could move a terminal's cursor. */
export function shortened(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return clean.length > MOST_CHARACTERS ? `${clean.slice(0, MOST_CHARACTERS).toWellFormed()}…` : clean;
}
