import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { UserActionError } from '#connectors/contract/error.js';
import { BadLine } from './classify-lines.js';
import { rewriteLines } from './rewrite-lines.js';

describe('rewriting a file line by line', () => {
  it('answers every good line, in order, and counts the bad ones', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'plumbline-lines-'));
    const [input, output] = [path.join(folder, 'in.jsonl'), path.join(folder, 'out.jsonl')];
    await writeFile(input, '\uFEFFone\n\nbad\r\ntwo');
    const badLines = await rewriteLines(input, output, (line) => {
      if (line === 'bad') throw new BadLine('it is bad');
      return line.toUpperCase();
    });
    expect(badLines).toBe(1);
    expect(await readFile(output, 'utf8')).toBe('ONE\nTWO\n');
  });

  it('asks the user to act when the file is not there', async () => {
    const missing = path.join(tmpdir(), 'plumbline-no-such-folder', 'in.jsonl');
    await expect(rewriteLines(missing, '-', (line) => line)).rejects.toThrow(UserActionError);
  });
});
