import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { httpServer } from '#scanner/service/http-server.js';
import type { ServiceParts } from '#scanner/service/service.module.js';
import { ServiceLog } from '#scanner/service/service-log.js';
import { readSettings } from '#scanner/settings/read-settings.js';

/** A service on a data directory of its own, asked without a network, with a clock that only the test moves. */
export interface StartedService extends AsyncDisposable {
  readonly app: NestFastifyApplication;
  readonly dataDirectory: string;
  /** Every line that was logged. */
  readonly log: readonly string[];
  readonly clock: { now: Date };
}

const START = '2026-11-23T09:00:00Z';

/** Reports and documents are written where they are tested (test/delivery, test/reports). */
const NO_REPORTS: Pick<ServiceParts, 'startReport' | 'writeDocument'> = {
  writeDocument: () => Promise.resolve(null),
  startReport: () => ({ ended: Promise.resolve('code 0'), kill: () => undefined }),
};

/** So cheap that a suite does not wait for it. */
const QUICK_HASHING = { memoryCost: 64, timeCost: 1 };

export async function startService(
  environment: Readonly<Record<string, string>> = {},
  startScan?: ServiceParts['startScan'],
  hashing: ServiceParts['hashing'] = QUICK_HASHING,
  dashboard?: string,
  delivery: Pick<ServiceParts, 'startReport' | 'webhookMeans' | 'writeDocument' | 'startList'> = {},
): Promise<StartedService> {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'plumbline-service-'));
  const log: string[] = [];
  const clock = { now: new Date(START) };
  const settings = readSettings({ PLUMBLINE_DATA_DIR: dataDirectory, ...environment });
  const app = await httpServer({
    settings,
    log: ServiceLog.to({ write: (line) => log.push(line) }, 'debug'),
    clock: () => clock.now,
    ...(hashing && { hashing }),
    ...(startScan && { startScan }),
    ...(dashboard !== undefined && { dashboard }),
    ...NO_REPORTS,
    ...delivery,
  });
  return {
    app,
    dataDirectory,
    log,
    clock,
    async [Symbol.asyncDispose]() {
      await app.close();
      await rm(dataDirectory, { recursive: true });
    },
  };
}
