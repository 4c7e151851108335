import { readFile, stat } from 'node:fs/promises';
import Papa from 'papaparse';
import { UserActionError } from '#connectors/contract/error.js';
import type { UploadedFile } from '#connectors/exports/exports.connector.js';
import type { ErasureRequest } from '#rules/reduce/subjects/subject-join.js';

const MOST_BYTES = 20 * 1024 * 1024;

/**
 * Reads the list of people who asked to be deleted: a CSV with the columns email and/or phone, and date. Its rows are
 * hashed at once and stored nowhere. Throws a UserActionError if it can not be read: a list that is silently left out
 * would look like nobody had asked.
 */
export async function readErasures(file: string): Promise<readonly ErasureRequest[]> {
  return erasuresIn(await readBounded(file), file);
}

/** The same of a file that was handed over. @throws UserActionError */
export function erasuresHandedOver({ path: file, content }: UploadedFile): readonly ErasureRequest[] {
  if (content.length > MOST_BYTES) throw tooLarge(file);
  return erasuresIn(content.toString('utf8'), file);
}

function erasuresIn(text: string, file: string): readonly ErasureRequest[] {
  const { data, meta } = Papa.parse<Record<string, string | undefined>>(text.replace(/^\uFEFF/u, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (header) => header.trim().toLowerCase(),
  });
  const columns = new Set(meta.fields ?? []);
  if (!columns.has('date') || !(columns.has('email') || columns.has('phone'))) {
    throw new UserActionError({
      message: 'The list of deletion requests does not have the columns it needs.',
      step: 'Give it a first line with email and/or phone, and date: for example email,date.',
      details: { file },
    });
  }
  return data.map(({ email = '', phone = '', date = '' }) => ({ email, phone, date: date.trim() }));
}

async function readBounded(file: string): Promise<string> {
  try {
    if ((await stat(file)).size <= MOST_BYTES) return await readFile(file, 'utf8');
  } catch (cause) {
    throw new UserActionError({
      message: 'The list of deletion requests that the policy names can not be read.',
      step: 'Check the path after erasures: in the policy. It counts from the folder of the policy.',
      details: { file },
      cause,
    });
  }
  throw tooLarge(file);
}

function tooLarge(file: string): UserActionError {
  return new UserActionError({
    message: 'The list of deletion requests is larger than 20 MB.',
    step: 'Check that erasures: in the policy names the right file.',
    details: { file },
  });
}
