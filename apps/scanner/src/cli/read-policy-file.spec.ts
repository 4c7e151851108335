import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readPolicyFile } from './read-policy-file.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-policy-'));
});
afterEach(async () => rm(folder, { recursive: true }));

const PAGE = 'plumbline: 1\norganization: Bäckerei Süß\nsystems: { crm: { connector: hubspot } }\ndata: []\n';

async function fileOf(bytes: Buffer): Promise<string> {
  const file = path.join(folder, 'policy.yaml');
  await writeFile(file, bytes);
  return file;
}

describe('a policy file', () => {
  it.each([
    ['UTF-8', Buffer.from(PAGE)],
    ['UTF-8 with a mark', Buffer.from(`\u{FEFF}${PAGE}`)],
    ['UTF-16, as Windows has it', Buffer.from(`\u{FEFF}${PAGE}`, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\u{FEFF}${PAGE}`, 'utf16le').swap16()],
  ])('is read in %s', async (_, bytes) => {
    expect((await readPolicyFile(await fileOf(bytes))).policy.organization).toBe('Bäckerei Süß');
  });

  it('may be a pipe', async () => {
    const pipe = path.join(folder, 'pipe');
    await new Promise((resolve) => execFile('mkfifo', [pipe], resolve));
    const [read] = await Promise.all([readPolicyFile(pipe), writeFile(pipe, PAGE)]);
    expect(read.text).toBe(PAGE);
  });

  it('has at most 1 MB', async () => {
    const file = await fileOf(Buffer.from(PAGE.padEnd(1_048_577, '#')));
    await expect(readPolicyFile(file)).rejects.toMatchObject({
      message: `The policy file ${file} is larger than 1 MB.`,
    });
  });
});
