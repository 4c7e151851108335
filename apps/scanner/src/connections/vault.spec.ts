import { chmod, lstat, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Secret } from '#connectors/kit/secret.js';
import { PersonEntity } from '../storage/entities/person.entity.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { Bench, brought, FakeVendor, ORGANIZATION } from './connections.spec-builders.js';
import { KeyRing } from './key-ring.js';
import { seal, sealedWith, unseal } from './seal.js';
import { Vault } from './vault.js';

const bench = new Bench();
afterEach(async () => bench.end());

async function connected(environment = {}) {
  const folder = await bench.folder();
  const opened = await bench.open(folder, new FakeVendor(), environment);
  const vendor = new FakeVendor();
  const { id } = await (await bench.open(folder, vendor, environment)).connections.connect(brought(vendor));
  const file = path.join(folder, 'master.key');
  const key = { organization: ORGANIZATION, id };
  return {
    ...opened,
    key,
    file,
    folder,
    open: async (vault = opened.vault) => vault.open(opened.dataSource.manager, key),
    sealed: async (): Promise<readonly { sealed: string }[]> =>
      opened.dataSource.query('SELECT sealed FROM connection_secrets ORDER BY name'),
  };
}

const keysIn = async (file: string) => (await readFile(file, 'utf8')).trim().split('\n');

describe('a sealed secret', () => {
  const key = { id: 'k1', bytes: Buffer.alloc(32, 7) };
  const place = { owner: 'c1', name: 'key' };

  it('opens where it belongs, with its key, and nowhere else', () => {
    const sealed = seal(new Secret('canary'), place, key);
    expect(sealedWith(sealed)).toBe('k1');
    expect(unseal(sealed, place, key).reveal()).toBe('canary');
    const wrong = { id: 'k1', bytes: Buffer.alloc(32, 8) };
    const cut = sealed.slice(0, -30);
    const turned = sealed.slice(0, -4) + (sealed.endsWith('AAAA') ? 'BBBB' : 'AAAA');
    expect(() => unseal(sealed, { ...place, owner: 'c2' }, key)).toThrow('changed');
    expect(() => unseal(sealed, { ...place, name: 'access_token' }, key)).toThrow('changed');
    expect(() => unseal(sealed, place, wrong)).toThrow('changed');
    for (const bad of [cut, turned, 'v1.k1.', 'nonsense'])
      expect(() => unseal(bad, place, key)).toThrow('changed');
  });

  it('is another text each time', () => {
    expect(seal(new Secret('canary'), place, key)).not.toBe(seal(new Secret('canary'), place, key));
  });
});

describe('the key', () => {
  it('is not printed, also where a setting holds it', () => {
    const ring = KeyRing.of('/data', { PLUMBLINE_MASTER_KEY: 'key-canary' });
    expect(inspect(ring)).toContain('(secret)');
    expect(inspect(ring) + JSON.stringify(ring)).not.toContain('canary');
  });

  it('is made at first use, beside the database, for its owner alone', async () => {
    const { file, open } = await connected();
    expect(await keysIn(file)).toHaveLength(1);
    if (process.platform !== 'win32') {
      await chmod(file, 0o644);
      await open();
      expect((await stat(file)).mode & 0o777).toBe(0o600);
    }
  });

  it('that is missing is said, and no other is made in its place', async () => {
    const { file, open, connections } = await connected();
    await rm(file);
    const missing = {
      actor: 'user',
      message: 'The key to the stored secrets is missing, or is another one.',
    };
    await expect(open()).rejects.toMatchObject(missing);
    await expect(connections.connect(brought(new FakeVendor()))).rejects.toMatchObject(missing);
    await expect(connections.checkKey()).rejects.toMatchObject(missing);
    await expect(connections.rotateKey()).rejects.toMatchObject(missing);
    await expect(stat(file)).rejects.toMatchObject({ code: 'ENOENT' });
    await writeFile(file, 'not a key');
    const badForm = { actor: 'user', message: expect.stringContaining('form') };
    await expect(open()).rejects.toMatchObject(badForm);
    await expect(connections.checkKey()).rejects.toMatchObject(badForm);
    // What can not be opened can still be deleted.
    await connections.disconnect(ORGANIZATION, 'hubspot');
    expect(await connections.list(ORGANIZATION)).toEqual([]);
  });

  it('is written beside what was left there, which is removed; a link set in its way is not followed', async () => {
    const { connections, folder, file } = await connected();
    const elsewhere = path.join(folder, 'elsewhere');
    await writeFile(elsewhere, 'of somebody else');
    await symlink(elsewhere, `${file}.${process.pid}.part`);
    await writeFile(`${file}.1234.part`, 'a half key');
    await connections.rotateKey();
    expect(await readFile(elsewhere, 'utf8')).toBe('of somebody else');
    expect((await lstat(file)).isFile()).toBe(true);
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('can be given by the process, and then no file is made', async () => {
    const given = Buffer.alloc(32, 1).toString('base64');
    const { open, folder, file } = await connected({ PLUMBLINE_MASTER_KEY: given });
    expect((await open()).client_secret?.reveal()).toBe('secret-canary');
    await expect(stat(file)).rejects.toThrow('ENOENT');
    const other = KeyRing.of(folder, { PLUMBLINE_MASTER_KEY: Buffer.alloc(32, 2).toString('base64') });
    await expect(open(new Vault(other))).rejects.toMatchObject({ actor: 'user' });
  });
});

describe('a change of keys', () => {
  it('seals everything anew and drops the old key', async () => {
    const { connections, file, open, sealed } = await connected();
    const [before, keyBefore] = [await sealed(), await keysIn(file)];
    expect(await connections.rotateKey()).toBe(3);
    const [after, keyAfter] = [await sealed(), await keysIn(file)];
    expect(keyAfter).toHaveLength(1);
    expect(keyAfter).not.toEqual(keyBefore);
    for (const [at, row] of after.entries()) expect(row.sealed).not.toBe(before[at]?.sealed);
    expect((await open()).client_secret?.reveal()).toBe('secret-canary');
  });

  it.each([1, 2])('that is killed at step %d loses nothing, and the next one ends it', async (step) => {
    const { vault, dataSource, file, open, sealed, connections } = await connected();
    let transactions = 0;
    const killed = vault.sealAllAnew(async (work) => {
      transactions += 1;
      return inTransaction(dataSource, async (manager) => {
        const result = await work(manager);
        if (transactions === step) throw new RangeError('killed');
        return result;
      });
    });
    await expect(killed).rejects.toThrow(RangeError);
    expect((await open()).client_secret?.reveal()).toBe('secret-canary');
    await connections.rotateKey();
    const [key] = await keysIn(file);
    expect(await keysIn(file)).toEqual([key]);
    expect(new Set((await sealed()).map((row) => sealedWith(row.sealed))).size).toBe(1);
    expect((await open()).refresh_token?.reveal()).toBe('refresh-canary-0');
  });

  it('beside a process that stores a secret leaves nothing under a key that is gone', async () => {
    const { connections, dataSource, folder, open, key, file } = await connected();
    const other = new Vault(KeyRing.of(folder, {}));
    const storing = async (text: string) =>
      inTransaction(dataSource, (manager) => other.store(manager, key, { access_token: new Secret(text) }));
    await Promise.all([
      storing('one'),
      connections.rotateKey(),
      storing('two'),
      connections.rotateKey(),
      storing('three'),
    ]);
    expect((await open()).access_token?.reveal()).toBe('three');
    await connections.rotateKey();
    expect(await keysIn(file)).toHaveLength(1);
  });

  it('seals what belongs to persons anew too, and does not drop the key to it', async () => {
    const { connections, dataSource, file } = await connected();
    const vault = new Vault(KeyRing.of(path.dirname(file), {}));
    const of = { person: 'p1', name: 'second step' } as const;
    const other = { person: 'p1', name: 'offered' } as const;
    const person = { id: 'p1', email: 'a@b.example', name: 'A', lastCodeStep: 0, since: '' };
    await dataSource.manager.insert(PersonEntity, person);
    await inTransaction(dataSource, (manager) =>
      vault.storeForPerson(manager, of, new Secret('code canary')),
    );
    await connections.disconnect(ORGANIZATION, 'hubspot');
    const [before] = await keysIn(file);
    expect(await connections.rotateKey()).toBe(1);
    expect(await keysIn(file)).toEqual([expect.not.stringContaining(before ?? '')]);
    expect((await vault.openForPerson(dataSource.manager, of))?.reveal()).toBe('code canary');
    expect(await vault.openForPerson(dataSource.manager, other)).toBeNull();
    await rm(file);
    await expect(vault.openForPerson(dataSource.manager, of)).rejects.toMatchObject({ actor: 'user' });
    await expect(
      inTransaction(dataSource, (manager) => vault.storeForPerson(manager, other, new Secret('x'))),
    ).rejects.toMatchObject({ actor: 'user' });
  });

  it('of a key that the process gives seals under the first one', async () => {
    const [old, young] = [Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 2).toString('base64')];
    const { folder, open } = await connected({ PLUMBLINE_MASTER_KEY: old });
    const both = await bench.open(folder, new FakeVendor(), { PLUMBLINE_MASTER_KEY: `${young},${old}` });
    await both.connections.rotateKey();
    const now = new Vault(KeyRing.of(folder, { PLUMBLINE_MASTER_KEY: young }));
    expect((await open(now)).client_secret?.reveal()).toBe('secret-canary');
  });
});
