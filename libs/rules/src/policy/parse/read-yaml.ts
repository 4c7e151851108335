import { Composer, isAlias, isMap, isScalar, isSeq, LineCounter, type Document, type YAMLMap } from 'yaml';
import { complaint, shortened, type Complaint, type Path } from './complaint.js';
import { complaintAt, syntaxComplaint } from './syntax-complaint.js';
import { yamlTokens } from './yaml-tokens.js';

/** A text taken apart: blocks without prototype, lists, texts (also numbers and dates), undefined where nothing stands. */
export interface YamlReading {
  readonly value: unknown;
  readonly complaints: readonly Complaint[];
  /** Where the notation itself breaks first: what stands behind may be misread. Null if it is sound. */
  readonly brokenAt: number | null;
  /** Where a key or value stands; the nearest block above where the file does not have it. */
  readonly offsetOf: (path: Path, at: 'key' | 'value') => number;
  /** Whether the file has this key, be it without a value. */
  readonly has: (path: Path) => boolean;
  readonly positionAt: (offset: number) => { readonly line: number; readonly column: number };
}

/** Aliases are rarely needed on one page; without a limit a few lines can stand for billions. */
const MOST_ALIASES = 100;
/** Far more than a page holds, and few enough to be read at once. */
const MOST_VALUES = 50_000;

/** Reads YAML 1.2 with positions. Never throws: whatever is wrong with the text is a complaint. */
export function readYaml(text: string): YamlReading {
  const lines = new LineCounter();
  const positionAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const tokens = yamlTokens(text, lines);
  if ('tooDeepAt' in tokens) {
    const { tooDeepAt } = tokens;
    const complaints = [complaintAt(tooDeepAt, 'This is nested far too deeply for a policy.')];
    const offsetOf = () => tooDeepAt;
    return { value: undefined, complaints, brokenAt: 0, offsetOf, has: () => false, positionAt };
  }
  // Every value is read as text, and its meaning follows from where it stands: `country: NO` is no boolean.
  // Repeated keys are found below, in one pass; the library compares each with each.
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, prettyErrors: false });
  const [first, ...others] = composer.compose(tokens, true, text.length);
  const reader = new TreeReader((offset) => positionAt(offset).line);
  const value = first === undefined ? undefined : reader.read(first);
  const broken = (first?.errors ?? []).filter(({ code }) => code !== 'MULTIPLE_DOCS');
  const syntax = [...broken, ...(first?.warnings ?? [])].map(syntaxComplaint);
  return {
    value,
    complaints: [
      ...onePerLine(syntax, positionAt),
      ...others.slice(0, 1).map(secondDocument),
      ...reader.complaints,
    ],
    brokenAt: broken.length === 0 ? null : Math.min(...broken.slice(0, 1000).map(({ pos }) => pos[0])),
    offsetOf: (path, at) => reader.offsetOf(path, at),
    has: (path) => reader.has(path),
    positionAt,
  };
}

function secondDocument({ range }: Document.Parsed): Complaint {
  return syntaxComplaint({ code: 'MULTIPLE_DOCS', message: '', pos: [range[0], range[0]] });
}

/** One slip makes the parser stumble several times. */
function onePerLine(complaints: readonly Complaint[], positionAt: YamlReading['positionAt']): Complaint[] {
  const seen = new Set<number>();
  return complaints.filter(({ place }) => {
    const line = 'offset' in place ? positionAt(place.offset).line : 0;
    return !seen.has(line) && seen.add(line).size <= 20;
  });
}

/** Turns nodes into values once, keeping where each stands. */
class TreeReader {
  readonly complaints: Complaint[] = [];
  private readonly offsets = new Map<string, { readonly key: number; readonly value: number }>();
  private readonly anchors = new Map<string, unknown>();
  private aliases = 0;
  private values = 0;

  constructor(private readonly lineAt: (offset: number) => number) {}

  read(document: Document.Parsed): unknown {
    return this.valueOf(document.contents, [], offsetOfNode(document.contents, 0));
  }

  has(path: Path): boolean {
    return this.offsets.has(JSON.stringify(path));
  }

  offsetOf(path: Path, at: 'key' | 'value'): number {
    for (let length = path.length; length >= 0; length -= 1) {
      const offset = this.offsets.get(JSON.stringify(path.slice(0, length)));
      if (offset !== undefined) {
        return length === path.length ? offset[at] : offset.key;
      }
    }
    return 0;
  }

  private valueOf(node: unknown, path: Path, key: number): unknown {
    const offset = offsetOfNode(node, key);
    this.values += 1;
    if (this.values > MOST_VALUES) {
      this.onlyOnce(complaintAt(offset, 'This is far too long for a policy, which is one page.'));
      return undefined;
    }
    if (!this.has(path)) {
      this.offsets.set(JSON.stringify(path), { key, value: offset });
    }
    if (isAlias(node)) {
      return this.aliasValue(node.source, path, offset);
    }
    if (isScalar(node) || isMap(node) || isSeq(node)) {
      if (node.anchor !== undefined) {
        this.anchors.set(node.anchor, node);
      }
    }
    if (isMap(node)) {
      return this.blockOf(node, path);
    }
    if (isSeq(node)) {
      return node.items.map((item, index) =>
        this.valueOf(item, [...path, index], offsetOfNode(item, offset)),
      );
    }
    const text = textOf(node);
    return isScalar(node) && node.type === 'PLAIN' && isNothing(text) ? undefined : text;
  }

  private blockOf(map: YAMLMap, path: Path): Record<string, unknown> {
    const block = Object.create(null) as Record<string, unknown>;
    const lineOf = new Map<string, number>();
    for (const { key, value } of map.items) {
      const offset = offsetOfNode(key, offsetOfNode(map, 0));
      const name = textOf(key)?.trim() ?? '';
      const firstLine = lineOf.get(name);
      if (name === '') {
        this.complaints.push(complaintAt(offset, 'A key was expected here: a word, and ":" behind it.'));
      } else if (firstLine === undefined) {
        lineOf.set(name, this.lineAt(offset));
        block[name] = this.valueOf(value, [...path, name], offset);
      } else {
        const message = `\`${shortened(name)}\` stands here twice; the first is on line ${firstLine}. Keep one of them.`;
        this.complaints.push(complaintAt(offset, message));
      }
    }
    return block;
  }

  private aliasValue(name: string, path: Path, offset: number): unknown {
    this.aliases += 1;
    const node = this.anchors.get(name);
    if (node === undefined) {
      this.complaints.push(
        complaint(path, 'value', `there is no "&${shortened(name)}" above that "*" could repeat.`),
      );
    } else if (this.aliases > MOST_ALIASES) {
      this.onlyOnce(complaintAt(offset, `"*" repeats parts of this policy more than ${MOST_ALIASES} times.`));
    } else {
      return this.valueOf(node, path, offset);
    }
    return undefined;
  }

  private onlyOnce(one: Complaint): void {
    if (!this.complaints.some(({ message }) => message === one.message)) {
      this.complaints.push(one);
    }
  }
}

/** Under the failsafe schema every scalar is a string. */
function textOf(node: unknown): string | undefined {
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}

function isNothing(text: string | undefined): boolean {
  return text === undefined || ['', '~', 'null', 'Null', 'NULL'].includes(text);
}

function offsetOfNode(node: unknown, otherwise: number): number {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : null;
  return range?.[0] ?? otherwise;
}
