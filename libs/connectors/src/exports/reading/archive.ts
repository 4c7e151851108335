import yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { FileProblem } from './file-problem.js';
import { limits } from './limits.js';

const DAMAGED = 'the archive is damaged: download it again';
const BOMB = 'it unpacks to far more than an export does, as only a trap would';

/** A file in an archive, by the path it has there. */
export interface Member {
  readonly name: string;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Why it is not read. */
  readonly refused?: string;
  readonly entry: Entry;
}

/**
 * An archive, read where it lies: members are streamed, in any order, as often as wanted, and nothing is unpacked to
 * disk (law 1). Every error is a FileProblem, because those of the library quote names of files.
 */
export class Archive {
  readonly members: readonly Member[];
  private readonly zip: ZipFile;

  private constructor(zip: ZipFile, members: readonly Member[]) {
    this.zip = zip;
    this.members = members;
  }

  /** Opens a file on disk, or bytes in memory. Throws if it is no archive, or has too many or too large members. */
  static async open(source: string | Buffer): Promise<Archive> {
    const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true };
    const opening =
      typeof source === 'string'
        ? yauzl.openPromise(source, options)
        : yauzl.fromBufferPromise(source, options);
    const zip = await opening.catch(() => {
      throw new FileProblem(DAMAGED);
    });
    try {
      return new Archive(zip, await membersOf(zip));
    } catch (error) {
      zip.close();
      throw error instanceof FileProblem ? error : new FileProblem(DAMAGED);
    }
  }

  /** Unpacks one member. yauzl ends with an error as soon as it gives more than it declared. */
  async *read({ entry }: Member, signal: AbortSignal): AsyncGenerator<Buffer> {
    signal.throwIfAborted();
    try {
      const stream = await this.zip.openReadStreamPromise(entry);
      for await (const chunk of stream) {
        signal.throwIfAborted();
        yield chunk as Buffer;
      }
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof FileProblem ? error : new FileProblem(DAMAGED);
    }
  }

  close(): void {
    this.zip.close();
  }
}

async function membersOf(zip: ZipFile): Promise<readonly Member[]> {
  if (zip.entryCount > limits.archiveMembers) throw new FileProblem('there are too many files in it');
  const members: Member[] = [];
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const member = memberOf(entry);
    total += member.bytes;
    if (total > limits.archiveBytes) throw new FileProblem(BOMB);
    if (!member.name.endsWith('/')) members.push(member);
  }
  return members;
}

function memberOf(entry: Entry): Member {
  const name = yauzl.getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileNameRaw,
    entry.extraFields,
    true,
  );
  const refused = refusal(entry, name);
  return {
    name,
    packedBytes: entry.compressedSize,
    bytes: entry.uncompressedSize,
    entry,
    ...(refused === null ? {} : { refused }),
  };
}

function refusal(entry: Entry, name: string): string | null {
  const { compressedSize, uncompressedSize } = entry;
  if (yauzl.validateFileName(name) !== null) {
    return 'it holds a file with a path that leads out of the archive: unpack it yourself';
  }
  if (entry.isEncrypted()) return 'it is locked with a password: unpack it yourself';
  if (!entry.canDecodeFileData()) return 'it is packed in a way that is not read: unpack it yourself';
  // A link of Unix: its target is the content, and nobody follows it.
  if (((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000) return 'it is a link';
  const ratio = uncompressedSize / Math.max(1, compressedSize);
  const isBomb = uncompressedSize > limits.ratioFloorBytes && ratio > limits.memberRatio;
  return isBomb || uncompressedSize > limits.memberBytes ? BOMB : null;
}
