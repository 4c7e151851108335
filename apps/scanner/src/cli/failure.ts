import { BugError, UserActionError, VendorFailedError } from '#connectors/contract/error.js';

/** Code of a command whose input was bad, or that could not do its work (E23). */
export const FAILED = 2;

/** Code of a command that a person stopped with Ctrl-C, as shells have it: 128 and the number of the signal. */
const INTERRUPTED = 130;

/** Says on standard error what happened and who must act; sets the exit code. Never prints a cause: causes may hold values (law 1). */
export function reportFailure(error: unknown): void {
  if (typeof error === 'object' && error && 'name' in error && error.name === 'AbortError') {
    process.exitCode = INTERRUPTED;
    process.stderr.write('Stopped. Nothing of this scan was kept; what earlier scans found is as it was.\n');
    return;
  }
  process.exitCode = FAILED;
  if (error instanceof UserActionError) {
    process.stderr.write(`${error.message}${detailsOf(error)}\n\nWhat to do: ${shown(error.step)}\n`);
    return;
  }
  if (error instanceof VendorFailedError) {
    process.stderr.write(`${error.message}\n\nNothing was changed. Try again in a few minutes.\n`);
    return;
  }
  const what =
    error instanceof BugError ? error.message : 'Something went wrong that Plumbline did not expect.';
  const where = error instanceof Error ? placeOf(error) : '';
  process.stderr.write(
    `${what}\n\nThis is a bug in Plumbline, not your mistake. Nothing was changed in your tools.${where}\n`,
  );
}

function detailsOf({ details }: UserActionError): string {
  return Object.entries(details)
    .map(([name, value]) => `\n  ${name}: ${String(value).replaceAll(/\p{Cc}|\p{Cf}/gu, '?')}`)
    .join('');
}

/** A step may name what there is to choose from, and names are somebody's text: they must not steer the terminal. */
function shown(text: string): string {
  return text.replaceAll(/(?!\n)\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/gu, '?');
}

/** The kind of error and our own lines of the stack: enough to find a bug, without the message. */
function placeOf(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  return `\n\n${error.constructor.name}\n${frames.slice(0, 6).join('\n')}`;
}
