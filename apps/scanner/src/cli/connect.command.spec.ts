import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { connectCommand } from './connect.command.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-connect-'));
});
afterEach(async () => rm(folder, { recursive: true }));

it('connect says that the key to the secrets is damaged before it asks for anything', async () => {
  await writeFile(path.join(folder, 'master.key'), 'not a key', { mode: 0o600 });
  const answers = path.join(folder, 'never-read.json');
  const args = ['hubspot', '--way', 'key', '--organization', 'Sweet Crumb Bakery', '--answers', answers];
  const connecting = connectCommand().parseAsync([...args, '--data-dir', folder], { from: 'user' });
  await expect(connecting).rejects.toMatchObject({
    actor: 'user',
    message: 'The key to the stored secrets is not in the agreed form.',
  });
});
