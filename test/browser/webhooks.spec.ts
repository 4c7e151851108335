import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { Transport } from '#connectors/kit/guard/transport.js';
import { Delivery } from '#scanner/delivery/delivery.js';
import { type Browser, invitedPerson, signedInOwner } from '../service/people-bench.js';
import { foundChromium } from './found-chromium.js';
import { openDashboard, type OpenedDashboard, sideways, wrongFor } from './opened-dashboard.js';
import { signedIn } from './signed-in.js';

const chromium = foundChromium();
const ADDRESS = 'https://hooks.partner.example/plumbline';

/** One service for all: the steps build on each other. */
(chromium === null ? describe.skip : describe)('webhooks in the settings', () => {
  const heard: string[] = [];
  const answering = { status: 500 };
  const receiver = http.createServer((request, response) => {
    heard.push(String(request.headers['webhook-id']));
    request.resume();
    response.writeHead(answering.status).end();
  });
  let takeGuardAway: () => void;
  let dashboard: OpenedDashboard;
  let owner: Browser;
  let path: string;
  let page: Page;
  beforeAll(async () => {
    receiver.listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    takeGuardAway = installChokePoints();
    const { port } = receiver.address() as AddressInfo;
    dashboard = await openDashboard(chromium ?? '', {
      scanned: false,
      webhookMeans: { transport: new Transport(`http://127.0.0.1:${port}`), toPrivate: false },
    });
    ({ owner, path } = await signedInOwner(dashboard));
    page = await opened(owner);
  });
  afterAll(async () => {
    await dashboard[Symbol.asyncDispose]();
    takeGuardAway();
    receiver.closeAllConnections();
    receiver.close();
  });

  it('are added with an address that can be one, and show their secret once', async () => {
    await page.getByText('No program is told.').waitFor();
    await page.getByLabel('Address', { exact: true }).fill('http://hooks.partner.example/');
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.getByText('It must begin with https://').waitFor();
    await page.getByLabel('Address', { exact: true }).fill(ADDRESS);
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.getByText('Set up by', { exact: false }).waitFor();
    const secret = (await page.getByText(/^whsec_/u).textContent()) ?? '';
    expect(secret.length).toBeGreaterThan(40);
    await page.reload();
    await page.getByText(ADDRESS).waitFor();
    expect(await page.content()).not.toContain(secret.slice(6));
  });

  it('say of a test that it did not arrive, and what to do, and later that it did', async () => {
    await page.getByRole('button', { name: 'Send a test' }).click();
    const deliveries = page.getByRole('list', { name: 'Last deliveries' });
    await deliveries.getByText('The receiver answered with an error.', { exact: false }).waitFor();
    await deliveries.getByText('Test: not arrived yet').waitFor();
    await page.getByText('Nothing has arrived there since', { exact: false }).waitFor();
    expect(await wrongFor(page)).toEqual([]);
    answering.status = 204;
    await page.getByRole('button', { name: 'Send a test' }).click();
    await dashboard.app.get(Delivery).lookNow();
    await deliveries.getByText('Test: arrived').waitFor();
    await page.getByText('Switched on', { exact: true }).waitFor();
    expect(new Set(heard).size).toBe(2);
  });

  it('can be switched off, and are removed after a question', async () => {
    await page.getByRole('button', { name: 'Switch off' }).click();
    await page.getByText('it is told nothing').waitFor();
    expect(await page.getByRole('button', { name: 'Send a test' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    expect((await owner.get(`${path}/webhooks`)).body.items).toHaveLength(1);
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('No program is told.').waitFor();
    expect((await owner.get(`${path}/webhooks`)).body.items).toEqual([]);
  });

  it('are for admins and owners, as a viewer is told, and fit on a phone in the dark', async () => {
    const vera = await invitedPerson(owner, path, { email: 'vera@bakery.example', role: 'viewer' });
    const small = await opened(vera, { width: 360, scheme: 'dark' });
    await small.getByText('Webhooks are for admins and owners', { exact: false }).waitFor();
    expect(await small.getByRole('button', { name: 'Add it' }).count()).toBe(0);
    expect(await wrongFor(small)).toEqual([]);
    expect(await sideways(small)).toBe(0);
    expect(dashboard.complaints).toEqual([]);
  });

  async function opened(who: Browser, look = {}): Promise<Page> {
    const { page: shown } = await signedIn(dashboard, who, look);
    await shown.goto(`${dashboard.address}/o/${path.split('/')[1] ?? ''}/settings`);
    return shown;
  }
});
