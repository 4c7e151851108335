import { BaselineEntity } from './baseline.entity.js';
import { ConnectionSecretEntity } from './connection-secret.entity.js';
import { ConnectionEntity } from './connection.entity.js';
import { FindingEventEntity } from './finding-event.entity.js';
import { FindingIdentityEntity } from './finding-identity.entity.js';
import { FindingEntity } from './finding.entity.js';
import { OrganizationEntity } from './organization.entity.js';
import { PolicyVersionEntity } from './policy-version.entity.js';
import { ReportEntity } from './report.entity.js';
import { ScanEntity } from './scan.entity.js';

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
];
