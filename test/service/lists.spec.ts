import { readdir, readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { ListLine, ListMessage } from '#scanner/lists/list-line.js';
import type { StartListProcess } from '#scanner/lists/list-process.js';
import { listHere } from '../support/list-here.js';
import { scanHere } from '../support/scan-here.js';
import { type Browser, invitedPerson, ORGANIZATION, signedInOwner } from './people-bench.js';
import { type StartedService, startService } from './started-service.js';

const POLICY = `plumbline: 1
organization: ${ORGANIZATION}
systems: { crm: { connector: hubspot }, shop: { connector: exports, files: ["orders*.csv"] } }
retention: [{ subjects: customers, keep: 24 months, after: last_purchase }]
data: []
`;
/** Ids that stand nowhere else: what is kept of a list would be found. */
const ids = Array.from({ length: 30 }, (_, at) => String(90_210_771_200 + at));
const NOTE = 'pays with card 4111 1111 1111 1111, call after six';
const CONTACTS = Buffer.from(
  ['Record ID,First Name,Last Name,Email,Notes', ...ids.map((id) => `${id},Zoe,Quill,,"${NOTE}"`)].join('\n'),
);
const ORDERS = Buffer.from(
  'Email,Order Number,Order Date,Amount\nzoe@customer.example,1,2019-03-05,12.50\nben@customer.example,2,2099-01-01,9.00\n',
);
const NOTES = { rule: 'field.free-text', system: 'crm', subject: null };
const OVERDUE = { rule: 'retention.overdue', system: 'shop', subject: 'customers' };

async function serviceThatLists(startList?: StartListProcess) {
  const started: { service: StartedService | null } = { service: null };
  const folder = () => started.service?.dataDirectory ?? '';
  const service = await startService({}, scanHere(folder), undefined, undefined, {
    startList: startList ?? listHere(folder),
  });
  started.service = service;
  const { owner, path: organization } = await signedInOwner(service);
  await owner.ask('PUT', `${organization}/policies/current`, { text: POLICY, replaces: null });
  const handOver = async () => {
    await owner.put(`${organization}/uploads/contacts.csv`, CONTACTS);
    await owner.put(`${organization}/uploads/orders.csv`, ORDERS);
  };
  return { service, owner, organization, handOver };
}

/** A process that says these things, and then hangs or is gone. */
function saying(messages: readonly ListMessage[], { isGone = true } = {}) {
  const { promise: stopped, resolve } = Promise.withResolvers<string>();
  const start: StartListProcess = ({ rule }) => {
    const said = new PassThrough({ objectMode: true });
    for (const message of messages) said.write(message);
    if (isGone) said.end();
    const stop = () => {
      resolve(rule);
      said.end();
    };
    return { messages: said, stop };
  };
  return { start, stopped };
}

function linesIn(body: unknown): readonly ListLine[] {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ListLine);
}

function recordsIn(lines: readonly ListLine[]) {
  return lines.flatMap((line) => (line.kind === 'records' ? line.items : []));
}

async function auditOf(owner: Browser, organization: string) {
  const { body } = await owner.get(`${organization}/audit-log?action=list.`);
  return body.items.map(({ action, actor, target, details }: Record<string, Record<string, unknown>>) => ({
    action,
    who: actor?.['name'],
    target,
    details,
  }));
}

/** Everything below a folder, in one text. */
async function textIn(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
  return (await Promise.all(files.map(async (file) => readFile(file, 'latin1')))).join('\n');
}

describe('a list of records', () => {
  it('is shown to an owner once, and stands nowhere afterwards (law 1)', async () => {
    const { service, owner, organization, handOver } = await serviceThatLists();
    await using _ = service;
    await handOver();
    const shown = await owner.post(`${organization}/lists`, NOTES);
    expect(shown).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
    const lines = linesIn(shown.body);
    expect(recordsIn(lines).map(({ record }) => record)).toEqual(ids);
    expect(lines.at(-1)).toEqual({ kind: 'end', complete: true, records: 30, why: [] });
    expect(lines).toContainEqual(
      expect.objectContaining({ kind: 'list', subject: 'contact.notes', found: 30 }),
    );

    const stored = (await textIn(service.dataDirectory)) + service.log.join('\n');
    expect(stored).not.toContain('9021077');
    expect(shown.body).not.toContain('4111');
    expect(await auditOf(owner, organization)).toEqual([
      {
        action: 'list.shown',
        who: 'anna@bakery.example',
        target: 'field.free-text in crm',
        details: { records: 30, complete: true },
      },
      { action: 'list.asked', who: 'anna@bakery.example', target: 'field.free-text in crm', details: {} },
    ]);
    // What waits for the next scan still does.
    expect((await owner.get(`${organization}/uploads`)).body.items).toHaveLength(2);
  });

  it('tells the day that somebody is judged by, and what was not read', async () => {
    const { service, owner, organization, handOver } = await serviceThatLists();
    await using _ = service;
    await handOver();
    const whole = linesIn((await owner.post(`${organization}/lists`, OVERDUE)).body);
    expect(recordsIn(whole)).toEqual([{ record: 'orders.csv:2', day: '2019-03-05', page: null }]);

    await owner.put(`${organization}/uploads/contacts.csv`, Buffer.from('PK\u0003\u0004 no zip'));
    const part = linesIn((await owner.post(`${organization}/lists`, OVERDUE)).body);
    expect(part.at(-1)).toMatchObject({ kind: 'end', complete: false });
  });

  it('asks for files again that the last scan has read, as long as they are not there (law 2)', async () => {
    const { service, owner, organization, handOver } = await serviceThatLists();
    await using _ = service;
    await handOver();
    const { body } = await owner.post(`${organization}/scans`);
    await owner.get(`${organization}/scans/${body.id}/progress`);
    const refused = await owner.post(`${organization}/lists`, OVERDUE);
    expect(refused).toMatchObject({ status: 409, body: { step: expect.stringContaining('under Exports') } });
    expect(refused.body.title).toContain('crm and shop are gone');
    expect(await auditOf(owner, organization)).toEqual([]);

    await owner.put(`${organization}/uploads/orders.csv`, ORDERS);
    const half = linesIn((await owner.post(`${organization}/lists`, OVERDUE)).body);
    expect(recordsIn(half)).toHaveLength(1);
    expect(half.at(-1)).toMatchObject({
      complete: false,
      why: [{ what: expect.stringContaining('crm are gone'), steps: [expect.stringContaining('Exports')] }],
    });
  });

  it('that breaks off says so, and how many were told', async () => {
    const items = [{ record: '17', day: null, page: null }];
    const { start } = saying([{ kind: 'begun' }, { kind: 'records', items }]);
    const { service, owner, organization } = await serviceThatLists(start);
    await using _ = service;
    const lines = linesIn((await owner.post(`${organization}/lists`, NOTES)).body);
    expect(lines.at(-1)).toMatchObject({ kind: 'end', complete: false, records: 1 });
    expect((await auditOf(owner, organization))[0]).toMatchObject({
      action: 'list.shown',
      details: { records: 1, complete: false },
    });
  });

  it('that can not be begun is a problem with a step, and leaves room for the next', async () => {
    const { service, owner, organization } = await serviceThatLists();
    await using _ = service;
    const nowhere = await owner.post(`${organization}/lists`, { ...NOTES, system: 'attic' });
    expect(nowhere).toMatchObject({ status: 422, body: { step: expect.any(String) } });
    const nothing = await owner.post(`${organization}/lists`, NOTES);
    expect(nothing).toMatchObject({
      status: 422,
      body: { title: expect.stringContaining('nothing to read') },
    });
    const wrong = await owner.post(`${organization}/lists`, { ...NOTES, rule: 'field.undeclared' });
    expect(wrong.status).toBe(400);
  });

  it('is for owners, one at a time; who leaves ends it', async () => {
    const { start, stopped } = saying([{ kind: 'begun' }], { isGone: false });
    const { service, owner, organization } = await serviceThatLists(start);
    await using _ = service;
    const admin = await invitedPerson(owner, organization, { email: 'adam@bakery.example', role: 'admin' });
    expect((await admin.post(`${organization}/lists`, NOTES)).status).toBe(403);

    await service.app.listen(0, '127.0.0.1');
    const { port } = service.app.getHttpServer().address() as AddressInfo;
    const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const looking = request({
      port,
      method: 'POST',
      path: `/api/v1/${organization}/lists`,
      headers: { ...owner.headers, cookie, 'content-type': 'application/json' },
    });
    looking.end(JSON.stringify(NOTES));
    const [answer] = await once(looking, 'response');
    expect(answer.headers['content-type']).toContain('application/x-ndjson');
    const second = await owner.post(`${organization}/lists`, OVERDUE);
    expect(second).toMatchObject({ status: 409, body: { step: expect.stringContaining('Wait') } });
    looking.destroy();
    expect(await stopped).toBe('field.free-text');
    expect((await auditOf(owner, organization)).map(({ action }: { action: string }) => action)).toContain(
      'list.asked',
    );
  });
});
