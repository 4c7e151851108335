import type { Disposition } from '#rules/engine/finding.js';

type Exception = Extract<Disposition, { kind: 'exception' }>;

/** What the history keeps of an exception: with it a past day can be told again. */
export function exceptionDetail({ until, approver, reason }: Exception): string {
  return `exception until ${until} by ${approver}: ${reason}`;
}

const DETAIL = /^exception until (?<until>\d{4}-\d{2}-\d{2}) by (?<approver>.+?): (?<reason>.+)$/su;

/** The exception that an event tells of; null where it tells of something else. `on`: the day of the event. */
export function exceptionIn(detail: string | null, on: string): Exception | null {
  const { until, approver, reason } = DETAIL.exec(detail ?? '')?.groups ?? {};
  if (until === undefined || approver === undefined || reason === undefined) return null;
  return { kind: 'exception', until, approver, reason, on };
}
