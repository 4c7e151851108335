import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { BugError } from '#connectors/contract/error.js';
import type { UploadedFile } from '#connectors/exports/exports.connector.js';

const Contents = z.array(z.strictObject({ path: z.string().max(1_000), bytes: z.int().nonnegative() }));

/** Hands files to a process that scans: a line that says what comes, then all of it. From memory to memory (law 1). */
export function writeUploads(target: Writable, files: readonly UploadedFile[]): void {
  const contents = files.map(({ path, content }) => ({ path, bytes: content.length }));
  target.write(`${JSON.stringify(contents)}\n`);
  for (const { content } of files) target.write(content);
  target.end();
}

/** Takes them. @throws BugError if they are not whole: whoever wrote them is gone. */
export async function readUploads(source: Readable): Promise<readonly UploadedFile[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) chunks.push(chunk as Buffer);
  const all = Buffer.concat(chunks);
  const end = all.indexOf('\n');
  const contents = end === -1 ? null : Contents.safeParse(JSON.parse(all.toString('utf8', 0, end)));
  if (contents?.success !== true) throw notWhole();
  let start = end + 1;
  const files = contents.data.map(({ path, bytes }) => {
    const content = all.subarray(start, start + bytes);
    start += bytes;
    return { path, content };
  });
  if (start !== all.length) throw notWhole();
  return files;
}

function notWhole(): BugError {
  return new BugError({ message: 'What was handed over for a scan did not come whole' });
}
