import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { withPlumbline } from '#scanner/cli/open-plumbline.js';
import { runScanJob } from '#scanner/cli/run-scan-job.js';
import type { StartScanProcess } from '#scanner/queue/scan-process.js';
import { Uploads } from '#scanner/queue/uploads.js';
import { invitedPerson, ORGANIZATION, signedInOwner } from './people-bench.js';
import { type StartedService, startService } from './started-service.js';

const CANARY = 'zoe.canary-77@customer.example';
const POLICY = `plumbline: 1
organization: ${ORGANIZATION}
systems: { lists: { connector: exports, files: ["*.csv"] } }
data: []
`;
const LIST = Buffer.from(`Email,Allergies\n${CANARY},peanuts\nben@customer.example,\n`);

/** Scans as a process of the service does, but in this one. */
async function serviceThatScans(environment: Readonly<Record<string, string>> = {}) {
  const started: { service: StartedService | null } = { service: null };
  const scanHere: StartScanProcess = (job, listener, uploads) => {
    const dataDirectory = started.service?.dataDirectory ?? '';
    const parent = {
      signal: new AbortController().signal,
      stop: () => undefined,
      tell: (step: Parameters<typeof listener.step>[0]) => listener.step(step),
      leave: () => undefined,
    };
    const settings = { PLUMBLINE_EXPORTS_DIR: undefined };
    const ended = withPlumbline(dataDirectory, (plumbline) =>
      runScanJob(plumbline, { job, service: parent, dataDirectory, uploads, settings }),
    ).then(
      () => 'code 0',
      () => 'code 2',
    );
    return { ended, say: () => undefined, kill: () => undefined };
  };
  const service = await startService(environment, scanHere);
  started.service = service;
  const { owner, path: organization } = await signedInOwner(service);
  await owner.ask('PUT', `${organization}/policies/current`, { text: POLICY, replaces: null });
  return { service, owner, organization };
}

async function scanned(owner: Awaited<ReturnType<typeof serviceThatScans>>['owner'], organization: string) {
  const { body } = await owner.post(`${organization}/scans`);
  await owner.get(`${organization}/scans/${body.id}/progress`);
  return (await owner.get(`${organization}/scans/${body.id}`)).body;
}

/** Everything below a folder, in one text. */
async function textIn(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
  return (await Promise.all(files.map(async (file) => readFile(file, 'latin1').catch(() => '')))).join('\n');
}

describe('exports that are handed over', () => {
  it('are read by the next scan as if they lay in the folder, and are gone afterwards', async () => {
    const { service, owner, organization } = await serviceThatScans();
    await using _ = service;
    const added = await owner.put(`${organization}/uploads/list.csv`, LIST);
    expect(added).toMatchObject({ status: 200, body: { name: 'list.csv', folder: '', bytes: LIST.length } });
    expect(added.body.kept_until).toBe('2026-11-23T10:00:00.000Z');
    expect((await owner.get(`${organization}/uploads`)).body.items).toHaveLength(1);
    const done = await scanned(owner, organization);
    expect(done.state).toBe('done');
    const findings = await owner.get(`${organization}/findings`);
    const subjects = findings.body.items.map(({ subject }: { subject: string }) => subject);
    expect(subjects).toContain('list.csv.allergies');
    expect((await owner.get(`${organization}/uploads`)).body.items).toEqual([]);
  });

  it('are on no disk at any time (law 1)', async () => {
    const before = new Set(await readdir(tmpdir()));
    const { service, owner, organization } = await serviceThatScans();
    await using _ = service;
    await owner.put(`${organization}/uploads/list.csv`, LIST);
    expect(await textIn(service.dataDirectory)).not.toContain(CANARY);
    await scanned(owner, organization);
    expect(await textIn(service.dataDirectory)).not.toContain(CANARY);
    expect(service.log.join('\n')).not.toContain('canary-77');
    const added = (await readdir(tmpdir())).filter(
      (name) => !before.has(name) && !name.startsWith('plumbline-') && !name.startsWith('jest'),
    );
    for (const name of added)
      expect(await textIn(path.join(tmpdir(), name)).catch(() => '')).not.toContain(CANARY);
  });

  it('wait for no more than an hour', async () => {
    const { service, owner, organization } = await serviceThatScans();
    await using _ = service;
    await owner.put(`${organization}/uploads/list.csv`, LIST);
    // Whoever does nothing for half an hour is signed out.
    for (const time of ['09:25', '09:50']) {
      service.clock.now = new Date(`2026-11-23T${time}:00Z`);
      expect((await owner.get(`${organization}/uploads`)).body.items).toHaveLength(1);
    }
    service.clock.now = new Date('2026-11-23T10:00:01Z');
    expect((await owner.get(`${organization}/uploads`)).body.items).toEqual([]);
    service.app.get(Uploads).forget();
    const failed = await scanned(owner, organization);
    expect(failed).toMatchObject({ state: 'failed', problem: { actor: 'user' } });
  });

  it('wait for another try where the scan could not be made', async () => {
    const { service, owner, organization } = await serviceThatScans();
    await using _ = service;
    await owner.put(`${organization}/uploads/list.csv`, LIST);
    // A policy that an older version took, and this one does not.
    await service.app.get(DataSource).query("UPDATE policy_revisions SET text = 'plumbline: 0'");
    expect((await scanned(owner, organization)).state).toBe('failed');
    expect((await owner.get(`${organization}/uploads`)).body.items).toHaveLength(1);
    expect((await owner.ask('DELETE', `${organization}/uploads/list.csv`)).status).toBe(204);
    expect((await owner.ask('DELETE', `${organization}/uploads/list.csv`)).status).toBe(404);
  });

  it('may hold the list of deletion requests; without it, all else is read and that is said (law 2)', async () => {
    const { service, owner, organization } = await serviceThatScans();
    await using _ = service;
    const other = POLICY.replace('data: []', 'erasures: lists/gone.csv\ndata: []');
    const { body } = await owner.get(`${organization}/policies/current`);
    await owner.ask('PUT', `${organization}/policies/current`, { text: other, replaces: body.version });
    await owner.put(`${organization}/uploads/list.csv`, LIST);
    expect((await scanned(owner, organization)).state).toBe('done');
    const deletions = async () => (await owner.get(`${organization}/inventory/retention`)).body.deletions;
    expect(await deletions()).toMatchObject([{ requested: null, state: 'not known' }]);
    const { gaps } = (await owner.get(`${organization}/overview`)).body;
    expect(JSON.stringify(gaps)).toContain(
      'The list of deletion requests that your policy names was not there',
    );

    await owner.put(`${organization}/uploads/list.csv`, LIST);
    await owner.put(`${organization}/uploads/gone.csv`, Buffer.from(`email,date\n${CANARY},2026-11-01\n`));
    expect((await scanned(owner, organization)).state).toBe('done');
    expect(await deletions()).toMatchObject([{ requested: 1, state: 'differs' }]);
    expect(await textIn(service.dataDirectory)).not.toContain(CANARY);
  });

  it('of one name in two folders are two files, and none lies above the folder of exports', async () => {
    const { service, owner, organization } = await serviceThatScans();
    await using _ = service;
    for (const folder of ['2025', 'shop/2026'])
      await owner.put(`${organization}/uploads/list.csv?folder=${encodeURIComponent(folder)}`, LIST);
    const { items } = (await owner.get(`${organization}/uploads`)).body;
    expect(items).toMatchObject([{ name: 'list.csv', folder: '2025' }, { folder: 'shop/2026' }]);
    for (const folder of ['..', 'a/../b', '/etc', 'C:', 'a//b', 'a\\b', '.git', 'a/', 'x/'.repeat(11) + 'x'])
      expect([
        folder,
        (await owner.put(`${organization}/uploads/list.csv?folder=${encodeURIComponent(folder)}`, LIST))
          .status,
      ]).toEqual([folder, 400]);
    await scanned(owner, organization);
    const findings = await owner.get(`${organization}/findings`);
    const subjects = findings.body.items.map(({ subject }: { subject: string }) => subject);
    expect(subjects).toContain('2025/list.csv');
    const gone = `${organization}/uploads/list.csv?folder=2025`;
    expect((await owner.ask('DELETE', gone)).status).toBe(404);
  });

  it('are no larger and no more than there is room for', async () => {
    const { service, owner, organization } = await serviceThatScans({ PLUMBLINE_UPLOADS_MB: '1' });
    await using _ = service;
    const half = Buffer.alloc(600_000, 'a');
    expect((await owner.put(`${organization}/uploads/a.csv`, half)).status).toBe(200);
    const refused = await owner.put(`${organization}/uploads/b.csv`, half);
    expect(refused).toMatchObject({
      status: 413,
      body: { step: expect.stringContaining('PLUMBLINE_UPLOADS_MB') },
    });
    for (let file = 1; file < 50; file += 1)
      expect((await owner.put(`${organization}/uploads/${file}.csv`, LIST)).status).toBe(200);
    expect((await owner.put(`${organization}/uploads/one-more.csv`, LIST)).status).toBe(413);
    // In place of one that is there.
    expect((await owner.put(`${organization}/uploads/a.csv`, Buffer.alloc(900_000, 'a'))).status).toBe(200);
  });

  it('that come at the same time take no more room than there is', async () => {
    const { service, owner, organization } = await serviceThatScans({ PLUMBLINE_UPLOADS_MB: '1' });
    await using _ = service;
    const answers = await Promise.all(
      [1, 2, 3].map((file) => owner.put(`${organization}/uploads/${file}.csv`, Buffer.alloc(600_000, 'a'))),
    );
    const items: readonly { bytes: number }[] = (await owner.get(`${organization}/uploads`)).body.items;
    expect(items.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(1_000_000);
    expect(answers.map(({ status }) => status)).toContain(413);
    // What was refused takes no room.
    expect((await owner.put(`${organization}/uploads/small.csv`, LIST)).status).toBe(200);
  });

  it('are a matter of admins, are files and have names', async () => {
    const { service, owner, organization } = await serviceThatScans();
    await using _ = service;
    const viewer = await invitedPerson(owner, organization, { email: 'vera@bakery.example', role: 'viewer' });
    expect((await viewer.put(`${organization}/uploads/list.csv`, LIST)).status).toBe(403);
    expect((await viewer.get(`${organization}/uploads`)).status).toBe(403);
    expect((await owner.put(`${organization}/uploads/list.csv`, LIST, 'application/json')).status).toBe(400);
    expect((await owner.ask('PUT', `${organization}/uploads/list.csv`, { a: 1 })).status).toBe(415);
    for (const name of [
      '..',
      '.env',
      '~$a.xlsx',
      '..%2f..%2fetc',
      'a%00b',
      'a%0ab',
      '%e2%80%ae',
      'a'.repeat(201),
    ])
      expect([
        name,
        [400, 404, 414].includes((await owner.put(`${organization}/uploads/${name}`, LIST)).status),
      ]).toEqual([name, true]);
    expect((await owner.get(`${organization}/uploads`)).body.items).toEqual([]);
  });
});
