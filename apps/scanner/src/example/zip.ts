import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

export interface ZipMember {
  readonly name: string;
  readonly content: string | Buffer;
}

/** A zip whose bytes depend on its members and the day alone: neither the clock nor the time zone is in it. */
export async function zipOf(members: readonly ZipMember[], day: string): Promise<Buffer> {
  const zip = new ZipFile();
  const [year = 2026, month = 1, date = 1] = day.split('-').map(Number);
  // Zip holds local time; made from local parts it is the same in every time zone.
  const mtime = new Date(year, month - 1, date, 9, 0, 0);
  for (const { name, content } of members) {
    zip.addBuffer(Buffer.from(content), name, { mtime, mode: 0o100_644, forceDosTimestamp: true });
  }
  zip.end();
  return buffer(zip.outputStream);
}
