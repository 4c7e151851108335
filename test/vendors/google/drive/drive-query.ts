import type { DriveFile } from './drive-files.js';

/** A file as `q` can ask about it. */
export interface SearchedFile {
  readonly file: DriveFile;
  readonly visibility: string;
  readonly owners: readonly string[];
  readonly writers: readonly string[];
  readonly readers: readonly string[];
  readonly parents: readonly string[];
  readonly isSharedWithMe: boolean;
}

type Test = (searched: SearchedFile) => boolean;

interface Reader {
  readonly words: readonly Word[];
  at: number;
}

type Word =
  | { readonly kind: 'word' | 'sign'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string };

const WORDS = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(<=|>=|!=|=|<|>|\(|\))|([A-Za-z][\w.]*)|(\S)/gu;

/** Reads Drive's `q`: terms joined by `and`, `or`, `not` and parentheses. Null: Drive would refuse it. */
export function readDriveQuery(q: string): Test | null {
  if (q.trim() === '') return () => true;
  const words = [...q.matchAll(WORDS)].map(([, single, double, sign, word, odd]): Word | null => {
    const text = single ?? double;
    if (text !== undefined) return { kind: 'text', text: text.replaceAll(/\\(.)/gu, '$1') };
    if (sign !== undefined) return { kind: 'sign', text: sign };
    return word === undefined || odd !== undefined ? null : { kind: 'word', text: word };
  });
  if (words.some((word) => word === null)) return null;
  const reader: Reader = { words: words.filter((word) => word !== null), at: 0 };
  const test = readEither(reader);
  return reader.at === reader.words.length ? test : null;
}

function readEither(reader: Reader): Test | null {
  const first = readBoth(reader);
  if (first === null || !takeWord(reader, 'or')) return first;
  const second = readEither(reader);
  return second === null ? null : (searched) => first(searched) || second(searched);
}

function readBoth(reader: Reader): Test | null {
  const first = readOne(reader);
  if (first === null || !takeWord(reader, 'and')) return first;
  const second = readBoth(reader);
  return second === null ? null : (searched) => first(searched) && second(searched);
}

function readOne(reader: Reader): Test | null {
  if (takeWord(reader, 'not')) {
    const inner = readOne(reader);
    return inner === null ? null : (searched) => !inner(searched);
  }
  if (takeSign(reader, '(')) {
    const inner = readEither(reader);
    return inner !== null && takeSign(reader, ')') ? inner : null;
  }
  return readTerm(reader);
}

/** `name contains 'x'`, or `'x' in owners`. */
function readTerm(reader: Reader): Test | null {
  const [left, operator, right] = reader.words.slice(reader.at, reader.at + 3);
  if (left === undefined || operator === undefined || right === undefined) return null;
  reader.at += 3;
  if (left.kind === 'text') {
    return operator.text === 'in' && right.kind === 'word' ? inTest(left.text, right.text) : null;
  }
  if (left.kind !== 'word' || right.kind === 'sign') return null;
  const isBoolean = right.kind === 'word';
  if (isBoolean && right.text !== 'true' && right.text !== 'false') return null;
  return isBoolean
    ? booleanTest(left.text, operator.text, right.text === 'true')
    : textTest(left.text, operator.text, right.text);
}

function inTest(value: string, term: string): Test | null {
  const wanted = value.toLowerCase();
  switch (term) {
    case 'owners':
    case 'writers':
    case 'readers':
      return (searched) => searched[term].includes(wanted);
    case 'parents':
      return ({ parents }) => parents.includes(value);
    default:
      return null;
  }
}

function booleanTest(term: string, operator: string, value: boolean): Test | null {
  if (operator !== '=' && operator !== '!=') return null;
  const isWanted = (operator === '=') === value;
  switch (term) {
    case 'trashed':
      return ({ file }) => (file.isTrashed === true) === isWanted;
    case 'starred':
      return () => !isWanted;
    case 'sharedWithMe':
      // Known to be refused: `sharedWithMe = false` is no valid search.
      return isWanted ? ({ isSharedWithMe }) => isSharedWithMe : null;
    default:
      return null;
  }
}

function textTest(term: string, operator: string, value: string): Test | null {
  switch (term) {
    case 'name':
      return nameTest(operator, value);
    case 'fullText':
      // Contents are not simulated, so that the title is all there is to search.
      return operator === 'contains' ? nameTest('contains', value) : null;
    case 'mimeType':
      if (operator === 'contains') return ({ file }) => file.mimeType.startsWith(value);
      return equality(operator, value, ({ file }) => file.mimeType);
    case 'visibility':
      return equality(operator, value, ({ visibility }) => visibility);
    case 'modifiedTime':
      return timeTest(operator, value, ({ file }) => file.modified);
    case 'createdTime':
      return timeTest(operator, value, ({ file }) => file.created);
    default:
      return null;
  }
}

/** `contains` finds the beginnings of words, not what stands in their middle. */
function nameTest(operator: string, value: string): Test | null {
  if (operator !== 'contains') return equality(operator, value, ({ file }) => file.name);
  const wanted = wordsOf(value);
  return ({ file }) => {
    const present = wordsOf(file.name);
    return wanted.every((word) => present.some((one) => one.startsWith(word)));
  };
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function equality(operator: string, value: string, read: (searched: SearchedFile) => string): Test | null {
  if (operator === '=') return (searched) => read(searched) === value;
  return operator === '!=' ? (searched) => read(searched) !== value : null;
}

/** RFC 3339; without a zone it is UTC. */
function timeTest(operator: string, value: string, read: (searched: SearchedFile) => string): Test | null {
  const wanted = Date.parse(/(Z|[+-]\d\d:\d\d)$/u.test(value) || !value.includes('T') ? value : `${value}Z`);
  if (Number.isNaN(wanted)) return null;
  const difference = (searched: SearchedFile) => Date.parse(read(searched)) - wanted;
  switch (operator) {
    case '=':
      return (searched) => difference(searched) === 0;
    case '!=':
      return (searched) => difference(searched) !== 0;
    case '<':
      return (searched) => difference(searched) < 0;
    case '<=':
      return (searched) => difference(searched) <= 0;
    case '>':
      return (searched) => difference(searched) > 0;
    case '>=':
      return (searched) => difference(searched) >= 0;
    default:
      return null;
  }
}

function takeWord(reader: Reader, text: string): boolean {
  const word = reader.words[reader.at];
  const isIt = word?.kind === 'word' && word.text.toLowerCase() === text;
  if (isIt) reader.at += 1;
  return isIt;
}

function takeSign(reader: Reader, text: string): boolean {
  const word = reader.words[reader.at];
  const isIt = word?.kind === 'sign' && word.text === text;
  if (isIt) reader.at += 1;
  return isIt;
}
