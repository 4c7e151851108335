import { fork } from 'node:child_process';
import { type WantedDocument, WrittenDocument } from './written-document.js';

/** Longer than any document takes. */
const WRITE_WITHIN_MS = 120_000;

/** By which the program is handed the way to write a document (type WriteDocument). */
export const WRITE_DOCUMENT = Symbol('write document');

/** Null: it was not written, and the log of the process says why. */
export type WriteDocument = (wanted: WantedDocument) => Promise<WrittenDocument | null>;

/** Writes in a process of its own: what renders is large, and goes with it. */
export function documentProcesses(dataDirectory: string, program: string): WriteDocument {
  return async ({ organization, kind, format }) => {
    const child = fork(program, ['document-job', organization, kind, format, '--data-dir', dataDirectory], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: ['--max-semi-space-size=8'],
      // Bytes come as bytes.
      serialization: 'advanced',
    });
    const { promise, resolve } = Promise.withResolvers<WrittenDocument | null>();
    child.once('message', (message) => resolve(WrittenDocument.safeParse(message).data ?? null));
    child.once('exit', () => resolve(null));
    child.once('error', () => resolve(null));
    const tooLong = setTimeout(() => child.kill('SIGKILL'), WRITE_WITHIN_MS);
    try {
      return await promise;
    } finally {
      clearTimeout(tooLong);
      if (child.connected) child.disconnect();
    }
  };
}
