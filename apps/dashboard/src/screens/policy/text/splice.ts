import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  Scalar,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Edit, Path, Value } from './value.js';

/** The text with one change at its place; null where that is not as easy as it looks. */
export function splice(text: string, document: Document, edit: Edit): string | null {
  if (edit.kind === 'remove') return removed(text, document, edit.path);
  if (edit.kind === 'add') return added(text, document, edit.path, edit.value);
  return setTo(text, document, edit.path, edit.value);
}

function setTo(text: string, document: Document, path: Path, value: Value): string | null {
  const node = nodeAt(document, path);
  if (node !== null) return replaced(text, node, inline(value));
  const key = path.at(-1);
  const parent = nodeAt(document, path.slice(0, -1));
  if (typeof key !== 'string') return null;
  if (isMap(parent)) return withPair(text, parent, path.length === 1, key, value);
  if (path.length === 1) return `${ended(text)}${topLevel(key, value)}`;
  return setTo(text, document, path.slice(0, -1), { [key]: value });
}

function added(text: string, document: Document, path: Path, value: Value): string | null {
  const node = nodeAt(document, path);
  if (!isSeq(node) || node.items.length === 0) return setTo(text, document, path, [value]);
  if (node.flow === true) return replaced(text, node, inline([...(node.toJSON() as Value[]), value]));
  const dash = dashOf(text, node, 0);
  const end = endOf(text, node.items.at(-1));
  if (dash === null || end === null) return null;
  return inserted(text, end, `\n${' '.repeat(dash - lineStart(text, dash))}- ${inline(value)}`);
}

function removed(text: string, document: Document, path: Path): string | null {
  const key = path.at(-1);
  const parent = nodeAt(document, path.slice(0, -1));
  if (isCollection(parent) && parent.flow === true) {
    const rest = parent.toJSON() as Value;
    return replaced(text, parent, inline(less(rest, key)));
  }
  // The last one leaves nothing that would still be a list.
  if (!isCollection(parent) || parent.items.length < 2) return null;
  if (isSeq(parent) && typeof key === 'number') {
    const dash = dashOf(text, parent, key);
    const end = endOf(text, parent.items[key]);
    return dash === null || end === null ? null : withoutLines(text, dash, end);
  }
  if (!isMap(parent)) return null;
  const pair = parent.items.find(({ key: name }) => isScalar(name) && name.value === key);
  const start = rangeOf(pair?.key)?.[0];
  const end = endOf(text, pair);
  return start === undefined || end === null ? null : withoutLines(text, start, end);
}

function less(value: Value, key: string | number | undefined): Value {
  if (Array.isArray(value)) return value.filter((_, index) => index !== key);
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

/** Only what stands on one line without a comment is written anew as a whole. */
function replaced(text: string, node: Node, by: string): string | null {
  const range = rangeOf(node);
  if (range === null) return null;
  const [start, end] = range;
  const before = text.slice(start, end);
  if (isCollection(node) && (node.flow !== true || /[#\n]/u.test(before))) return null;
  if (isScalar(node) && (node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL))
    return null;
  const space = text.charAt(start - 1) === ':' ? ' ' : '';
  return `${text.slice(0, start)}${space}${by}${text.slice(end)}`;
}

function withPair(text: string, map: YAMLMap, isTop: boolean, key: string, value: Value): string | null {
  const last = map.items.at(-1);
  const range = rangeOf(map);
  if (range === null) return null;
  const line = `${scalar(key)}: ${inline(value)}`;
  if (map.flow === true) {
    const close = range[1] - 1;
    if (last === undefined) return `${text.slice(0, range[0])}{ ${line} ${text.slice(close)}`;
    const before = text.slice(0, close).trimEnd();
    if (text.slice(range[0], close).includes('#')) return null;
    const isOver = text.slice(before.length, close).includes('\n');
    if (!isOver) return `${before}, ${line} ${text.slice(close)}`;
    const hasComma = before.endsWith(',');
    const start = rangeOf(last.key)?.[0] ?? 0;
    const indent = ' '.repeat(start - lineStart(text, start));
    return `${before}${hasComma ? '' : ','}\n${indent}${line}${hasComma ? ',' : ''}${text.slice(before.length)}`;
  }
  if (isTop) return `${ended(text)}${topLevel(key, value)}`;
  const first = rangeOf(map.items[0]?.key)?.[0];
  const end = endOf(text, last);
  if (first === undefined || end === null) return null;
  return inserted(text, end, `\n${' '.repeat(first - lineStart(text, first))}${line}`);
}

/** A section of its own: one entry a line. */
function topLevel(key: string, value: Value): string {
  if (typeof value === 'string') return `${key}: ${inline(value)}\n`;
  if (Array.isArray(value) && value.some((one) => typeof one !== 'string'))
    return `${key}:\n${value.map((one) => `  - ${inline(one as Value)}\n`).join('')}`;
  if (Array.isArray(value)) return `${key}: ${inline(value)}\n`;
  return `${key}:\n${Object.entries(value)
    .map(([name, one]) => `  ${scalar(name)}: ${inline(one)}\n`)
    .join('')}`;
}

function ended(text: string): string {
  return text.trim() === '' ? '' : `${text.trimEnd()}\n\n`;
}

function nodeAt(document: Document, path: Path): Node | null {
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  return isCollection(node) || isScalar(node) ? node : null;
}

function rangeOf(node: unknown): readonly [number, number] | null {
  if (!isCollection(node) && !isScalar(node)) return null;
  const { range } = node;
  return range ? [range[0], range[1]] : null;
}

/** Where the dash of an entry stands. */
function dashOf(text: string, list: YAMLSeq, index: number): number | null {
  const start = rangeOf(list.items[index])?.[0];
  if (start === undefined) return null;
  const dash = text.lastIndexOf('-', start);
  return dash >= lineStart(text, start) ? dash : null;
}

/** The end of the last line of something, with the comment behind it. */
function endOf(text: string, node: unknown): number | null {
  const range = rangeOf(isPair(node) ? (node.value ?? node.key) : node);
  if (range === null) return null;
  const end = text.slice(0, range[1]).trimEnd().length;
  const line = text.indexOf('\n', end);
  return line === -1 ? text.length : line;
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

const inserted = (text: string, at: number, what: string): string =>
  `${text.slice(0, at)}${what}${text.slice(at)}`;

function withoutLines(text: string, from: number, end: number): string | null {
  const start = lineStart(text, from);
  // Something else stands on that line, too.
  if (text.slice(start, from).trim() !== '') return null;
  return `${text.slice(0, start)}${text.slice(end + 1)}`;
}

/** A value on one line. */
function inline(value: Value): string {
  if (typeof value === 'string') return scalar(value);
  if (Array.isArray(value)) return `[${value.map((one) => inline(one as Value)).join(', ')}]`;
  const pairs = Object.entries(value).map(([name, one]) => `${scalar(name)}: ${inline(one)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/** A text that reads back as itself wherever it stands. */
function scalar(text: string): string {
  const list = stringify([text], {
    schema: 'failsafe',
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    blockQuote: false,
    collectionStyle: 'flow',
    flowCollectionPadding: false,
  });
  return list.trim().slice(1, -1);
}
