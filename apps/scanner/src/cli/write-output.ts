import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { UserActionError } from '#connectors/contract/error.js';

/** Writes to a file, all of it or nothing; without a file to standard output. A text ends in a line break, bytes stay as they are. */
export async function writeOutput(output: string | Uint8Array, file: string | undefined): Promise<void> {
  const whole = typeof output !== 'string' || output.endsWith('\n') ? output : `${output}\n`;
  if (file === undefined) {
    await print(whole);
    return;
  }
  try {
    const target = await existingTarget(file);
    if (target === 'stream') await writeFile(file, whole);
    else {
      await replaceFile(target ?? file, whole);
      // A person at a terminal would otherwise see nothing at all.
      if (process.stderr.isTTY) process.stderr.write(`Wrote ${file}.\n`);
    }
  } catch (cause) {
    throw new UserActionError({
      message: `Nothing could be written to ${file}.`,
      step: 'Check the path, and that there is room on the disk.',
      cause,
    });
  }
}

function print(whole: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const written = (error?: NodeJS.ErrnoException | null) => {
      // A reader that has seen enough (head, less) closes the pipe: that is not a failure.
      if (!error || error.code === 'EPIPE') return resolve();
      return reject(
        new UserActionError({
          message: 'The output could not be written.',
          step: 'Check what it is sent to, and that there is room on the disk.',
          details: { code: error.code ?? 'unknown' },
          cause: error,
        }),
      );
    };
    // Told twice, to the call and to the stream: unheard, the second would end the program.
    process.stdout.once('error', written);
    process.stdout.write(whole, written);
  });
}

/** The file behind the path and its links; `stream` for a device or pipe, which takes text and is not replaced. */
async function existingTarget(file: string): Promise<string | null> {
  try {
    const target = await stat(file);
    return target.isFile() || target.isDirectory() ? await realpath(file) : 'stream';
  } catch (error) {
    if (typeof error === 'object' && error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function replaceFile(file: string, whole: string | Uint8Array): Promise<void> {
  const beside = `${file}.${process.pid}.part`;
  try {
    await writeFile(beside, whole, { mode: 0o600 });
    await rename(beside, file);
  } finally {
    await rm(beside, { force: true });
  }
}
