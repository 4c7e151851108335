import { UserActionError } from '#connectors/contract/error.js';
import type { Disposition, Finding } from '#rules/engine/finding.js';
import { FindingEntity } from '../storage/entities/finding.entity.js';
import { addEvents } from './add-events.js';
import { exceptionDetail } from './exception-detail.js';
import { findFinding } from './find-finding.js';
import { dispositionColumns } from './listing-columns.js';
import { type ExceptionTerms, newException } from './new-exception.js';
import type { OrganizationRecords } from './organization-records.js';

export interface Acceptance extends ExceptionTerms {
  readonly organization: string;
  readonly idOrPrefix: string;
  /** The instant, UTC. */
  readonly at: string;
}

export interface Accepted {
  readonly id: string;
  readonly title: string;
  readonly until: string;
}

/**
 * Puts a finding under an exception. Needs a transaction around it.
 * @throws UserActionError for an unknown or ambiguous id, a finding that is not there any more, or words or dates
 * that can not be used.
 */
export async function acceptFinding(records: OrganizationRecords, acceptance: Acceptance): Promise<Accepted> {
  const exception = newException(acceptance);
  const finding = await findFinding(records, acceptance.idOrPrefix);
  await putUnder(records, finding, exception, acceptance.at);
  return { id: finding.id, title: finding.title, until: exception.until };
}

/** The same of a finding that is known. @throws UserActionError if it is not there any more */
export async function putUnder(
  records: OrganizationRecords,
  finding: Finding,
  exception: Extract<Disposition, { kind: 'exception' }>,
  at: string,
): Promise<void> {
  refuseAbsent(finding);
  const { id: findingId, observation } = finding;
  await records.update(FindingEntity, { id: findingId }, dispositionColumns(exception));
  const detail = exceptionDetail(exception);
  const event = { findingId, change: 'unchanged', cause: 'disposition', observation, detail } as const;
  await addEvents(records, [event], { scan: null, at });
}

function refuseAbsent({ observation }: Finding): void {
  if (observation !== 'absent') return;
  throw new UserActionError({
    message: 'That finding is not there any more, so there is nothing to accept.',
    step: 'List the findings, and accept one of those.',
  });
}
