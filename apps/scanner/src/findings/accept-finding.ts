import { Temporal } from 'temporal-polyfill';
import { UserActionError } from '#connectors/contract/error.js';
import type { Finding } from '#rules/engine/finding.js';
import { FindingEntity } from '../storage/entities/finding.entity.js';
import { addEvents } from './commit-scan.js';
import { findFinding } from './find-finding.js';
import { dispositionColumns } from './listing-columns.js';
import type { OrganizationRecords } from './organization-records.js';

/** How long an exception lasts unless a person says so, and at most (law 5). */
const USUAL = { days: 90 };
const LONGEST = { months: 12 };
const LONGEST_TEXT = 500;

export interface Acceptance {
  readonly organization: string;
  readonly idOrPrefix: string;
  readonly reason: string;
  readonly approver: string;
  /** Last day of the exception, YYYY-MM-DD; 90 days after `on` if absent. */
  readonly until?: string;
  /** The day on which it is accepted, YYYY-MM-DD, and the instant in UTC. */
  readonly on: string;
  readonly at: string;
}

export interface Accepted {
  readonly id: string;
  readonly title: string;
  readonly until: string;
}

/**
 * Puts a finding under an exception with reason, approver and end. Needs a transaction around it.
 * @throws UserActionError for an unknown or ambiguous id, a finding that is not there any more, or words or dates
 * that can not be used.
 */
export async function acceptFinding(records: OrganizationRecords, acceptance: Acceptance): Promise<Accepted> {
  const { on, at } = acceptance;
  const reason = words(
    acceptance.reason,
    'The exception has no reason.',
    'Say why it is all right for now: --reason "..."',
  );
  const approver = words(
    acceptance.approver,
    'Nobody is named who accepts it.',
    'Say who accepts it: --by you@your-business',
  );
  const until = endOf(acceptance);
  const finding = await findFinding(records, acceptance.idOrPrefix);
  refuseAbsent(finding);
  const { id, title, observation } = finding;
  await records.update(
    FindingEntity,
    { id },
    dispositionColumns({ kind: 'exception', reason, approver, until, on }),
  );
  const detail = `exception until ${until} by ${approver}: ${reason}`;
  await addEvents(
    records,
    [{ findingId: id, change: 'unchanged', cause: 'disposition', observation, detail }],
    {
      scan: null,
      at,
    },
  );
  return { id, title, until };
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

function endOf({ on, until }: Acceptance): string {
  const today = Temporal.PlainDate.from(on);
  const latest = today.add(LONGEST).toString();
  const end = until ?? today.add(USUAL).toString();
  if (!isDay(end) || end <= on || end > latest) {
    throw new UserActionError({
      message: 'An exception ends after today and lasts twelve months at most.',
      step: `Give a last day after ${on} and not after ${latest}: --until YYYY-MM-DD`,
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

function refuseAbsent({ observation }: Finding): void {
  if (observation !== 'absent') return;
  throw new UserActionError({
    message: 'That finding is not there any more, so there is nothing to accept.',
    step: 'List the findings with `npx --no-install plumbline findings`, and accept one of those.',
  });
}
