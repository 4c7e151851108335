import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { UserActionError } from '#connectors/contract/error.js';
import type { UploadedFile } from '#connectors/exports/exports.connector.js';
import { CLOCK, type Clock } from '../clock.js';
import { SETTINGS_IN_FORCE } from '../service/settings-in-force.js';
import type { Settings } from '../settings/settings.js';

/** So long a file waits for its scan. */
const KEPT_MS = 3_600_000;
const LOOK_EVERY_MS = 60_000;
const MOST_FILES = 50;
/** All organizations together may hand over so many times what one may. */
const MOST_TOGETHER = 4;

interface Held extends UploadedFile {
  readonly until: number;
}

/**
 * Exports that people have handed over for the next scan. They hold customers' data, so they are in memory and nowhere else
 * (law 1): gone when their scan is stored, after an hour, or when the service ends.
 */
@Injectable()
export class Uploads {
  private readonly held = new Map<string, readonly Held[]>();
  /** Bytes that are still coming, by organization: so many at once can not take more room than there is. */
  private readonly coming = new Map<string, number>();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS_IN_FORCE) private readonly settings: Pick<Settings, 'PLUMBLINE_UPLOADS_MB'>,
  ) {}

  /**
   * Takes a file in as it comes, in place of one of that path.
   * @throws UserActionError as soon as there is no room for more of it
   */
  async take(organization: string, path: string, chunks: AsyncIterable<Buffer>): Promise<Held> {
    const parts: Buffer[] = [];
    let bytes = 0;
    try {
      for await (const chunk of chunks) {
        if (chunk.length > this.room(organization, path)) throw noRoom();
        this.note(organization, chunk.length);
        bytes += chunk.length;
        parts.push(chunk);
      }
    } finally {
      this.note(organization, -bytes);
    }
    const others = this.of(organization).filter((file) => file.path !== path);
    if (others.length >= MOST_FILES) throw noRoom();
    const file = { path, content: Buffer.concat(parts, bytes), until: this.clock().getTime() + KEPT_MS };
    this.held.set(organization, [...others, file]);
    return file;
  }

  /** How many more bytes may come; what a file of that path holds is free, as it goes. */
  private room(organization: string, path: string): number {
    const most = this.settings.PLUMBLINE_UPLOADS_MB * 1_000_000;
    const theirs = sizeOf(this.of(organization).filter((file) => file.path !== path));
    const coming = this.coming.get(organization) ?? 0;
    const held = [...this.held.values()].reduce((sum, files) => sum + sizeOf(files), 0);
    const all = [...this.coming.values()].reduce((sum, bytes) => sum + bytes, held);
    return Math.min(most - theirs - coming, most * MOST_TOGETHER - all);
  }

  private note(organization: string, bytes: number): void {
    const coming = (this.coming.get(organization) ?? 0) + bytes;
    if (coming === 0) this.coming.delete(organization);
    else this.coming.set(organization, coming);
  }

  /** What waits, in the order in which it came. */
  of(organization: string): readonly Held[] {
    const now = this.clock().getTime();
    return (this.held.get(organization) ?? []).filter(({ until }) => until > now);
  }

  /** False: there is none of that path. */
  remove(organization: string, path: string): boolean {
    const gone = this.of(organization).filter((file) => file.path === path);
    this.drop(organization, gone);
    return gone.length > 0;
  }

  /** These have been read; what came since waits for the next scan. */
  drop(organization: string, files: readonly UploadedFile[]): void {
    const left = this.of(organization).filter((file) => !files.includes(file));
    if (left.length === 0) this.held.delete(organization);
    else this.held.set(organization, left);
  }

  @Interval(LOOK_EVERY_MS)
  forget(): void {
    for (const organization of this.held.keys()) this.drop(organization, []);
  }
}

function sizeOf(files: readonly UploadedFile[]): number {
  return files.reduce((sum, { content }) => sum + content.length, 0);
}

function noRoom(): UserActionError {
  return new UserActionError({
    message: 'There is no room for this file.',
    step: `Scan what is there first; or put large files into the folder of your exports (PLUMBLINE_EXPORTS_DIR), of which there may be any number. At most ${MOST_FILES} files wait, of together no more than PLUMBLINE_UPLOADS_MB.`,
  });
}
