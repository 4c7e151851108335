import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { listCommandLineScan } from '#scanner/queue/command-line-scan.js';
import type { Listener, StartScanProcess } from '#scanner/queue/scan-process.js';
import { type Browser, ORGANIZATION, signedInOwner } from '../service/people-bench.js';
import { foundChromium } from './found-chromium.js';
import { openDashboard, type OpenedDashboard, wrongFor } from './opened-dashboard.js';
import { signedIn } from './signed-in.js';

const chromium = foundChromium();
const NOTHING = { system: null, resource: null, read: null, waitingFor: null, waitingUntil: null };

/** A scan that does what the test tells it, and goes on until it is cancelled. */
const told: { listener: Listener | null } = { listener: null };
const startScan: StartScanProcess = (_job, listener) => {
  told.listener = listener;
  const { promise: ended, resolve } = Promise.withResolvers<string>();
  return { ended, say: () => resolve('code 2'), kill: () => resolve('code 2') };
};

(chromium === null ? describe.skip : describe)('scans in the browser', () => {
  let dashboard: OpenedDashboard;
  let owner: Browser;
  let place = '';
  beforeAll(async () => {
    dashboard = await openDashboard(chromium ?? '', { startScan });
    const signed = await signedInOwner(dashboard);
    ({ owner } = signed);
    const { scan } = (await owner.get(`${signed.path}/overview`)).body;
    const made = { scanId: scan.id, startedAt: scan.finished_at, finishedAt: scan.finished_at };
    await listCommandLineScan(dashboard.app.get(DataSource).manager, ORGANIZATION, made);
    place = `${dashboard.address}/o/${signed.path.split('/')[1]}`;
  });
  afterAll(async () => {
    await dashboard[Symbol.asyncDispose]();
  });

  it('show after their end what they could read and what not', async () => {
    const { page } = await signedIn(dashboard, owner);
    await page.goto(`${place}/scans`);
    await page.getByText('on the command line').waitFor();
    await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
    await page.getByRole('heading', { name: 'What could be read' }).waitFor();
    await page.getByText('Read in full').first().waitFor();
    await page.getByText('Not supplied').first().waitFor();
    expect(await wrongFor(page)).toEqual([]);
  });

  it('can be begun, watched list by list, and cancelled', async () => {
    const { page } = await signedIn(dashboard, owner);
    await page.goto(place);
    await page.getByRole('button', { name: 'Scan now' }).click();
    await page.getByRole('heading', { name: 'What it is at' }).waitFor();
    await page.getByText('Under way').waitFor();
    told.listener?.step({ ...NOTHING, step: 'reading', system: 'crm', resource: 'contacts', read: 400 });
    await page.getByText('400 read').waitFor();
    told.listener?.step({ ...NOTHING, step: 'reading', system: 'books', resource: 'sales <b>', read: 1_200 });
    await page.getByText('1,200 read').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'sales <b>' }).waitFor();
    told.listener?.step({ ...NOTHING, step: 'waiting', system: 'books', waitingFor: 'QuickBooks to let us' });
    await page.getByText('Waiting for QuickBooks to let us').waitFor();
    expect(await wrongFor(page)).toEqual([]);
    await page.getByRole('button', { name: 'Cancel this scan' }).click();
    await page.getByText('Cancelled').waitFor({ timeout: 20_000 });
    expect(dashboard.complaints).toEqual([]);
  });
});
