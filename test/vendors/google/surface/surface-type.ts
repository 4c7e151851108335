/** A type as the surface files write it: `string[]`, `Array<{ a?: string; }>`, `{ [key: string]: User; }`, or a schema's name. */
export type SurfaceType =
  | { readonly kind: 'any' }
  | { readonly kind: 'string' | 'number' | 'boolean' }
  | { readonly kind: 'list'; readonly of: SurfaceType }
  | { readonly kind: 'map'; readonly of: SurfaceType }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, SurfaceType>> }
  | { readonly kind: 'schema'; readonly name: string };

interface Reader {
  readonly words: readonly string[];
  at: number;
}

/** Throws for a type that is written in a way nobody has seen yet. */
export function readSurfaceType(text: string): SurfaceType {
  const reader: Reader = { words: text.match(/[A-Za-z_$][\w$.]*|'[^']*'|[{}<>[\]:;?|]/gu) ?? [], at: 0 };
  const type = readType(reader);
  if (reader.at < reader.words.length) throw new Error(`Unknown way to write a type: ${text}`);
  return type;
}

function readType(reader: Reader): SurfaceType {
  let type = readPlain(reader);
  while (reader.words[reader.at] === '[') {
    reader.at += 2;
    type = { kind: 'list', of: type };
  }
  while (reader.words[reader.at] === '|') {
    // `string | null`: null is never sent.
    reader.at += 2;
  }
  return type;
}

function readPlain(reader: Reader): SurfaceType {
  const word = take(reader);
  switch (word) {
    case 'any':
      return { kind: 'any' };
    case 'string':
    case 'number':
    case 'boolean':
      return { kind: word };
    case 'Array': {
      take(reader, '<');
      const of = readType(reader);
      take(reader, '>');
      return { kind: 'list', of };
    }
    case '{':
      return readObject(reader);
    default:
      return { kind: 'schema', name: word.replace(/^Schema\$/u, '') };
  }
}

function readObject(reader: Reader): SurfaceType {
  if (reader.words[reader.at] === '[') {
    // [key: string]: T;
    reader.at += 5;
    take(reader, ':');
    const of = readType(reader);
    take(reader, ';');
    take(reader, '}');
    return { kind: 'map', of };
  }
  const fields: Record<string, SurfaceType> = {};
  while (reader.words[reader.at] !== '}') {
    const name = take(reader).replaceAll("'", '');
    if (reader.words[reader.at] === '?') reader.at += 1;
    take(reader, ':');
    fields[name] = readType(reader);
    if (reader.words[reader.at] === ';') reader.at += 1;
  }
  take(reader, '}');
  return { kind: 'object', fields };
}

function take(reader: Reader, wanted?: string): string {
  const word = reader.words[reader.at];
  if (word === undefined || (wanted !== undefined && word !== wanted)) {
    throw new Error(`A type is not written as expected: ${reader.words.join(' ')}`);
  }
  reader.at += 1;
  return word;
}
