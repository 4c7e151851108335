import { Inject, Injectable } from '@nestjs/common';
import { BugError, UserActionError } from '#connectors/contract/error.js';
import { RefusedError } from '../people/refused-error.js';
import { WRITE_DOCUMENT, type WriteDocument } from './document-process.js';
import type { WantedDocument } from './written-document.js';

/** Each takes 200 MB while it is written: they are written one after another, and so many may wait. */
const MOST_WAITING = 5;

/** Has documents written, one after another. */
@Injectable()
export class Documents {
  private waiting = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(@Inject(WRITE_DOCUMENT) private readonly write: WriteDocument) {}

  /** @throws RefusedError if too many wait; UserActionError for what has to be there first */
  async written(wanted: WantedDocument): Promise<Uint8Array> {
    if (this.waiting >= MOST_WAITING) throw tooMany();
    this.waiting += 1;
    const written = this.last.then(() => this.write(wanted));
    this.last = written.catch(() => undefined);
    try {
      return contentOf(await written);
    } finally {
      this.waiting -= 1;
    }
  }
}

function contentOf(written: Awaited<ReturnType<WriteDocument>>): Uint8Array {
  if (written === null) throw new BugError({ message: 'A document was not written.' });
  if ('content' in written) return written.content;
  throw new UserActionError(written);
}

function tooMany(): RefusedError {
  return new RefusedError(
    'too often',
    'Several documents are being written already.',
    'Try again in half a minute.',
    30,
  );
}
