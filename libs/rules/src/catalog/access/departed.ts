import type { SystemInventory } from '../../engine/inventory.js';
import { isFullyRead } from '../reading.js';
import { hasAccess } from './grant.js';

/**
 * The directories (Google Workspace) in which a person is suspended or archived while she still has access to
 * `system`. This joins two lists, so both must have been read to the end (law 2); an account that is still open in
 * any directory means that she has not left.
 */
export function directoriesThatSuspended(
  who: string,
  system: SystemInventory,
  systems: readonly SystemInventory[],
  whoIs: (identifier: string) => string,
): readonly string[] {
  if (!isFullyRead(system, 'people')) return [];
  const entries = systems
    .filter(({ connector }) => connector === 'google-workspace')
    .flatMap((directory) =>
      directory.people
        .filter(({ identifier }) => whoIs(identifier) === who)
        .map((person) => ({ directory, person })),
    );
  if (entries.some(({ person }) => hasAccess(person))) return [];
  return entries
    .filter(({ directory }) => isFullyRead(directory, 'people'))
    .map(({ directory }) => directory.system)
    .filter((name, index, names) => names.indexOf(name) === index)
    .toSorted();
}
