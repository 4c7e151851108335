import type { SystemInventory } from '../engine/inventory.js';

/** The longest pattern that a policy takes is 300; a name alone may be 255. */
const MOST_PATH = 290;

/**
 * The files of `paths` that a policy has to name for a system: those with personal data and the lists of people.
 * A file that was read and holds nothing about a person, or that could not be read, is not named.
 */
export function filesToName(system: SystemInventory, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => {
    const fields = system.fields.filter(({ object }) => isOf(object, path));
    const isUnread = system.receipts.some(
      ({ object, status }) =>
        object !== null && isOf(object, path) && (status === 'failed' || status === 'unsupported'),
    );
    if (fields.length > 0) return fields.some(({ category, filled }) => category !== 'none' && filled > 0);
    return !isUnread && system.people.length > 0;
  });
}

/** Further sheets of a workbook have `#2` ... behind its path. */
function isOf(object: string, path: string): boolean {
  return object === path || object.startsWith(`${path}#`);
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
