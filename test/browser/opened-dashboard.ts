import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Page } from 'playwright-core';
import { httpServer } from '#scanner/service/http-server.js';
import type { ServiceParts } from '#scanner/service/service.module.js';
import { ServiceLog } from '#scanner/service/service-log.js';
import { readSettings } from '#scanner/settings/read-settings.js';
import { NOW, openBrowser, type OpenedBrowser } from './opened-browser.js';
import { scannedBakeryIn } from './scanned-once.js';

const QUICK_HASHING = { memoryCost: 64, timeCost: 1 };

/** A service that listens, over the example bakery if it was scanned, and a browser to look at it with. */
export interface OpenedDashboard extends OpenedBrowser {
  readonly app: NestFastifyApplication;
  readonly dataDirectory: string;
  readonly address: string;
}

export async function openDashboard(
  executablePath: string,
  {
    scanned = true,
    startScan,
    webhookMeans,
    startList,
    environment = {},
  }: {
    scanned?: boolean;
    webhookMeans?: ServiceParts['webhookMeans'];
    startScan?: ServiceParts['startScan'];
    startList?: ServiceParts['startList'];
    /** The settings that point at simulated vendors. */
    environment?: Readonly<Record<string, string>>;
  } = {},
): Promise<OpenedDashboard> {
  const folder = await mkdtemp(path.join(tmpdir(), 'plumbline-browser-'));
  if (scanned) await scannedBakeryIn(folder);
  // What connections need of the world is read off the process, and once.
  Object.assign(process.env, environment);
  const app = await httpServer({
    settings: readSettings({ PLUMBLINE_DATA_DIR: path.join(folder, 'data') }),
    log: ServiceLog.to({ write: () => undefined }, 'error'),
    clock: () => new Date(NOW),
    hashing: QUICK_HASHING,
    ...(startScan && { startScan }),
    ...(webhookMeans && { webhookMeans }),
    ...(startList && { startList }),
  });
  for (const name of Object.keys(environment)) Reflect.deleteProperty(process.env, name);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const browser = await openBrowser(executablePath);
  return {
    app,
    dataDirectory: path.join(folder, 'data'),
    address: `http://127.0.0.1:${port}`,
    complaints: browser.complaints,
    stranger: (look) => browser.stranger(look),
    async [Symbol.asyncDispose]() {
      await browser[Symbol.asyncDispose]();
      await app.close();
      await rm(folder, { recursive: true });
    },
  };
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** All that hangs on how bright it is. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds wrong with a page (WCAG 2.2 A and AA), in a line each; `colours`: of those only. */
export async function wrongFor(page: Page, only: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    async (runOnly) => {
      const { violations } = await (
        globalThis as unknown as { axe: { run(options: object): Promise<{ violations: AxeViolation[] }> } }
      ).axe.run({ runOnly, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
      );
    },
    only === 'all' ? ALL : COLOURS,
  );
}

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

/** By how many pixels a page can be scrolled sideways. */
export async function sideways(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - innerWidth');
}
