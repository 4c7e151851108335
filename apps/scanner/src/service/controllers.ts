import type { Type } from '@nestjs/common';
import { AuditLogController } from '../api/audit-log.controller.js';
import { BaselineController } from '../api/baseline.controller.js';
import { DocumentsController } from '../api/documents.controller.js';
import { FindingsController } from '../api/findings.controller.js';
import { InventoryController } from '../api/inventory.controller.js';
import { OverviewController } from '../api/overview.controller.js';
import { ApiTokensController } from '../api/api-tokens.controller.js';
import { ConnectionsController } from '../api/connections.controller.js';
import { InvitationsController } from '../api/invitations.controller.js';
import { ListsController } from '../api/lists.controller.js';
import { MailsController } from '../api/mails.controller.js';
import { MeController } from '../api/me.controller.js';
import { OAuthCallbackController } from '../api/oauth-callback.controller.js';
import { OpenIdCallbackController } from '../api/open-id-callback.controller.js';
import { OrganizationsController } from '../api/organizations.controller.js';
import { PeopleController } from '../api/people.controller.js';
import { PoliciesController } from '../api/policies.controller.js';
import { ReportSettingsController } from '../api/report-settings.controller.js';
import { ScansController } from '../api/scans.controller.js';
import { SchedulesController } from '../api/schedules.controller.js';
import { SetUpController } from '../api/set-up.controller.js';
import { SignInController } from '../api/sign-in.controller.js';
import { UnsubscribeController } from '../api/unsubscribe.controller.js';
import { StandingsController } from '../api/standings.controller.js';
import { UploadsController } from '../api/uploads.controller.js';
import { WebhooksController } from '../api/webhooks.controller.js';
import { PagesController } from '../pages/pages.controller.js';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';

/** Every way into the service. */
export const controllers: readonly Type[] = [
  HealthController,
  MetricsController,
  PagesController,
  PoliciesController,
  DocumentsController,
  ConnectionsController,
  OAuthCallbackController,
  ScansController,
  UploadsController,
  SchedulesController,
  SignInController,
  OpenIdCallbackController,
  SetUpController,
  MeController,
  OrganizationsController,
  StandingsController,
  PeopleController,
  InvitationsController,
  ApiTokensController,
  OverviewController,
  FindingsController,
  BaselineController,
  InventoryController,
  ListsController,
  AuditLogController,
  ReportSettingsController,
  MailsController,
  UnsubscribeController,
  WebhooksController,
];
