import { fileURLToPath } from 'node:url';
import { type DynamicModule, Module } from '@nestjs/common';
import { lookUpPublic } from '#connectors/kit/guard/public-addresses.js';
import { Transport } from '#connectors/kit/guard/transport.js';
import { CLOCK, type Clock } from '../clock.js';
import type { Settings } from '../settings/settings.js';
import { Alerts } from './alerts.js';
import { Delivery } from './delivery.js';
import { MAIL_MEANS, mailMeans } from './mail-means.js';
import { reportProcesses, START_REPORT_PROCESS, type StartReportProcess } from './report-process.js';
import { ReportSettings } from './report-settings.js';
import { SentMails } from './sent-mails.js';
import { WEBHOOK_MEANS, type WebhookMeans } from './webhook-post.js';
import { WebhookSender } from './webhook-sender.js';
import { Webhooks } from './webhooks.js';

/** The command line, as it is started under the same Node with the same settings. */
const PROGRAM = fileURLToPath(new URL('../cli/main.js', import.meta.url));

/** What the service sends, and when. The service hands it the policies and the audit log. */
@Module({})
export class DeliveryModule {
  static with(
    records: DynamicModule,
    settings: Settings,
    start: StartReportProcess = reportProcesses(settings.PLUMBLINE_DATA_DIR, PROGRAM),
    webhookMeans?: WebhookMeans,
  ): DynamicModule {
    return {
      module: DeliveryModule,
      imports: [records],
      providers: [
        { provide: MAIL_MEANS, useFactory: (clock: Clock) => mailMeans(settings, clock), inject: [CLOCK] },
        { provide: START_REPORT_PROCESS, useValue: start },
        ReportSettings,
        Alerts,
        SentMails,
        {
          provide: WEBHOOK_MEANS,
          useFactory: () => webhookMeans ?? webhookMeansOf(settings),
        },
        Webhooks,
        WebhookSender,
        Delivery,
      ],
      exports: [MAIL_MEANS, WEBHOOK_MEANS, ReportSettings, SentMails, Webhooks, Delivery],
    };
  }
}

function webhookMeansOf({ PLUMBLINE_WEBHOOKS_TO_PRIVATE: toPrivate }: Settings): WebhookMeans {
  return { transport: toPrivate ? new Transport(null) : new Transport(null, lookUpPublic), toPrivate };
}
