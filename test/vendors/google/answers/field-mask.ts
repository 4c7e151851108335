/** What `fields` asks for: by name, all of it or a part. `*` stands for any name. */
export type FieldMask = ReadonlyMap<string, FieldMask | 'all'>;

/** Names that may be asked for. A name with `true` has no known parts: whatever stands below it passes. */
export interface KnownFields {
  readonly [name: string]: KnownFields | true;
}

/**
 * Reads a partial-response mask: `files(id,permissions/type),nextPageToken`. Slashes and dots mean the same. Gives null
 * if it cannot be read.
 */
export function readFieldMask(text: string): FieldMask | null {
  const reader = { tokens: text.match(/[A-Za-z0-9_*-]+|[(),/.]/gu) ?? [], at: 0 };
  const isOdd = /[^A-Za-z0-9_*\-(),/.\s]/u.test(text);
  const mask = isOdd ? null : readList(reader);
  return reader.at === reader.tokens.length ? mask : null;
}

/** The first name that nobody knows there; null if all are known. */
export function unknownField(mask: FieldMask, known: KnownFields): string | null {
  for (const [name, part] of mask) {
    if (name === '*') continue;
    const parts = known[name];
    if (parts === undefined) return name;
    const below = part === 'all' || parts === true ? null : unknownField(part, parts);
    if (below !== null) return below;
  }
  return null;
}

/** The part of an answer that was asked for. */
export function maskedBy(mask: FieldMask, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => maskedBy(mask, item));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
    const wanted = mask.get(name) ?? mask.get('*');
    if (wanted === undefined) return [];
    return [[name, wanted === 'all' ? part : maskedBy(wanted, part)] as const];
  });
  return Object.fromEntries(kept);
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

function readList(reader: Reader): FieldMask | null {
  const mask = new Map<string, FieldMask | 'all'>();
  for (;;) {
    const field = readField(reader);
    if (field === null) return null;
    const [name, part] = field;
    mask.set(name, together(mask.get(name), part));
    if (reader.tokens[reader.at] !== ',') return mask;
    reader.at += 1;
  }
}

function readField(reader: Reader): readonly [string, FieldMask | 'all'] | null {
  const name = reader.tokens[reader.at];
  if (name === undefined || '(),/.'.includes(name)) return null;
  reader.at += 1;
  const next = reader.tokens[reader.at];
  if (next === '/' || next === '.') {
    reader.at += 1;
    const below = readField(reader);
    return below === null ? null : [name, new Map([below])];
  }
  if (next !== '(') return [name, 'all'];
  reader.at += 1;
  const parts = readList(reader);
  if (parts === null || reader.tokens[reader.at] !== ')') return null;
  reader.at += 1;
  return [name, parts];
}

/** `a/b,a/c` asks for both. */
function together(first: FieldMask | 'all' | undefined, second: FieldMask | 'all'): FieldMask | 'all' {
  if (first === undefined) return second;
  if (first === 'all' || second === 'all') return 'all';
  const both = new Map(first);
  for (const [name, part] of second) both.set(name, together(both.get(name), part));
  return both;
}
