import { createHash, randomBytes } from 'node:crypto';
import { chmod, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { UserActionError } from '#connectors/contract/error.js';
import { Secret } from '#connectors/kit/secret.js';
import { storageError } from '../storage/storage-error.js';

/** A key that secrets are sealed with. `id` tells which one it is and nothing else of it. */
export interface MasterKey {
  readonly id: string;
  readonly bytes: Buffer;
}

const FILE = 'master.key';
const KEY_BYTES = 32;

/**
 * The keys that open what is sealed in the database; the first one seals. They are in a file beside the database, or
 * in settings of the process (PLUMBLINE_MASTER_KEY, PLUMBLINE_MASTER_KEY_FILE), and never in the database. Read anew
 * each time: another process may have changed them.
 */
export class KeyRing {
  private constructor(
    private readonly file: string,
    /** Given by the process, so that only whoever starts it can change them; null: ours to make and change. */
    private readonly given: Secret | null,
    private readonly isOurs: boolean,
  ) {}

  static of(dataDirectory: string, environment: Readonly<Record<string, string | undefined>>): KeyRing {
    const given = environment['PLUMBLINE_MASTER_KEY'];
    const file = environment['PLUMBLINE_MASTER_KEY_FILE'];
    if (given !== undefined && given !== '') return new KeyRing('', new Secret(given), false);
    if (file !== undefined && file !== '') return new KeyRing(file, null, false);
    return new KeyRing(path.join(dataDirectory, FILE), null, true);
  }

  /** Whether new keys are made here, or by the person who starts the process. */
  get makesKeys(): boolean {
    return this.isOurs;
  }

  async keys(): Promise<readonly MasterKey[]> {
    if (this.given !== null) return keysIn(this.given.reveal());
    const text = await this.readFile();
    return text === null ? [] : keysIn(text);
  }

  /** The key that seals, made if there is none. Call inside a write transaction: that is the lock on the file. */
  async sealingKey(isAnythingSealed: () => Promise<boolean>): Promise<MasterKey> {
    const [first] = await this.keys();
    if (first !== undefined) return first;
    if (!this.isOurs || (await isAnythingSealed())) throw lost();
    return this.add();
  }

  /** Puts a new key before the others. Call inside a write transaction. */
  async add(): Promise<MasterKey> {
    const key = keyOf(randomBytes(KEY_BYTES));
    await this.write([key, ...(await this.keys())]);
    return key;
  }

  /** Drops all keys but these. Call inside a write transaction, after what the others sealed is gone. */
  async keepOnly(ids: ReadonlySet<string>): Promise<void> {
    const keys = await this.keys();
    const kept = keys.filter(({ id }) => ids.has(id));
    if (kept.length > 0 && kept.length < keys.length) await this.write(kept);
  }

  private async readFile(): Promise<string | null> {
    try {
      if (this.isOurs && ((await stat(this.file)).mode & 0o077) !== 0) await chmod(this.file, 0o600);
      return await readFile(this.file, 'utf8');
    } catch (error) {
      if (this.isOurs && isAbsent(error)) return null;
      throw new UserActionError({
        message: 'The file with the key to the stored secrets can not be read.',
        step: 'Check that it is there and that Plumbline may read it: master.key in the data directory, or what PLUMBLINE_MASTER_KEY_FILE names.',
      });
    }
  }

  /** All of it or nothing, also if the power fails in between; it is on the disk before anything sealed with it is. */
  private async write(keys: readonly MasterKey[]): Promise<void> {
    const beside = `${this.file}.${randomBytes(8).toString('hex')}.part`;
    try {
      await this.removeParts();
      // "wx": what somebody put in its place, also a link, is not written to.
      const handle = await open(beside, 'wx', 0o600);
      try {
        await handle.writeFile(keys.map(({ bytes }) => `${bytes.toString('base64')}\n`).join(''));
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(beside, this.file);
      await syncFolder(path.dirname(this.file));
    } catch (error) {
      throw storageError(error);
    } finally {
      await rm(beside, { force: true });
    }
  }

  /** Keys that a killed process left half written. Nobody else writes one now: that is what the transaction is for. */
  private async removeParts(): Promise<void> {
    const folder = path.dirname(this.file);
    const start = `${path.basename(this.file)}.`;
    const parts = (await readdir(folder)).filter((name) => name.startsWith(start) && name.endsWith('.part'));
    await Promise.all(parts.map((name) => rm(path.join(folder, name), { force: true })));
  }
}

/** Without this, the new name of a file can be lost in a power cut although the file is not. Windows needs and knows no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The key with which something was sealed is not there (any more). */
export function lost(): UserActionError {
  return new UserActionError({
    message: 'The key to the stored secrets is missing, or is another one.',
    step: 'Put back master.key from your backup into the data directory (or the PLUMBLINE_MASTER_KEY that was used). If it is gone for good, disconnect each connection and connect it again.',
  });
}

function keysIn(text: string): readonly MasterKey[] {
  const words = text.split(/[\s,]+/u).filter((word) => word !== '');
  const keys = words.map((word) => Buffer.from(word, 'base64'));
  if (keys.length === 0 || keys.some((bytes) => bytes.length !== KEY_BYTES)) {
    throw new UserActionError({
      message: 'The key to the stored secrets is not in the agreed form.',
      step: 'A key is 32 random bytes in base64, for example made with: openssl rand -base64 32. Several are separated by a comma or a new line; the first one seals.',
    });
  }
  return keys.map(keyOf);
}

function keyOf(bytes: Buffer): MasterKey {
  const id = createHash('sha256').update('plumbline key id').update(bytes).digest('hex').slice(0, 12);
  return { id, bytes };
}

function isAbsent(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
