import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Killable } from '../crash/killable.js';
import { ORGANIZATION, OWNER } from './people-bench.js';

const CANARY = 'zoe.canary-77@customer.example';
const LONGEST_WAIT_MS = 60_000;
const POLICY = `plumbline: 1
organization: ${ORGANIZATION}
systems: { lists: { connector: exports, files: ["*.csv"] } }
data: []
`;
const LIST = `Email,Allergies\n${`${CANARY},peanuts\n`.repeat(5_000)}`;

/** Of what the service answers, what is looked at here. */
interface Shown {
  readonly id?: string;
  readonly state?: string;
  readonly items?: readonly { readonly id?: string; readonly subject?: string }[];
}

let folder: string;
let service: Killable;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-uploads-'));
  await mkdir(path.join(folder, 'temporary'));
  service = Killable.command(['serve', '--port', '0', '--data-dir', path.join(folder, 'data')], {
    TMPDIR: path.join(folder, 'temporary'),
  });
});
afterEach(async () => {
  await service.kill();
  await rm(folder, { recursive: true });
});

/** Everything that the service and its scans wrote. */
async function written(): Promise<string> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
  return (await Promise.all(files.map(async (file) => readFile(file, 'latin1').catch(() => '')))).join('\n');
}

it('a file goes from the browser into the scan of another process, and onto no disk (law 1)', async () => {
  await service.says(/set-up#\S+/u);
  const [, address = '', link = ''] = /(http:\S+?)\/set-up#(\S+)/u.exec(service.output) ?? [];
  let cookie = '';
  const ask = async (method: string, at: string, body?: object | string) => {
    const isFile = typeof body === 'string';
    const answer = await fetch(`${address}/api/v1/${at}`, {
      method,
      headers: {
        'x-plumbline': 'web',
        cookie,
        ...(body !== undefined && {
          'content-type': isFile ? 'application/octet-stream' : 'application/json',
        }),
      },
      ...(body !== undefined && { body: isFile ? body : JSON.stringify(body) }),
    });
    const [set] = answer.headers.getSetCookie();
    if (set !== undefined) cookie = set.split(';')[0] ?? '';
    expect([at, answer.ok]).toEqual([at, true]);
    return (await answer.json().catch(() => ({}))) as Shown;
  };
  await ask('POST', 'set-up', { link, ...OWNER, organization: ORGANIZATION });
  const [{ id = '' } = {}] = (await ask('GET', 'organizations')).items ?? [];
  const here = `organizations/${id}`;
  await ask('PUT', `${here}/policies/current`, { text: POLICY, replaces: null });
  await ask('PUT', `${here}/uploads/list.csv`, LIST);
  const job = await ask('POST', `${here}/scans`, {});
  const writings: string[] = [];
  const began = performance.now();
  for (let state: string | undefined; state !== 'done'; await pause(50)) {
    ({ state } = await ask('GET', `${here}/scans/${job.id}`));
    writings.push(await written());
    if (state === 'failed' || performance.now() - began > LONGEST_WAIT_MS) throw new Error(service.output);
  }
  const { items } = await ask('GET', `${here}/findings`);
  expect(items?.map(({ subject }) => subject)).toContain('list.csv.allergies');
  expect(await ask('GET', `${here}/uploads`)).toEqual({ items: [] });
  for (const text of [...writings, await written(), service.output]) expect(text).not.toContain('canary-77');
});
