import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { FileProblem } from './file-problem.js';

const NOT_TEXT = 'it is not a text file, whatever its name says: export it again as CSV or XLSX';
/** First bytes of files that are something else: zip, PDF, gzip, rar, PNG, JPEG, old Office. */
const MAGIC = ['504b0304', '25504446', '1f8b', '52617221', '89504e47', 'ffd8ff', 'd0cf11e0'];

/**
 * Text of a file in UTF-8 or UTF-16, with or without byte order mark, or in Windows-1252; line ends as they are.
 * Throws a FileProblem for bytes that are no text.
 */
export async function* decodeText(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decode: ((chunk: Buffer, isLast: boolean) => string) | null = null;
  let waiting: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const known: Buffer = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
    if (decode === null && known.length < 4096) {
      waiting = known;
      continue;
    }
    decode ??= decoderFor(known);
    waiting = Buffer.alloc(0);
    yield checked(decode(known, false));
  }
  decode ??= decoderFor(waiting);
  yield checked(decode(waiting, true));
}

function decoderFor(head: Buffer): (chunk: Buffer, isLast: boolean) => string {
  const start = head.subarray(0, 4).toString('hex');
  if (MAGIC.some((magic) => start.startsWith(magic))) throw new FileProblem(NOT_TEXT);
  if (start.startsWith('fffe')) return streamed('utf-16le');
  if (start.startsWith('feff')) return streamed('utf-16be');
  if (start.startsWith('efbbbf')) return streamed('utf-8');
  const wide = wideEncoding(head.subarray(0, 4096));
  if (wide !== null) return streamed(wide);
  if (countControls(head.subarray(0, 4096)) > head.subarray(0, 4096).length / 50) {
    throw new FileProblem(NOT_TEXT);
  }
  return utf8OrWindows1252();
}

function streamed(encoding: 'utf-8' | 'utf-16le' | 'utf-16be'): (chunk: Buffer, isLast: boolean) => string {
  const decoder = new TextDecoder(encoding);
  return (chunk, isLast) => decoder.decode(chunk, { stream: !isLast });
}

/**
 * Which of the two it is, the first bytes beyond ASCII tell, however far into the file they stand: until then both
 * read alike. Once it was valid UTF-8, a broken byte is a broken byte and not another encoding.
 */
function utf8OrWindows1252(): (chunk: Buffer, isLast: boolean) => string {
  let decoder: TextDecoder | null = null;
  let held: Buffer = Buffer.alloc(0);
  return (chunk, isLast) => {
    if (decoder !== null) return decoder.decode(chunk, { stream: !isLast });
    const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    if (isAscii(bytes)) {
      held = Buffer.alloc(0);
      return bytes.toString('latin1');
    }
    const whole = isLast ? bytes.length : endOfWholeCharacters(bytes);
    decoder = new TextDecoder(isUtf8(bytes.subarray(0, whole)) ? 'utf-8' : 'windows-1252');
    return decoder.decode(bytes, { stream: !isLast });
  };
}

/** Where the last UTF-8 character that may be cut off at the end begins. */
function endOfWholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return bytes.length - back;
    if (byte < 0x80) return bytes.length;
  }
  return bytes.length;
}

/** UTF-16 without a mark: every other byte of Western text is zero. */
function wideEncoding(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  let even = 0;
  let odd = 0;
  for (let at = 0; at + 1 < head.length; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  const pairs = head.length >> 1;
  if (pairs < 2) return null;
  if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.6 && odd < pairs * 0.05) return 'utf-16be';
  return null;
}

function countControls(head: Buffer): number {
  let controls = 0;
  for (const byte of head) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls += 1;
  return controls;
}

function checked(text: string): string {
  if (text.includes('\0')) throw new FileProblem(NOT_TEXT);
  return text;
}
