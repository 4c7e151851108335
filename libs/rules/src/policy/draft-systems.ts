import { type Inventory, type SystemInventory, UNCLAIMED } from '../engine/inventory.js';
import { toolOf } from '../vendors/tools.js';
import { filesToName, type NamedFile, patternFor } from './draft-files.js';
import { flowList } from './draft-text.js';

/** A system that the draft names, with the files that belong to it by name. */
export interface DraftedSystem extends SystemInventory {
  readonly files: readonly string[];
}

/** The systems in which something was seen; `files` are those that no export is recognised by, by system. */
export function draftedSystems(
  { systems }: Inventory,
  files: ReadonlyMap<string, readonly NamedFile[]>,
): readonly DraftedSystem[] {
  return systems
    .filter(({ system }) => system !== UNCLAIMED)
    .map((system) => Object.assign({ files: filesToName(system, files.get(system.system) ?? []) }, system))
    .filter(isSeen);
}

/** `systems:`, one line a system. */
export function systemLines(systems: readonly DraftedSystem[]): readonly string[] {
  if (systems.length === 0) return ['systems: {}'];
  return ['systems:', ...systems.flatMap(linesOf)];
}

function isSeen({ connector, receipts, files, ...found }: DraftedSystem): boolean {
  if (connector === 'exports') return files.length > 0;
  const isRead = receipts.some(({ status }) => status === 'complete' || status === 'partial');
  return isRead || found.people.length > 0 || found.apps.length > 0 || found.fields.length > 0;
}

function linesOf({ system, connector, files }: DraftedSystem): readonly string[] {
  const title = toolOf(connector).title;
  if (files.length === 0)
    return [`  ${system}: { connector: ${connector} } # ${title}. What do you use it for?`];
  const patterns = files.map(patternFor);
  return [
    `  ${system}:`,
    `    connector: ${connector} # ${title || 'files of any other origin'}. What do you use ${title ? 'it' : 'them'} for?`,
    '    files:',
    ...patterns.map((pattern) => `      - ${flowList([pattern]).slice(1, -1)} # keep? why?`),
  ];
}
