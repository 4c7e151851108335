import { rename, rm, writeFile } from 'node:fs/promises';
import { UserActionError } from '#connectors/contract/error.js';

/** Writes to a file, all of it or nothing; without a file to standard output. */
export async function writeOutput(text: string, file: string | undefined): Promise<void> {
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  if (file === undefined) {
    await new Promise<void>((resolve, reject) => {
      // A reader that has seen enough (head, less) closes the pipe: that is not a failure.
      process.stdout.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EPIPE' ? resolve() : reject(error),
      );
      process.stdout.write(whole, () => resolve());
    });
    return;
  }
  const beside = `${file}.${process.pid}.part`;
  try {
    await writeFile(beside, whole, { mode: 0o600 });
    await rename(beside, file);
  } catch (cause) {
    await rm(beside, { force: true });
    throw new UserActionError({
      message: `The report can not be written to ${file}.`,
      step: 'Check the path after --output, and that there is room on the disk.',
      cause,
    });
  }
}
