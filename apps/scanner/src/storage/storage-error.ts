import { BugError, UserActionError } from '#connectors/contract/error.js';

interface Problem {
  readonly codes: RegExp;
  readonly message: string;
  readonly step: string;
}

/** What a user can do something about; every other error of the database is a bug. */
const PROBLEMS: readonly Problem[] = [
  {
    codes: /^SQLITE_(?:BUSY|LOCKED)/u,
    message: 'Another Plumbline is writing to this data directory.',
    step: 'Wait until it is done, then run this again.',
  },
  {
    codes: /^(?:SQLITE_FULL|ENOSPC|EDQUOT)/u,
    message: 'The disk is full, so nothing of this was stored.',
    step: 'Free some space on the disk that holds the data directory, then run this again.',
  },
  {
    codes: /^SQLITE_(?:CORRUPT|NOTADB)/u,
    message: 'The file plumbline.sqlite in the data directory is damaged, or is not a file of Plumbline.',
    step: 'Put back a copy of the data directory from your backup. If there is none, move the file away and scan again: the history of findings starts anew.',
  },
  {
    codes: /^(?:SQLITE_(?:READONLY|CANTOPEN|PERM|AUTH)|EACCES|EPERM|EROFS)/u,
    message: 'Plumbline may not write to the data directory.',
    step: 'Check that the folder belongs to you and is not read-only, or choose another with --data-dir.',
  },
  {
    codes: /^(?:EEXIST|ENOTDIR|EISDIR)/u,
    message: 'The data directory is not a folder.',
    step: 'Choose another with --data-dir, or move away the file that stands in its place.',
  },
  {
    codes: /^(?:SQLITE_(?:IOERR|NOLFS)|EIO)/u,
    message: 'The disk that holds the data directory does not answer as it should.',
    step: 'Check the disk (is it full, unplugged, or a network folder that is gone?), then run this again.',
  },
];

const CONSTRAINT = /^(?:UNIQUE|NOT NULL|FOREIGN KEY|CHECK) constraint failed(?:: [\w., ]+)?$/u;

/**
 * Says who must act on an error of the database. What comes out has nothing of what went in but its code: the
 * errors of TypeORM and SQLite carry the values of the statement (law 1).
 */
export function storageError(error: unknown): UserActionError | BugError {
  if (error instanceof UserActionError || error instanceof BugError) return error;
  const code = codeOf(error);
  const problem = PROBLEMS.find(({ codes }) => codes.test(code));
  if (problem) {
    const { message, step } = problem;
    return new UserActionError({ message, step, details: { code } });
  }
  return new BugError({
    message: 'The database refused what it was asked to do.',
    details: { code, constraint: constraintOf(error) },
  });
}

/** Whether another process holds a lock that ends by itself: also of an error that `storageError` gave. */
export function isBusy(error: unknown): boolean {
  const code = error instanceof UserActionError ? error.details['code'] : codeOf(error);
  return typeof code === 'string' && code.startsWith('SQLITE_BUSY');
}

/** The code of the error, or of the error of the driver that TypeORM wrapped; never its text. */
function codeOf(error: unknown): string {
  for (const candidate of [propertyOf(error, 'driverError'), error]) {
    const code = propertyOf(candidate, 'code');
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]*$/u.test(code)) return code;
  }
  return error instanceof Error ? error.constructor.name : typeof error;
}

/** The broken constraint by the names of its columns; empty if the text could hold anything else. */
function constraintOf(error: unknown): string {
  const message = propertyOf(propertyOf(error, 'driverError'), 'message');
  return typeof message === 'string' && CONSTRAINT.test(message) ? message : '';
}

function propertyOf(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}
