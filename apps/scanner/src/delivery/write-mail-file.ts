import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { MAIL_PROBLEMS } from './mail-problems.js';
import type { MailAnswer } from './outgoing-mail.js';

/** The folder of a data directory in which mails are written where no mail server is set. */
const MAIL_FOLDER = 'outbox';

/** Where a mail is written: the same mail has one file. */
export function mailFile(dataDirectory: string, message: Uint8Array): string {
  const digest = createHash('sha256').update(message).digest('hex').slice(0, 20);
  return path.join(dataDirectory, MAIL_FOLDER, `${digest}.eml`);
}

/** Writes a mail as a file that mail programs open, for its owner alone. Never throws. */
export async function writeMailFile(dataDirectory: string, message: Uint8Array): Promise<MailAnswer> {
  const file = mailFile(dataDirectory, message);
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const handle = await open(file, 'w', 0o600);
    try {
      await handle.writeFile(message);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { is: 'accepted', way: 'file' };
  } catch {
    return { is: 'put off', problem: MAIL_PROBLEMS.file };
  }
}
