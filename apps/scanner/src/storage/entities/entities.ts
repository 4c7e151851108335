import { AccountLeaseEntity } from './account-lease.entity.js';
import { ApiTokenEntity } from './api-token.entity.js';
import { AuditEntryEntity } from './audit-entry.entity.js';
import { BaselineEntity } from './baseline.entity.js';
import { ConnectionEntity } from './connection.entity.js';
import { ConnectionSecretEntity } from './connection-secret.entity.js';
import { FindingAssigneeEntity } from './finding-assignee.entity.js';
import { FindingCommentEntity } from './finding-comment.entity.js';
import { FindingEntity } from './finding.entity.js';
import { FindingEventEntity } from './finding-event.entity.js';
import { FindingIdentityEntity } from './finding-identity.entity.js';
import { InvitationEntity } from './invitation.entity.js';
import { KnownDeviceEntity } from './known-device.entity.js';
import { MailBodyEntity } from './mail-body.entity.js';
import { MembershipEntity } from './membership.entity.js';
import { OrganizationEntity } from './organization.entity.js';
import { OutgoingMailEntity } from './outgoing-mail.entity.js';
import { PersonEntity } from './person.entity.js';
import { PersonLinkEntity } from './person-link.entity.js';
import { PersonSecretEntity } from './person-secret.entity.js';
import { PolicyRevisionEntity } from './policy-revision.entity.js';
import { PolicyVersionEntity } from './policy-version.entity.js';
import { RecoveryCodeEntity } from './recovery-code.entity.js';
import { ReportJobEntity } from './report-job.entity.js';
import { ReportSettingsEntity } from './report-settings.entity.js';
import { ReportEntity } from './report.entity.js';
import { ScanSummaryEntity } from './scan-summary.entity.js';
import { ScanEntity } from './scan.entity.js';
import { ScanJobEntity } from './scan-job.entity.js';
import { ScheduleEntity } from './schedule.entity.js';
import { SessionEntity } from './session.entity.js';
import { UnsubscribedEntity } from './unsubscribed.entity.js';
import { WebhookMessageEntity } from './webhook-message.entity.js';
import { WebhookSecretEntity } from './webhook-secret.entity.js';
import { WebhookEntity } from './webhook.entity.js';

/** Every table, in the order in which rows may be written. */
export const entities = [
  OrganizationEntity,
  PolicyVersionEntity,
  ScanEntity,
  FindingEntity,
  FindingIdentityEntity,
  FindingEventEntity,
  BaselineEntity,
  ReportEntity,
  ConnectionEntity,
  ConnectionSecretEntity,
  PersonEntity,
  PersonSecretEntity,
  RecoveryCodeEntity,
  MembershipEntity,
  SessionEntity,
  KnownDeviceEntity,
  PersonLinkEntity,
  InvitationEntity,
  ApiTokenEntity,
  AuditEntryEntity,
  PolicyRevisionEntity,
  AccountLeaseEntity,
  ScanJobEntity,
  ScheduleEntity,
  FindingCommentEntity,
  FindingAssigneeEntity,
  ScanSummaryEntity,
  OutgoingMailEntity,
  MailBodyEntity,
  ReportSettingsEntity,
  UnsubscribedEntity,
  ReportJobEntity,
  WebhookEntity,
  WebhookSecretEntity,
  WebhookMessageEntity,
];
