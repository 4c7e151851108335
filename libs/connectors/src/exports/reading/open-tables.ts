import { createReadStream } from 'node:fs';
import { decodeText } from './decode-text.js';
import { delimitedLines } from './delimited-lines.js';
import { FileProblem } from './file-problem.js';
import { limits } from './limits.js';
import type { TableSource } from './lines.js';

/** A file to read, and whom to tell how far it is. */
export interface OpenedFile {
  readonly path: string;
  readonly absolute: string;
  readonly bytes: number;
  readonly signal: AbortSignal;
  readonly onBytes: (count: number) => void;
}

/** A part of a file that cannot be read, while its other parts can. */
export interface RefusedPart {
  readonly path: string;
  readonly refused: string;
}

const DELIMITED = /\.(csv|tsv|tab)$/i;

/** Whether a file is one that may hold tables. */
export function isTableFile(path: string): boolean {
  return DELIMITED.test(path);
}

/**
 * The tables in a file, one after the other: each is read before the next is asked for. Throws a FileProblem if the
 * file as a whole cannot be read.
 */
export async function* openTables(file: OpenedFile): AsyncGenerator<TableSource | RefusedPart> {
  if (file.bytes === 0) throw new FileProblem('the file is empty: export it again');
  if (file.bytes > limits.fileBytes) throw new FileProblem('the file is larger than 8 GB');
  yield delimitedTable(file.path, () => bytesOf(file));
}

function delimitedTable(path: string, bytes: () => AsyncIterable<Buffer>): TableSource {
  return { path, file: path, trimsLines: false, lines: () => delimitedLines(decodeText(bytes())) };
}

async function* bytesOf({ absolute, signal, onBytes }: OpenedFile): AsyncGenerator<Buffer> {
  const stream = createReadStream(absolute, { highWaterMark: 2 ** 20, signal });
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
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EACCES' || code === 'EPERM') return new FileProblem('you are not allowed to open it');
  if (typeof code === 'string') return new FileProblem('the disk could not give it: open it once yourself');
  return error;
}
