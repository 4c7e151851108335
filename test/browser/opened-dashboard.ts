import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { httpServer } from '#scanner/service/http-server.js';
import type { ServiceParts } from '#scanner/service/service.module.js';
import { ServiceLog } from '#scanner/service/service-log.js';
import { readSettings } from '#scanner/settings/read-settings.js';
import { bakeryIn, scanInProcess } from '../support/bakery-scan.js';

/** Two days after the scan of the example bakery. */
const NOW = '2026-11-25T09:00:00Z';
const QUICK_HASHING = { memoryCost: 64, timeCost: 1 };

/** A service that listens, over the example bakery if it was scanned, and a browser to look at it with. */
export interface OpenedDashboard extends AsyncDisposable {
  readonly app: NestFastifyApplication;
  readonly dataDirectory: string;
  readonly address: string;
  /** A browser that knows nothing yet. What it complained of, such as a style that the service forbids, is in `complaints`. */
  stranger(look?: Look): Promise<{ readonly page: Page; readonly context: BrowserContext }>;
  readonly complaints: string[];
}

export interface Look {
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
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
  if (scanned) {
    await bakeryIn(folder);
    await scanInProcess(folder);
  }
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
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const complaints: string[] = [];
  return {
    app,
    dataDirectory: path.join(folder, 'data'),
    address: `http://127.0.0.1:${port}`,
    complaints,
    async stranger({ scheme = 'light', width = 1280, height = 900 } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: scheme,
        reducedMotion: 'reduce',
        locale: 'en-US',
        timezoneId: 'America/New_York',
      });
      await context.clock.setFixedTime(NOW);
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        // What the service refuses is shown on the page; the browser notes it, too.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
          complaints.push(message.text());
      });
      return { page, context };
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await app.close();
      await rm(folder, { recursive: true });
    },
  };
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with a page (WCAG 2.2 A and AA), in a line each. */
export async function wrongFor(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as { axe: { run(options: object): Promise<{ violations: AxeViolation[] }> } }
    ).axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  });
}

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[];
}

/** By how many pixels a page can be scrolled sideways. */
export async function sideways(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - innerWidth');
}
