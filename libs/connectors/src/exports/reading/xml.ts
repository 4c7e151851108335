import { SaxesParser } from 'saxes';
import { FileProblem } from './file-problem.js';
import { limits } from './limits.js';

const DAMAGED = 'the workbook is damaged: open it and save it again';

/** What a reader of XML wants to be told; names come without their namespace. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Reads XML as it streams, giving way after each chunk so that the listener's harvest can be handed on. Only the five
 * entities of XML itself are known, so that none can blow up. Errors of the parser quote what they read: they become
 * a FileProblem.
 */
export async function* readXml(bytes: AsyncIterable<Buffer>, listener: XmlListener): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8');
  let silent = 0;
  const heard = () => {
    silent = 0;
  };
  const parser = parserFor(listener, heard);
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    silent += text.length;
    if (silent > limits.lineCharacters) throw new FileProblem('a cell of the workbook is far too long');
    guarded(() => parser.write(text));
    yield;
  }
  guarded(() => parser.write(decoder.decode()).close());
  yield;
}

type PlainParser = SaxesParser<{ xmlns: false; position: false }>;

function parserFor(listener: XmlListener, heard: () => void): PlainParser {
  const parser: PlainParser = new SaxesParser({ xmlns: false, position: false });
  const names = new Map<string, string>();
  const local = (name: string): string => {
    let found = names.get(name);
    if (found === undefined) names.set(name, (found = name.slice(name.indexOf(':') + 1)));
    return found;
  };
  parser.on('error', () => {
    throw new FileProblem(DAMAGED);
  });
  parser.on('opentag', (tag) => {
    heard();
    listener.open(local(tag.name), tag.attributes);
  });
  parser.on('text', (text) => {
    heard();
    listener.text?.(text);
  });
  parser.on('cdata', (text) => listener.text?.(text));
  parser.on('closetag', (tag) => {
    heard();
    listener.close?.(local(tag.name));
  });
  return parser;
}

function guarded(parse: () => unknown): void {
  try {
    parse();
  } catch (error) {
    throw error instanceof FileProblem ? error : new FileProblem(DAMAGED);
  }
}
