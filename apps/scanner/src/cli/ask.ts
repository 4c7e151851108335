import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { UserActionError } from '#connectors/contract/error.js';

/** Asks a person at a terminal, or reads what a script hands in, one line an answer. */
export interface Asking {
  readonly isPerson: boolean;
  /** @throws UserActionError where nobody answers */
  ask(question: string, isSecret: boolean): Promise<string>;
  close(): void;
}

interface Input extends NodeJS.ReadableStream {
  readonly isTTY?: boolean;
}

/**
 * Questions go to `output`; what is secret is not echoed. `interrupt` ends the program: at a terminal Ctrl-C comes here
 * first, also while nothing is asked.
 */
export function askOn(
  input: Input,
  output: NodeJS.WritableStream,
  interrupt: () => void = () => process.kill(process.pid, 'SIGINT'),
): Asking {
  const isPerson = input.isTTY === true;
  let isMuted = false;
  const echo = new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!isMuted) output.write(chunk);
      done();
    },
  });
  // Without a history: the key "up" would show a secret at the next question.
  const lines = createInterface(
    isPerson ? { input, output: echo, terminal: true, historySize: 0 } : { input },
  );
  const waiting: ((line: string | null) => void)[] = [];
  const early: string[] = [];
  let isOver = false;
  lines.on('line', (line) => {
    const next = waiting.shift();
    if (next) next(line);
    else early.push(line);
  });
  const end = () => {
    isOver = true;
    for (const next of waiting.splice(0)) next(null);
  };
  lines.on('close', end).on('SIGINT', () => {
    lines.close();
    interrupt();
  });
  const nextLine = () =>
    new Promise<string | null>((resolve) => {
      const line = early.shift();
      if (line !== undefined) resolve(line);
      else if (isOver) resolve(null);
      else waiting.push(resolve);
    });
  return {
    isPerson,
    async ask(question, isSecret) {
      output.write(`${question}: `);
      isMuted = isSecret;
      const line = await nextLine();
      isMuted = false;
      if (isSecret || !isPerson) output.write('\n');
      if (line !== null) return line.trim();
      throw new UserActionError({
        message: `Nobody answered: ${question}.`,
        step: 'Run this again at a terminal, or hand the answers in: one a line, or with --answers FILE.',
      });
    },
    close: () => lines.close(),
  };
}
