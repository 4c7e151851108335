import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { UserActionError } from '#connectors/contract/error.js';
import { isExcepted } from '#rules/engine/exception.js';
import type { Disposition, Finding } from '#rules/engine/finding.js';
import { type AuditActor, AuditLog } from '../audit/audit-log.js';
import { CLOCK, type Clock } from '../clock.js';
import { FindingAssigneeEntity } from '../storage/entities/finding-assignee.entity.js';
import { FindingCommentEntity } from '../storage/entities/finding-comment.entity.js';
import { FindingEntity } from '../storage/entities/finding.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { putUnder } from './accept-finding.js';
import { addEvents } from './add-events.js';
import { loadFinding } from './finding-rows.js';
import { dispositionColumns } from './listing-columns.js';
import { newException } from './new-exception.js';
import { OrganizationRecords } from './organization-records.js';

/** What a person decides of findings. */
export type Decision =
  | { readonly kind: 'acknowledge' }
  /** Takes an acknowledgement or an exception back. */
  | { readonly kind: 'open' }
  | { readonly kind: 'accept'; readonly reason: string; readonly until?: string | undefined }
  /** Null: nobody looks after it any more. */
  | { readonly kind: 'assign'; readonly person: { readonly id: string; readonly name: string } | null }
  | { readonly kind: 'comment'; readonly text: string };

export interface DecisionAsked {
  readonly organization: string;
  /** Whole ids. */
  readonly findings: readonly string[];
  readonly decision: Decision;
  readonly by: AuditActor;
  /** The day of the decision in the organization's time zone, YYYY-MM-DD. */
  readonly on: string;
}

/**
 * What people decide of findings: all of what was asked, or nothing. What changes how a finding counts is in its history;
 * everything is in the audit log.
 */
@Injectable()
export class Decisions {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(AuditLog) private readonly auditLog: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws UserActionError for an id that is not there, or a decision that can not be made of a finding */
  async decide({ organization, findings, decision, by, on }: DecisionAsked): Promise<void> {
    const at = this.clock().toISOString();
    await inTransaction(this.dataSource, async (manager: EntityManager) => {
      const records = new OrganizationRecords(manager, organization);
      for (const id of new Set(findings)) {
        const finding = await loadFinding(records, id);
        if (finding === null) throw unknown(id);
        await decideOne(records, finding, decision, { by: by.name, on, at });
        await this.auditLog.record(manager, {
          organization,
          actor: by,
          action: `finding.${ACTIONS[decision.kind]}`,
          target: id,
        });
      }
    });
  }
}

const ACTIONS: Readonly<Record<Decision['kind'], string>> = {
  acknowledge: 'acknowledged',
  open: 'opened',
  accept: 'accepted',
  assign: 'assigned',
  comment: 'commented',
};

interface Made {
  readonly by: string;
  readonly on: string;
  readonly at: string;
}

async function decideOne(
  records: OrganizationRecords,
  finding: Finding,
  decision: Decision,
  made: Made,
): Promise<void> {
  const { id } = finding;
  const { by, on, at } = made;
  switch (decision.kind) {
    case 'acknowledge':
      refuseAbsent(finding);
      refuseExcepted(finding, on);
      return dispose(records, finding, { kind: 'acknowledged', by, on }, `acknowledged by ${by}`, at);
    case 'open':
      return dispose(records, finding, { kind: 'open' }, `opened again by ${by}`, at);
    case 'accept': {
      const { reason, until } = decision;
      await putUnder(records, finding, newException({ reason, until, approver: by, on }), at);
      return;
    }
    case 'assign': {
      const { person } = decision;
      await records.delete(FindingAssigneeEntity, { finding: id });
      if (person !== null)
        await records.insert(FindingAssigneeEntity, [{ finding: id, person: person.id, name: person.name }]);
      return;
    }
    case 'comment':
      await records.insert(FindingCommentEntity, [
        { finding: id, saidBy: by, saidAt: at, text: decision.text },
      ]);
  }
}

/** What is so already is no event. */
async function dispose(
  records: OrganizationRecords,
  finding: Finding,
  disposition: Disposition,
  detail: string,
  at: string,
): Promise<void> {
  if (finding.disposition.kind === disposition.kind) return;
  const { id: findingId, observation } = finding;
  await records.update(FindingEntity, { id: findingId }, dispositionColumns(disposition));
  const event = { findingId, change: 'unchanged', cause: 'disposition', observation, detail } as const;
  await addEvents(records, [event], { scan: null, at });
}

function refuseAbsent({ observation }: Finding): void {
  if (observation !== 'absent') return;
  throw new UserActionError({
    message: 'That finding is not there any more, so there is nothing to acknowledge.',
    step: 'Look at the list of findings again.',
  });
}

/** An exception has a reason and an end: it is taken back by who means to, and not by the way (law 5). */
function refuseExcepted({ disposition }: Finding, on: string): void {
  if (disposition.kind !== 'exception' || !isExcepted(disposition, on)) return;
  throw new UserActionError({
    message: 'That finding is accepted for a while, and acknowledging it would end that.',
    step: 'Open it again first, if it is not to be accepted any more.',
  });
}

function unknown(id: string): UserActionError {
  return new UserActionError({
    message: 'No finding has that id.',
    step: 'Look at the list of findings again.',
    details: { finding: id.slice(0, 32) },
  });
}
