import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { UserActionError } from '#connectors/contract/error.js';
import { BadLine } from './classify-lines.js';

const FLUSH_AT = 64 * 1024;

/**
 * Reads a file line by line and writes one answer a line; "-" is standard input or output. A bad line is named
 * on standard error by its number, and the rest is still done. Gives the number of bad lines.
 * Throws UserActionError if a file can not be read or written.
 */
export async function rewriteLines(
  input: string,
  output: string,
  answer: (line: string) => string,
): Promise<number> {
  const source = input === '-' ? process.stdin : createReadStream(input, 'utf8');
  const target = output === '-' ? process.stdout : createWriteStream(output, { mode: 0o600 });
  const failures: Promise<never>[] = [failureOf(source, input, 'read'), failureOf(target, output, 'written')];
  return Promise.race([rewrite(source, target, answer, output !== '-'), ...failures]);
}

async function rewrite(
  source: Readable,
  target: Writable,
  answer: (line: string) => string,
  endTarget: boolean,
): Promise<number> {
  let badLines = 0;
  let lineNumber = 0;
  let pending = '';
  for await (const line of createInterface({ input: source, crlfDelay: Infinity })) {
    lineNumber += 1;
    const bare = lineNumber === 1 ? line.replace(/^\uFEFF/, '') : line;
    if (bare.trim() === '') continue;
    try {
      pending += `${answer(bare)}\n`;
    } catch (error) {
      if (!(error instanceof BadLine)) throw error;
      badLines += 1;
      process.stderr.write(`Line ${lineNumber} was left out: ${error.message}.\n`);
    }
    if (pending.length >= FLUSH_AT) {
      if (!target.write(pending)) await once(target, 'drain');
      pending = '';
    }
  }
  if (pending !== '' && !target.write(pending)) await once(target, 'drain');
  if (endTarget) {
    target.end();
    await finished(target);
  }
  return badLines;
}

function failureOf(stream: Readable | Writable, file: string, what: 'read' | 'written'): Promise<never> {
  return new Promise((_resolve, reject) => {
    stream.once('error', (cause: NodeJS.ErrnoException) => {
      // A reader that has seen enough (head, less) closes the pipe: there is nobody left to write for.
      if (cause.code === 'EPIPE') process.exit(0);
      reject(
        new UserActionError({
          message: `${file === '-' ? 'The input or output' : file} can not be ${what}.`,
          step: 'Check the path, and that you may read or write there.',
          cause,
        }),
      );
    });
  });
}
