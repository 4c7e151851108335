import { Temporal } from 'temporal-polyfill';
import { UserActionError } from '#connectors/contract/error.js';
import type { Disposition } from '#rules/engine/finding.js';

/** How long an exception lasts unless a person says so, and at most (law 5). */
const USUAL = { days: 90 };
const LONGEST = { months: 12 };
const LONGEST_TEXT = 500;

export interface ExceptionTerms {
  readonly reason: string;
  readonly approver: string;
  /** Last day of the exception, YYYY-MM-DD; 90 days after `on` if absent. */
  readonly until?: string | undefined;
  /** The day on which it is accepted, YYYY-MM-DD. */
  readonly on: string;
}

/** An exception with reason, approver and end (law 5). @throws UserActionError for words or dates that can not be used */
export function newException(terms: ExceptionTerms): Extract<Disposition, { kind: 'exception' }> {
  const reason = words(terms.reason, 'The exception has no reason.', 'Say why it is all right for now.');
  const approver = words(terms.approver, 'Nobody is named who accepts it.', 'Say who accepts it.');
  return { kind: 'exception', reason, approver, until: endOf(terms), on: terms.on };
}

/** Everything a person typed on one line, without what could steer a terminal. */
function words(text: string, message: string, step: string): string {
  const line = text.replace(/[\p{Control}\p{Separator}]+/gu, ' ').trim();
  if (line === '') throw new UserActionError({ message, step });
  if (line.length > LONGEST_TEXT) {
    throw new UserActionError({
      message: 'The reason or the name is too long.',
      step: `Say it in ${LONGEST_TEXT} characters or fewer.`,
    });
  }
  return line;
}

function endOf({ on, until }: ExceptionTerms): string {
  const today = Temporal.PlainDate.from(on);
  const latest = today.add(LONGEST).toString();
  const end = until ?? today.add(USUAL).toString();
  if (!isDay(end) || end <= on || end > latest) {
    throw new UserActionError({
      message: 'An exception ends after today and lasts twelve months at most.',
      step: `Give a last day after ${on} and not after ${latest}, as YYYY-MM-DD.`,
    });
  }
  return end;
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}
