import path from 'node:path';
import { UserActionError } from '#connectors/contract/error.js';
import type { UploadedFile } from '#connectors/exports/exports.connector.js';
import type { UnreadErasures } from '#rules/engine/measures.js';
import type { Policy } from '#rules/policy/policy.js';
import type { ErasureRequest } from '#rules/reduce/subjects/subject-join.js';
import { erasuresHandedOver, readErasures } from './read-erasures.js';

interface WhereErasuresAre {
  readonly policy: Pick<Policy, 'erasures'>;
  /** Absolute path of the folder that paths in the policy count from; null: only what was handed over is looked at. */
  readonly policyFolder: string | null;
  readonly uploads?: readonly UploadedFile[];
  /** A list that can not be read is said, and the rest is read; else it is an error. */
  readonly goesOnWithoutErasures?: true;
}

export interface FoundErasures {
  /** Null: no list was read. */
  readonly requests: readonly ErasureRequest[] | null;
  /** Why the list that the policy names was not read; null: it was, or there is none. */
  readonly unread: UnreadErasures | null;
  /** Where it lies, absolute; null: nowhere on this computer. */
  readonly file: string | null;
  /** As what it was handed over. */
  readonly upload: UploadedFile | null;
}

/**
 * The list of deletion requests that the policy names, in its folder or among what was handed over. Throws a
 * UserActionError if it can not be read, unless the reading goes on without it.
 */
export async function findErasures(where: WhereErasuresAre): Promise<FoundErasures> {
  const { policy, policyFolder, uploads = [], goesOnWithoutErasures: goesOn = false } = where;
  const { erasures } = policy;
  if (erasures === null) return { requests: null, unread: null, file: null, upload: null };
  const upload = handedOver(erasures, uploads);
  const file = upload !== null || policyFolder === null ? null : path.resolve(policyFolder, erasures);
  try {
    if (upload !== null) return { requests: erasuresHandedOver(upload), unread: null, file, upload };
    if (file === null) throw notHandedOver();
    return { requests: await readErasures(file), unread: null, file, upload };
  } catch (error) {
    if (!goesOn || !(error instanceof UserActionError)) throw error;
    const { message: what, step } = upload === null ? notHandedOver() : error;
    return { requests: null, unread: { what, step }, file, upload };
  }
}

/** By its whole path, else by its name: who drops a file does not drop the folders above it. */
function handedOver(erasures: string, uploads: readonly UploadedFile[]): UploadedFile | null {
  const whole = comparable(erasures);
  const name = path.posix.basename(whole);
  return (
    uploads.find((upload) => comparable(upload.path) === whole) ??
    uploads.find((upload) => path.posix.basename(comparable(upload.path)) === name) ??
    null
  );
}

function comparable(file: string): string {
  return path.posix.normalize(file.replaceAll('\\', '/')).normalize('NFC').toLowerCase();
}

function notHandedOver(): UserActionError {
  return new UserActionError({
    message: 'The list of deletion requests that your policy names was not there.',
    step: 'Hand it over under Exports, as a CSV file with the name that stands after erasures: in your policy and with the columns email and date, then scan again.',
  });
}
