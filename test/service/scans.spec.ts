import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { withPlumbline } from '#scanner/cli/open-plumbline.js';
import { runScanJob } from '#scanner/cli/run-scan-job.js';
import { StoppedError } from '#scanner/cli/scan-orders.js';
import { writeExampleBakery } from '#scanner/example/bakery.js';
import type { StartScanProcess } from '#scanner/queue/scan-process.js';
import { invitedPerson, ORGANIZATION, signedInOwner } from './people-bench.js';
import { startService, type StartedService } from './started-service.js';

let exportsRoot: string;
beforeEach(async () => {
  exportsRoot = await mkdtemp(path.join(tmpdir(), 'plumbline-scans-'));
});
afterEach(async () => rm(exportsRoot, { recursive: true }));

/** Scans as a process of the service does, but in this one. */
function scanHere(service: () => StartedService): StartScanProcess {
  return (job, listener, uploads) => {
    const stopping = new AbortController();
    const parent = {
      signal: stopping.signal,
      stop: (reason: StoppedError['reason']) => stopping.abort(new StoppedError(reason)),
      tell: (step: Parameters<typeof listener.step>[0]) => listener.step(step),
      leave: () => undefined,
    };
    const { dataDirectory } = service();
    const ended = withPlumbline(dataDirectory, (plumbline) =>
      runScanJob(plumbline, {
        job,
        service: parent,
        dataDirectory,
        uploads,
        settings: { PLUMBLINE_EXPORTS_DIR: exportsRoot },
      }),
    ).then(
      () => 'code 0',
      () => 'code 2',
    );
    return {
      ended,
      say: (word) => parent.stop(word === 'cancel' ? 'cancelled' : 'service stops'),
      kill: () => undefined,
    };
  };
}

async function serviceThatScans() {
  const started: { service: StartedService | null } = { service: null };
  const service = await startService(
    {},
    scanHere(() => {
      if (started.service === null) throw new Error('The service scans before it has started.');
      return started.service;
    }),
  );
  started.service = service;
  const { owner, path: organization } = await signedInOwner(service);
  return { service, owner, organization };
}

/** The events of a stream, to its end. */
function eventsIn(stream: string): readonly { readonly state: string; readonly step: string | null }[] {
  return stream.split('\n\n').flatMap((block) => {
    const data = /^data: (?<json>.*)$/mu.exec(block)?.groups?.['json'];
    return block.includes('event: progress') && data !== undefined ? [JSON.parse(data)] : [];
  });
}

describe('scans over HTTP', () => {
  it('are asked for, watched to their end, and told with what could be read', async () => {
    const { service, owner, organization } = await serviceThatScans();
    await using _ = service;
    expect((await owner.post(`${organization}/scans`)).status).toBe(422);

    const text = await readFile('config/policy.example.yaml', 'utf8');
    await owner.ask('PUT', `${organization}/policies/current`, { text, replaces: null });
    const folder = path.join(exportsRoot, organization.split('/')[1] ?? '');
    await mkdir(folder);
    await writeExampleBakery(folder, { asOf: '2026-11-23', customers: 60 });
    const requests = 'policy.example.erasures.csv';
    await copyFile(path.join('config', requests), path.join(folder, requests));

    const asked = await owner.post(`${organization}/scans`);
    expect(asked.status).toBe(202);
    expect(asked.body).toMatchObject({ cause: 'manual', asked_by: 'anna@bakery.example' });
    const { id } = asked.body;

    const stream = await owner.get(`${organization}/scans/${id}/progress`);
    const events = eventsIn(stream.body);
    expect(events.at(-1)).toMatchObject({ job: id, state: 'done' });
    expect(events.map(({ step }) => step)).toContain('storing');

    const done = await owner.get(`${organization}/scans/${id}`);
    expect(done.body).toMatchObject({ state: 'done', problem: null, attempt: 1 });
    const systems: readonly { system: string; receipts: readonly { status: string }[] }[] = done.body.systems;
    expect(systems.find(({ system }) => system === 'crm')?.receipts.length).toBeGreaterThan(0);
    expect((await owner.get(`${organization}/scans`)).body).toMatchObject({ items: [{ id }], next: null });
    const line = service.log.find((one) => one.includes('"scan ended"'));
    expect(JSON.parse(line ?? '')).toMatchObject({ job: id, state: 'done' });
  });

  it('that can not be made say why, and who must act', async () => {
    const { service, owner, organization } = await serviceThatScans();
    await using _ = service;
    const text = `plumbline: 1\norganization: ${ORGANIZATION}\nsystems: { crm: { connector: hubspot } }\ndata: []\n`;
    await owner.ask('PUT', `${organization}/policies/current`, { text, replaces: null });
    const { body } = await owner.post(`${organization}/scans`);
    await owner.get(`${organization}/scans/${body.id}/progress`);
    const failed = await owner.get(`${organization}/scans/${body.id}`);
    expect(failed.body).toMatchObject({ state: 'failed', systems: null, problem: { actor: 'user' } });
    expect(failed.body.problem.step).toContain('Connect a tool');
    // What the overview shows is older then, and it says so.
    const { scan_failed: told } = (await owner.get(`${organization}/overview`)).body;
    expect(told).toEqual({
      job: body.id,
      message: failed.body.problem.message,
      step: failed.body.problem.step,
    });
  });

  it('are started and cancelled by admins, and looked at by viewers', async () => {
    const { service, owner, organization } = await serviceThatScans();
    await using _ = service;
    const viewer = await invitedPerson(owner, organization, { email: 'vera@bakery.example', role: 'viewer' });
    expect((await viewer.get(`${organization}/scans`)).status).toBe(200);
    expect((await viewer.post(`${organization}/scans`)).status).toBe(403);
    const nowhere = `${organization}/scans/00000000-0000-4000-8000-000000000000`;
    expect((await viewer.post(`${nowhere}/cancel`)).status).toBe(403);
    for (const url of [nowhere, `${nowhere}/progress`]) expect((await owner.get(url)).status).toBe(404);
    expect((await owner.post(`${nowhere}/cancel`)).status).toBe(404);
    expect((await owner.get(`${organization}/scans/not-an-id`)).status).toBe(400);
    expect((await owner.get(`${organization}/scans?cursor=bm9uZQ`)).status).toBe(400);
  });
});

describe('the schedule over HTTP', () => {
  it('is set, paused and removed; who did it stands in the audit log', async () => {
    const { service, owner, organization } = await serviceThatScans();
    await using _ = service;
    const url = `${organization}/schedule`;
    expect((await owner.get(url)).status).toBe(404);
    const set = await owner.ask('PUT', url, { every: 'week', at: '06:30', day: 1 });
    expect(set.body).toMatchObject({ every: 'week', time_zone: 'UTC', paused: false, last_due_at: null });
    // The clock stands at Monday, 23 November 2026, 9 o'clock.
    expect(set.body.next_due_at).toMatch(/^2026-11-30T06:[345]/u);
    const paused = await owner.ask('PUT', url, { every: 'week', at: '06:30', day: 1, paused: true });
    expect(paused.body).toMatchObject({ paused: true, next_due_at: null });
    for (const wrong of [
      { every: 'week', day: 8 },
      { every: 'day', at: '24:00' },
      { every: 'year' },
      { every: 'day', timeZone: 'UTC' },
    ])
      expect((await owner.ask('PUT', url, wrong)).status).toBe(400);
    expect((await owner.ask('DELETE', url)).status).toBe(204);
    expect((await owner.ask('DELETE', url)).status).toBe(404);
    const actions = await service.app
      .get(DataSource)
      .query("SELECT action, actor_name FROM audit_entries WHERE action LIKE 'schedule.%' ORDER BY sequence");
    expect(actions).toEqual(
      ['schedule.set', 'schedule.set', 'schedule.removed'].map((action) => ({
        action,
        actor_name: 'anna@bakery.example',
      })),
    );
  });
});
