import { tellingName } from '../../kit/list-name.js';

/** The name of an exported list: the archive's, or else the file's (E20). Null: such a list is known by its system. */
export function listName(path: string): string | null {
  const parts = path.split('/');
  const archive = parts.find((part) => part.toLowerCase().endsWith('.zip'));
  return tellingName(archive ?? '') ?? tellingName(parts.at(-1) ?? '');
}
