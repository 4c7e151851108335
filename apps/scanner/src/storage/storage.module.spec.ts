import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { StorageModule } from './storage.module.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-module-'));
});
afterEach(async () => rm(folder, { recursive: true }));

async function start() {
  return NestFactory.createApplicationContext(StorageModule.on(folder), {
    logger: false,
    abortOnError: false,
  });
}

describe('the storage module', () => {
  it('opens the database with the program and closes it with it', async () => {
    const program = await start();
    const dataSource = program.get(DataSource);
    expect(await dataSource.query('SELECT COUNT(*) AS count FROM organizations')).toEqual([{ count: 0 }]);
    await program.close();
    expect(dataSource.isInitialized).toBe(false);
  });

  it('says at once what is wrong, without trying again', async () => {
    await writeFile(path.join(folder, 'plumbline.sqlite'), 'name,email\n'.repeat(1000));
    await expect(start()).rejects.toMatchObject({ actor: 'user', details: { code: 'SQLITE_NOTADB' } });
  });
});
