import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Browser } from './people-bench.js';
import { startService } from './started-service.js';

/** A dashboard as a build leaves it; what is in the real one is tried in a browser (npm run test:browser). */
let dashboard = '';

beforeAll(async () => {
  dashboard = await mkdtemp(path.join(tmpdir(), 'plumbline-dashboard-'));
  await mkdir(path.join(dashboard, 'assets'));
  await writeFile(path.join(dashboard, 'index.html'), '<!doctype html><title>Plumbline</title>');
  await writeFile(path.join(dashboard, 'assets', 'index-AbCd_123.js'), 'plain');
  await writeFile(path.join(dashboard, 'assets', 'index-AbCd_123.js.gz'), 'packed');
  await writeFile(path.join(dashboard, 'assets', 'index-AbCd_123.map'), 'not for you');
  await writeFile(path.join(dashboard, 'sizes.json'), '{}');
});
afterAll(() => rm(dashboard, { recursive: true }));

const ADDRESSES = [
  '/',
  '/set-up',
  '/sign-in',
  '/invitation',
  '/new-password',
  '/connections',
  '/o/1',
  '/o/1/findings/2',
];

describe('the pages', () => {
  it('are one page at every address of the dashboard, never taken from an old copy', async () => {
    await using service = await startService({}, undefined, undefined, dashboard);
    const stranger = new Browser(service);
    for (const address of ADDRESSES) {
      const { status, body, headers } = await stranger.get(address);
      expect([address, status, body]).toEqual([address, 200, '<!doctype html><title>Plumbline</title>']);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-cache');
      // Pages reckon by the service's clock, also where it is that of simulated tools.
      expect(headers['date']).toBe('Mon, 23 Nov 2026 09:00:00 GMT');
    }
    for (const address of ['/api/v1/o', '/api/nothing', '/health/nothing', '/o', '/etc/passwd'])
      expect([address, (await stranger.get(address)).status]).toEqual([address, 404]);
  });

  it('may load and run nothing but the parts of the dashboard', async () => {
    await using service = await startService({}, undefined, undefined, dashboard);
    const { headers } = await new Browser(service).get('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).not.toMatch(/unsafe|nonce|\*/u);
  });

  it('say what is wrong in words where a browser follows a link, and as data to programs', async () => {
    await using service = await startService({}, undefined, undefined, dashboard);
    const get = (headers: Readonly<Record<string, string>>) =>
      service.app.inject({ method: 'GET', url: '/api/v1/organizations/1/documents/policy', headers });
    const page = await get({ 'sec-fetch-dest': 'document' });
    expect([page.statusCode, page.headers['content-type']]).toEqual([401, 'text/html; charset=utf-8']);
    expect(page.body).toContain('<a href="/sign-in">Sign in</a>');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    const data = await get({ 'sec-fetch-dest': 'empty' });
    expect(data.headers['content-type']).toMatch(/^application\/problem\+json/u);
    const hostile = await service.app.inject({
      method: 'GET',
      url: '/%3Cscript%3Ealert(1)%3C%2Fscript%3E',
      headers: { 'sec-fetch-dest': 'document' },
    });
    expect([hostile.statusCode, /<script/iu.test(hostile.body)]).toEqual([404, false]);
  });

  it('have their parts, packed and kept for ever, and nothing else of the folder', async () => {
    await using service = await startService({}, undefined, undefined, dashboard);
    const stranger = new Browser(service);
    const plain = await stranger.get('/assets/index-AbCd_123.js');
    expect(plain).toMatchObject({
      body: 'plain',
      headers: {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
      },
    });
    stranger.headers['accept-encoding'] = 'gzip, br';
    const packed = await stranger.get('/assets/index-AbCd_123.js');
    expect(packed).toMatchObject({ body: 'packed', headers: { 'content-encoding': 'gzip' } });
    for (const other of [
      'index-AbCd_123.map',
      '..%2fsizes.json',
      '..%2f..%2fpackage.json',
      'index.html',
      'constructor',
    ])
      expect([other, (await stranger.get(`/assets/${other}`)).status]).toEqual([other, 404]);
  });

  it('say what to do where the dashboard was never built', async () => {
    await using service = await startService({}, undefined, undefined, path.join(dashboard, 'not-there'));
    const { status, body } = await new Browser(service).get('/');
    expect([status, body.step]).toEqual([404, expect.stringContaining('npm start')]);
  });
});
