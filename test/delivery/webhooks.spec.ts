import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { DataSource } from 'typeorm';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { isPublicAddress, lookUpPublic } from '#connectors/kit/guard/public-addresses.js';
import { Transport } from '#connectors/kit/guard/transport.js';
import { violation } from '#rules/engine/engine.spec-builders.js';
import { Delivery } from '#scanner/delivery/delivery.js';
import { postToWebhook } from '#scanner/delivery/webhook-post.js';
import { scanFinding } from '#scanner/findings/ledger.spec-builders.js';
import { Ledger } from '#scanner/findings/ledger.js';
import { OutgoingMailEntity } from '#scanner/storage/entities/outgoing-mail.entity.js';
import { WebhookSecretEntity } from '#scanner/storage/entities/webhook-secret.entity.js';
import { type Browser, OWNER, signedInOwner } from '../service/people-bench.js';
import { type StartedService, startService } from '../service/started-service.js';

const ADDRESS = 'https://hooks.partner.example/plumbline';

/** A program that hears of findings. */
class Receiver {
  readonly heard: { readonly headers: Record<string, string>; readonly body: string }[] = [];
  status = 204;
  location = '';
  private readonly server = http.createServer((request, response) => {
    void text(request).then((body) => {
      this.heard.push({ headers: request.headers as Record<string, string>, body });
      const headers = this.location === '' ? {} : { location: this.location };
      return response.writeHead(this.status, headers).end('an answer that nobody reads');
    });
  });

  async open(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

const receiver = new Receiver();
let takeGuardAway: () => void;
let service: StartedService;
let owner: Browser;
let here: string;
beforeAll(async () => {
  takeGuardAway = installChokePoints();
  const transport = new Transport(await receiver.open());
  const webhookMeans = { transport, toPrivate: false };
  service = await startService({}, undefined, undefined, undefined, { webhookMeans });
  const signedIn = await signedInOwner(service);
  owner = signedIn.owner;
  here = `${signedIn.path}/webhooks`;
});
afterAll(async () => {
  await service[Symbol.asyncDispose]();
  receiver.close();
  takeGuardAway();
});
beforeEach(() => {
  receiver.heard.length = 0;
  receiver.status = 204;
  receiver.location = '';
});

async function look(hours = 0): Promise<void> {
  service.clock.now = new Date(service.clock.now.getTime() + hours * 3_600_000);
  await service.app.get(Delivery).lookNow();
  await owner.signIn(OWNER);
}

async function scanned(names: readonly string[]): Promise<void> {
  const at = service.clock.now.toISOString();
  const found = names.map((name) => violation(name, { severity: 'high' }));
  const scan = scanFinding(found, { startedAt: at, finishedAt: at });
  await new Ledger(service.app.get(DataSource)).commitScan(scan);
}

async function added(address = ADDRESS): Promise<{ readonly id: string; readonly secret: string }> {
  const { body } = await owner.post(here, { address });
  return body;
}

async function removeAll(): Promise<void> {
  for (const { id } of (await owner.get(here)).body.items) await owner.ask('DELETE', `${here}/${id}`);
}

describe('a webhook', () => {
  it('hears of what became of findings, signed, with nothing of what was found', async () => {
    await scanned(['notes']);
    const { secret } = await added();
    await look();
    expect(receiver.heard).toEqual([]);
    await scanned(['passports']);
    await look(1);
    await look(1);
    expect(receiver.heard).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.heard;
    // The package judges the time of a message by the clock on the wall, which a test does not have.
    const signed = new Webhook(secret).sign(
      headers['webhook-id'] ?? '',
      new Date(Number(headers['webhook-timestamp']) * 1_000),
      body,
    );
    expect(headers['webhook-signature']).toBe(signed);
    const message = JSON.parse(body);
    expect(message).toMatchObject({ type: 'drift.changed', data: { changed: 2, open: { high: 1 } } });
    expect(message.data.findings).toMatchObject([
      { severity: 'high', rule: 'field.undeclared', system: 'crm', cause: 'data' },
      { severity: 'high' },
    ]);
    expect(body).not.toMatch(/Title|passports|notes|Why it matters/u);
    await removeAll();
  });

  it('has a secret that is told once, and that the database does not hold', async () => {
    const { secret } = await added();
    expect(secret).toMatch(/^whsec_/u);
    expect(JSON.stringify((await owner.get(here)).body)).not.toContain('whsec_');
    const rows = await service.app.get(DataSource).manager.find(WebhookSecretEntity);
    expect(JSON.stringify(rows)).not.toContain(secret.slice(6));
    expect(service.log.join('')).not.toContain(secret.slice(6));
    await removeAll();
    expect(await service.app.get(DataSource).manager.count(WebhookSecretEntity)).toBe(0);
  });

  it('that does not answer well hears the same message again, later and later', async () => {
    const { id } = await added();
    receiver.status = 500;
    await owner.post(`${here}/${id}/test`);
    await look();
    await look(1 / 3_600);
    expect(receiver.heard).toHaveLength(1);
    await look(1);
    receiver.status = 200;
    await look(1);
    await look(100);
    expect(new Set(receiver.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(receiver.heard).toHaveLength(3);
    const { body } = await owner.get(`${here}/${id}/messages`);
    expect(body.items).toMatchObject([{ kind: 'test', state: 'delivered', attempts: 3, problem: null }]);
    await removeAll();
  });

  it('to which nothing gets through for days is switched off, and the owner hears of it', async () => {
    const { id } = await added();
    receiver.status = 500;
    await owner.post(`${here}/${id}/test`);
    for (let day = 0; day < 6; day += 1) {
      await owner.post(`${here}/${id}/test`);
      await look(24);
    }
    const [webhook] = (await owner.get(here)).body.items;
    expect(webhook).toMatchObject({ on: false, given_up_at: expect.any(String) });
    const { manager } = service.app.get(DataSource);
    const [mail] = await manager.findBy(OutgoingMailEntity, { kind: 'notice' });
    expect([mail?.recipient, mail?.message]).toEqual([
      OWNER.email.toLowerCase(),
      expect.stringContaining('hooks.partner.example'),
    ]);
    receiver.heard.length = 0;
    await scanned(['birthdays']);
    await look(24);
    expect(receiver.heard).toEqual([]);
    await owner.ask('PATCH', `${here}/${id}`, { on: true });
    receiver.status = 200;
    await scanned(['birthdays', 'phones']);
    await look(1);
    expect(receiver.heard).toHaveLength(1);
    await removeAll();
  });

  it('is not followed elsewhere, and one that is gone is left alone', async () => {
    const { id } = await added();
    receiver.status = 302;
    receiver.location = 'https://169.254.169.254/latest/meta-data';
    await owner.post(`${here}/${id}/test`);
    await look();
    const { body } = await owner.get(`${here}/${id}/messages`);
    expect(body.items[0].problem.message).toContain('another address');
    expect(receiver.heard).toHaveLength(1);
    receiver.status = 410;
    await look(1);
    expect((await owner.get(here)).body.items).toMatchObject([{ on: false }]);
    await removeAll();
  });

  it.each([
    'http://hooks.partner.example/',
    'https://hooks.partner.example:8443/',
    'https://user:pass@hooks.partner.example/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://10.0.0.7/',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/',
    'file:///etc/passwd',
    'hooks.partner.example',
  ])('can not be %s', async (address) => {
    expect((await owner.post(here, { address })).status).toBe(422);
  });
});

describe('a private address', () => {
  it('is known in every way of writing it', () => {
    const open = ['93.184.216.34', '2606:2800:220:1::1'];
    const closed = [
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '127.0.0.1',
      '169.254.169.254',
      '172.31.0.1',
      '192.168.1.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '64:ff9b::7f00:1',
      'fe80::1',
      'fd00::1',
      'ff02::1',
      '2002:7f00:1::',
      '2001:db8::1',
      'not an address',
    ];
    expect(open.map(isPublicAddress)).toEqual(open.map(() => true));
    expect(closed.filter(isPublicAddress)).toEqual([]);
  });

  it('behind a name is refused when the name is looked up, whatever it was before', async () => {
    const transport = new Transport(null, lookUpPublic);
    const post = { address: 'https://localhost/', body: '{}', headers: {} };
    const answer = await postToWebhook(post, { transport, toPrivate: false });
    expect(answer).toMatchObject({ is: 'failed', problem: { message: expect.stringContaining('private') } });
    transport.drop();
  });
});
