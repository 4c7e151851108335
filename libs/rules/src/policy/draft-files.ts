import type { SystemInventory } from '../engine/inventory.js';

/** The longest pattern that a policy takes is 300; a name alone may be 255. */
const MOST_PATH = 290;

/** A file that no export is recognised by, and the object that the inventory knows it as (E20: without dates). */
export interface NamedFile {
  readonly path: string;
  readonly object: string;
}

/**
 * The paths of the files that a policy has to name for a system: those with personal data and the lists of people.
 * A file that was read and holds nothing about a person, or that could not be read, is not named.
 */
export function filesToName(system: SystemInventory, files: readonly NamedFile[]): readonly string[] {
  const named = files.filter((file) => {
    const fields = system.fields.filter(({ object }) => isOf(object, file));
    const isUnread = system.receipts.some(
      ({ object, status }) =>
        object !== null && isOf(object, file) && (status === 'failed' || status === 'unsupported'),
    );
    if (fields.length > 0) return fields.some(({ category, filled }) => category !== 'none' && filled > 0);
    return !isUnread && system.people.length > 0;
  });
  return named.map(({ path }) => path);
}

/** Further sheets of a workbook have `#2` ... behind its path. */
function isOf(object: string, { path, object: known }: NamedFile): boolean {
  return [path, known].some((name) => object === name || object.startsWith(`${name}#`));
}

/** A pattern for `files:` that means this file. What would be a pattern in its name stands for any character. */
export function patternFor(path: string): string {
  const literal = path
    .replaceAll(/[*?[\]{}!]|\p{Cc}|^\s|\s$|(?<=\s)\s|[^\S ]/gu, '?')
    .replace(/^~|(?<=^[A-Za-z]):/u, '?')
    .replaceAll(/(?<=^|[\\/])\.\.(?=$|[\\/])/gu, '??');
  if (literal.length <= MOST_PATH) return literal;
  const name = literal.slice(literal.lastIndexOf('/') + 1);
  return `**/${name.length <= MOST_PATH ? name : `${name.slice(0, MOST_PATH)}*`}`;
}
