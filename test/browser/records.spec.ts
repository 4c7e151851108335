import { readFile } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DataSource } from 'typeorm';
import type { ListMessage } from '#scanner/lists/list-line.js';
import { type Browser, invitedPerson, signedInOwner } from '../service/people-bench.js';
import { listHere } from '../support/list-here.js';
import { foundChromium } from './found-chromium.js';
import { openDashboard, type OpenedDashboard, sideways, wrongFor } from './opened-dashboard.js';
import { signedIn } from './signed-in.js';

const chromium = foundChromium();
/** A name that a file or a tool may have. */
const HOSTILE = '=cmd|"<img src=x onerror=alert(1)>.csv:2';

(chromium === null ? describe.skip : describe)('the records behind a finding', () => {
  let dashboard: OpenedDashboard;
  let owner: Browser;
  let path = '';
  let place = '';
  /** What is said in place of what a process reads. */
  let said: readonly ListMessage[] | null = null;
  beforeAll(async () => {
    dashboard = await openDashboard(chromium ?? '', {
      startList: (...asked) => {
        if (said === null) return listHere(() => dashboard.dataDirectory)(...asked);
        const messages = new PassThrough({ objectMode: true });
        for (const message of said) messages.write(message);
        messages.end();
        return { messages, stop: () => undefined };
      },
    });
    ({ owner, path } = await signedInOwner(dashboard));
    place = `${dashboard.address}/o/${path.split('/')[1]}`;
    // Its files are made anew for each reading, as of that day.
    await dashboard.app.get(DataSource).query("UPDATE organizations SET example_day = '2026-11-23'");
  });
  afterAll(async () => {
    await dashboard[Symbol.asyncDispose]();
  });

  const begin = async (page: Page) => page.getByRole('button', { name: 'Show the records once' }).click();

  it('are shown to an owner once, to copy or to take along, and are gone with the page', async () => {
    const { page } = await signedIn(dashboard, owner);
    await page.goto(`${place}/retention`);
    await page
      .getByRole('link', { name: /^Show the records once: .* overdue, crm$/u })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Kept for longer than your policy says' }).waitFor();
    await page.getByText('forgets them when you leave this page').waitFor();
    await begin(page);
    await page.getByText(/^That is all: \d+ records\.$/u).waitFor();
    const rows = page.getByRole('row');
    expect(await rows.nth(1).textContent()).toMatch(/^\d+[A-Z][a-z]+ \d+, 20\d\dcrm$/u);
    expect(await wrongFor(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('plumbline-retention.overdue-crm.csv');
    const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
    expect(lines[0]).toBe('\uFEFFsystem,subject,record,day,page');
    expect(lines.slice(1).every((line) => /^crm,customers,\d+,20\d\d-\d\d-\d\d,$/u.test(line))).toBe(true);

    await page.goBack();
    await page.goForward();
    await page.getByText('forgets them when you leave this page').waitFor();
    expect(await rows.count()).toBe(0);
  });

  it('are offered where a finding is about them', async () => {
    const { body } = await owner.get(`${path}/findings?rule=consent.conflict`);
    const { page } = await signedIn(dashboard, owner);
    await page.goto(`${place}/findings/${body.items[0].id}`);
    await page.getByRole('link', { name: 'Show the records once' }).click();
    await page.getByRole('heading', { name: /^Written to, although/u }).waitFor();
  });

  it('say so where they are not all, whatever they are called; on a phone and in the dark', async () => {
    said = [
      { kind: 'begun' },
      { kind: 'list', subject: 'customers', found: 2, of: 'people', records: 2 },
      { kind: 'records', items: [{ record: HOSTILE, day: null, page: 'https://crm.example/1' }] },
    ];
    for (const look of [{ width: 360 }, { scheme: 'dark' }] as const) {
      const { page, context } = await signedIn(dashboard, owner, look);
      await page.goto(`${place}/records?rule=retention.overdue&system=crm`);
      await begin(page);
      await page.getByRole('heading', { name: 'This list is not complete' }).waitFor();
      await page.getByText('Shown: 1 record. There may be more:').waitFor();
      await page.getByText(HOSTILE).waitFor();
      expect([look, await wrongFor(page)]).toEqual([look, []]);
      expect([look, await sideways(page)]).toEqual([look, 0]);
      await context.close();
    }
    said = null;
  });

  it('say why they can not be read, and what to do', async () => {
    said = [{ kind: 'refused', isInTheWay: true, message: 'The files are gone.', step: 'Hand them over.' }];
    const { page } = await signedIn(dashboard, owner);
    await page.goto(`${place}/records?rule=retention.overdue&system=crm`);
    await begin(page);
    await page.getByRole('alert').getByText('Hand them over.').waitFor();
    said = null;
  });

  it('are for owners: others are told so', async () => {
    const admin = await invitedPerson(owner, path, { email: 'adam@bakery.example', role: 'admin' });
    const { page } = await signedIn(dashboard, admin);
    await page.goto(`${place}/retention`);
    await page.getByText('Only an owner of this business may see which records').waitFor();
    expect(await page.getByRole('link', { name: /Show the records/u }).count()).toBe(0);
    await page.goto(`${place}/records?rule=retention.overdue&system=crm`);
    await page.getByRole('heading', { name: 'Only an owner of this business' }).waitFor();
    expect(await page.getByRole('button', { name: 'Show the records once' }).count()).toBe(0);
  });

  it('break no rule of the service about scripts and styles', () => {
    expect(dashboard.complaints).toEqual([]);
  });
});
