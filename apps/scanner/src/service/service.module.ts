import { fileURLToPath } from 'node:url';
import { type DynamicModule, Module, StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AccessGuard } from '../api/access.guard.js';
import { ProblemFilter } from '../api/problem.filter.js';
import { requestValidation } from '../api/request-validation.js';
import { RecordsModule } from '../records.module.js';
import { ListedAuditEntries } from '../audit/listed-audit-entries.js';
import { Baseline } from '../findings/baseline.js';
import { Decisions } from '../findings/decisions.js';
import { ListedFindings } from '../findings/listed-findings.js';
import { Overview } from '../findings/overview.js';
import { AuditLog } from '../audit/audit-log.js';
import { CLOCK, type Clock } from '../clock.js';
import { OrganizationDeletion } from '../deletion/organization-deletion.js';
import { documentProcesses, WRITE_DOCUMENT, type WriteDocument } from '../documents/document-process.js';
import { Documents } from '../documents/documents.js';
import { listProcesses, START_LIST_PROCESS, type StartListProcess } from '../lists/list-process.js';
import { Lists } from '../lists/lists.js';
import { BrowserSignIns } from '../connections/browser-sign-ins.js';
import { type HashingCost, USUAL_COST } from '../people/password-hashes.js';
import { builtDashboard, DASHBOARD_FOLDER } from '../pages/dashboard-files.js';
import { PEOPLE_MEANS } from '../people/people-means.js';
import { peopleRooms } from '../people/people-rooms.js';
import { Policies } from '../policies/policies.js';
import { PolicyDraft } from '../policies/policy-draft.js';
import { PolicyToday } from '../policies/policy-today.js';
import { PolicyTrial } from '../policies/policy-effect.js';
import { DeliveryModule } from '../delivery/delivery.module.js';
import { MAIL_MEANS, type MailMeans } from '../delivery/mail-means.js';
import type { StartReportProcess } from '../delivery/report-process.js';
import { signInNotices } from '../delivery/sign-in-notices.js';
import type { WebhookMeans } from '../delivery/webhook-post.js';
import type { StartScanProcess } from '../queue/scan-process.js';
import { ScansModule } from '../schedule/scans.module.js';
import type { Settings } from '../settings/settings.js';
import { controllers } from './controllers.js';
import { Housekeeping } from './housekeeping.js';
import { Metrics } from './metrics.js';
import { peopleMeans } from './people-means.js';
import { SERVICE_LOG, type ServiceLog } from './service-log.js';
import { SETTINGS_IN_FORCE } from './settings-in-force.js';

/** The command line, as it is started under the same Node with the same settings. */
const PROGRAM = fileURLToPath(new URL('../cli/main.js', import.meta.url));

export interface ServiceParts {
  readonly settings: Settings;
  readonly log: ServiceLog;
  readonly clock: Clock;
  /** Where scans are made; a process of its own for each unless given. */
  readonly startScan?: StartScanProcess;
  /** Where reports are written; a process of its own for each unless given. */
  readonly startReport?: StartReportProcess;
  /** How webhooks are reached; as the settings say unless given. */
  readonly webhookMeans?: WebhookMeans;
  /** Where documents are written; a process of its own for each unless given. */
  readonly writeDocument?: WriteDocument;
  /** Where lists of records are read; a process of its own for each unless given. */
  readonly startList?: StartListProcess;
  /** For tests, which have no passwords to protect; the usual unless given. */
  readonly hashing?: HashingCost;
  /** Where the dashboard was built to; the usual place unless given. */
  readonly dashboard?: string;
}

/** The service: the scanner's rooms, and the doors to them. */
@Module({})
export class ServiceModule {
  static with({
    settings,
    log,
    clock,
    startScan,
    startReport,
    webhookMeans,
    writeDocument = documentProcesses(settings.PLUMBLINE_DATA_DIR, PROGRAM),
    startList = listProcesses(settings.PLUMBLINE_DATA_DIR, PROGRAM),
    hashing = USUAL_COST,
    dashboard = builtDashboard(),
  }: ServiceParts): DynamicModule {
    const records = RecordsModule.on(settings.PLUMBLINE_DATA_DIR);
    return {
      module: ServiceModule,
      global: true,
      imports: [
        records,
        ScansModule.with(records, settings.PLUMBLINE_DATA_DIR, startScan),
        DeliveryModule.with(records, settings, startReport, webhookMeans),
      ],
      controllers: [...controllers],
      providers: [
        { provide: SETTINGS_IN_FORCE, useValue: settings },
        { provide: SERVICE_LOG, useValue: log },
        { provide: CLOCK, useValue: clock },
        { provide: DASHBOARD_FOLDER, useValue: dashboard },
        {
          provide: PEOPLE_MEANS,
          useFactory: (dataSource: DataSource, mail: MailMeans) =>
            peopleMeans(settings, {
              now: clock,
              hashing,
              tell: signInNotices({ dataSource, clock, mail, log }),
            }),
          inject: [DataSource, MAIL_MEANS],
        },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: requestValidation },
        { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
        Metrics,
        AuditLog,
        ...peopleRooms,
        OrganizationDeletion,
        { provide: WRITE_DOCUMENT, useValue: writeDocument },
        Documents,
        { provide: START_LIST_PROCESS, useValue: startList },
        Lists,
        Policies,
        PolicyTrial,
        PolicyDraft,
        BrowserSignIns,
        PolicyToday,
        ListedFindings,
        Decisions,
        Baseline,
        Overview,
        ListedAuditEntries,
        Housekeeping,
      ],
      exports: [SETTINGS_IN_FORCE, SERVICE_LOG, CLOCK, Metrics, AuditLog, Policies],
    };
  }
}
