import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { Secret } from '#connectors/kit/secret.js';
import { BrowserSignIns, type SignInToBegin } from './browser-sign-ins.js';
import { Bench, brought, FakeVendor, fakeConnector, ORGANIZATION } from './connections.spec-builders.js';

const bench = new Bench();
afterEach(async () => bench.end());

const asked: SignInToBegin = {
  organization: ORGANIZATION,
  name: null,
  connector: fakeConnector(),
  way: { id: 'oauth', title: 'sign in', where: ['server'], guide: [], fields: [] },
  rights: { needed: ['oauth'], optional: [] },
  answers: new Map([['client_id', new Secret('client-1')]]),
  redirectUri: 'https://plumbline.example/connected',
  beganAt: 'https://plumbline.example',
  browser: 'a browser',
  beside: async () => undefined,
};

it('nobody is sent to sign in while the key to the secrets is missing', async () => {
  const folder = await bench.folder();
  const vendor = new FakeVendor();
  const { connections } = await bench.open(folder, vendor);
  const signIns = new BrowserSignIns(connections);
  await connections.connect(brought(vendor));
  expect(await signIns.begin(asked)).toContain('https://app.vendor.example/authorize');
  await rm(path.join(folder, 'master.key'));
  await expect(signIns.begin(asked)).rejects.toMatchObject({
    actor: 'user',
    message: 'The key to the stored secrets is missing, or is another one.',
  });
});
