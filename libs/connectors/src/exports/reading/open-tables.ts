import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Archive, type Member } from './archive.js';
import { decodeText } from './decode-text.js';
import { delimitedLines } from './delimited-lines.js';
import { FileProblem } from './file-problem.js';
import { limits } from './limits.js';
import type { TableSource } from './lines.js';
import { Workbook } from './workbook.js';

/** A file to read, and whom to tell how far it is. */
export interface OpenedFile {
  readonly path: string;
  /** Its absolute path, or its bytes. */
  readonly content: string | Buffer;
  readonly bytes: number;
  readonly signal: AbortSignal;
  readonly onBytes: (count: number) => void;
}

/** A part of a file that cannot be read while others can; `unsupported`: a kind that is not read, and nothing is wrong. */
interface RefusedPart {
  readonly path: string;
  readonly refused: string;
  readonly unsupported?: 'spreadsheet' | 'no table';
}

export type Opened = TableSource | RefusedPart;

/**
 * The tables in a file, one after the other: each is read before the next is asked for. Throws a FileProblem if the
 * file as a whole cannot be read.
 */
export async function* openTables(file: OpenedFile): AsyncGenerator<Opened> {
  const kind = kindOf(file.path);
  if (kind === 'other') {
    yield otherKind(file.path);
    return;
  }
  if (file.bytes === 0) throw new FileProblem('the file is empty: export it again');
  if (file.bytes > limits.fileBytes) throw new FileProblem('the file is larger than 8 GB');
  if (kind === 'text') yield delimitedTable(file.path, () => bytesOf(file));
  else {
    const head = await readStart(file.content);
    if (kind === 'archive') yield* memberTables(file, head);
    else {
      yield* sheetTables(file.path, head, file.content, file.signal);
      file.onBytes(file.bytes);
    }
  }
}

function kindOf(path: string): 'text' | 'workbook' | 'archive' | 'other' {
  if (/\.(csv|tsv|tab)$/i.test(path)) return 'text';
  if (/\.xls[xm]$/i.test(path)) return 'workbook';
  return /\.zip$/i.test(path) ? 'archive' : 'other';
}

function otherKind(path: string): RefusedPart {
  const refused = 'files of this kind are not read: save it as CSV or XLSX if it holds customer data';
  const isSpreadsheet = /\.(xls|xlsb|xlt|ods|fods|numbers|txt)$/i.test(path);
  return { path, refused, unsupported: isSpreadsheet ? 'spreadsheet' : 'no table' };
}

function delimitedTable(path: string, bytes: () => AsyncIterable<Buffer>): TableSource {
  return { path, file: path, trimsLines: false, lines: () => delimitedLines(decodeText(bytes())) };
}

async function* sheetTables(
  path: string,
  head: Buffer,
  source: string | Buffer,
  signal: AbortSignal,
): AsyncGenerator<TableSource> {
  if (head.toString('hex').startsWith('d0cf11e0')) {
    throw new FileProblem(
      'it is locked with a password, or an old Excel file: open it and save it as XLSX without one',
    );
  }
  if (!isPacked(head)) throw new FileProblem('it is no workbook of Excel, whatever its name says');
  const workbook = await Workbook.open(source, signal);
  try {
    for (const [at, sheet] of workbook.sheets.entries()) {
      const number = at === 0 ? '' : `#${String(at + 1)}`;
      yield { path: path + number, file: path, trimsLines: true, lines: () => sheet.lines() };
    }
  } finally {
    workbook.close();
  }
}

/** One level: an archive in an archive is not opened. A member's path is `archive.zip/member.csv` (E26). */
async function* memberTables(file: OpenedFile, head: Buffer): AsyncGenerator<Opened> {
  if (!isPacked(head)) throw new FileProblem('it is no zip archive, whatever its name says');
  const archive = await Archive.open(file.content);
  try {
    const members = archive.members.filter(({ name }) => !isLitter(name));
    for (const member of members.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
      file.signal.throwIfAborted();
      yield* openMember(archive, member, file);
    }
  } finally {
    archive.close();
  }
}

async function* openMember(archive: Archive, member: Member, file: OpenedFile): AsyncGenerator<Opened> {
  if (member.refused !== undefined) {
    // The path of a refused member may be the attack: the archive's own is told.
    yield { path: file.path, refused: member.refused };
    return;
  }
  const path = `${file.path}/${member.name}`;
  const kind = kindOf(path);
  if (kind === 'archive') yield { path, refused: 'it is an archive within an archive: unpack it' };
  else if (kind === 'other') yield otherKind(path);
  else if (member.bytes === 0) yield { path, refused: 'the file is empty: export it again' };
  else if (kind === 'text') yield delimitedTable(path, () => bytesOfMember(archive, member, file));
  else {
    yield* packedWorkbook(archive, member, path, file.signal);
    file.onBytes(member.packedBytes);
  }
}

/** Unpacks a member, and tells of its bytes as they lie on disk. */
async function* bytesOfMember(
  archive: Archive,
  member: Member,
  { signal, onBytes }: OpenedFile,
): AsyncGenerator<Buffer> {
  for await (const chunk of archive.read(member, signal)) {
    onBytes(Math.round((chunk.length * member.packedBytes) / member.bytes));
    yield chunk;
  }
}

async function* packedWorkbook(
  archive: Archive,
  member: Member,
  path: string,
  signal: AbortSignal,
): AsyncGenerator<Opened> {
  if (member.bytes > limits.packedWorkbookBytes) {
    yield { path, refused: 'it is a large workbook within an archive: unpack it' };
    return;
  }
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of archive.read(member, signal)) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    yield* sheetTables(path, bytes.subarray(0, 8), bytes, signal);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    yield { path, refused: error.reason };
  }
}

function isLitter(name: string): boolean {
  return name
    .split('/')
    .some((part) => /^(\..+|~\$.*|__macosx|thumbs\.db|desktop\.ini)$/i.test(part) && part !== '..');
}

function isPacked(head: Buffer): boolean {
  return /^504b0[357]0[468]/.test(head.toString('hex'));
}

async function readStart(content: string | Buffer): Promise<Buffer> {
  if (typeof content !== 'string') return content.subarray(0, 8);
  try {
    const handle = await open(content);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw asProblem(error);
  }
}

/**
 * How much of a file is read at a time. The rows of a piece live until all of it went through: of four times as much
 * so many survive that the collector keeps them for good, which costs a fifth of the time and a hundred megabytes.
 */
const PIECE = 64 * 2 ** 10;

async function* bytesOf({ content, signal, onBytes }: OpenedFile): AsyncGenerator<Buffer> {
  if (typeof content !== 'string') {
    for (let start = 0; start < content.length; start += PIECE) {
      signal.throwIfAborted();
      const piece = content.subarray(start, start + PIECE);
      onBytes(piece.length);
      yield piece;
    }
    return;
  }
  const stream = createReadStream(content, { highWaterMark: PIECE, signal });
  try {
    for await (const chunk of stream) {
      onBytes((chunk as Buffer).length);
      yield chunk as Buffer;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw asProblem(error);
  } finally {
    stream.destroy();
  }
}

function asProblem(error: unknown): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  if (code === 'EACCES' || code === 'EPERM') return new FileProblem('you are not allowed to open it');
  if (typeof code === 'string') return new FileProblem('the disk could not give it: open it once yourself');
  return error;
}
