import picomatch from 'picomatch/posix.js';
import type { ConnectorId } from '#connectors/contract/fact.js';
import type { Policy, PolicySystem } from './policy.js';

/** A file of the exports folder, as the exports connector sees it. */
export interface FileToClaim {
  /** Relative to the exports folder; a zip's member as `archive.zip/member.csv` (E26). */
  readonly path: string;
  /** The tool whose export it was recognised as; null if its headers are of no known export. */
  readonly recognised: { readonly connector: ConnectorId } | null;
}

/** The system a file feeds, or why there is none. */
export type FileClaim =
  | { readonly claimed: true; readonly system: string; readonly connector: ConnectorId }
  | {
      readonly claimed: false;
      /** `several-systems`: more than one could mean this file, so none gets it; the policy must say which. */
      readonly why: 'no-system' | 'several-systems';
      readonly systems: readonly string[];
    };

/**
 * Which system does a file feed (E7, E26)? A `files:` glob wins over recognition; else the system of the recognised
 * tool. Where two systems are of one tool, the one without `files:` gets what no glob claims. `!glob` keeps files out.
 */
export function claimFile(policy: Policy, file: FileToClaim): FileClaim {
  const open = [...policy.systems].filter(([, system]) => !isKeptOut(system, file.path));
  const byGlob = open.filter(([, system]) => isNamed(system, file.path));
  if (byGlob.length > 0) {
    return onlyOne(byGlob);
  }
  const connector = file.recognised?.connector ?? 'exports';
  const byTool = open.filter(([, system]) => connector !== 'exports' && system.connector === connector);
  if (byTool.length < 2) {
    return onlyOne(byTool);
  }
  const withoutGlobs = byTool.filter(([, system]) => !system.files.some((glob) => !isKeepOut(glob)));
  return onlyOne(withoutGlobs.length > 0 ? withoutGlobs : byTool);
}

function onlyOne(candidates: readonly (readonly [string, PolicySystem])[]): FileClaim {
  const [first, ...others] = candidates;
  if (first === undefined || others.length > 0) {
    return {
      claimed: false,
      why: first === undefined ? 'no-system' : 'several-systems',
      systems: candidates.map(([name]) => name),
    };
  }
  return { claimed: true, system: first[0], connector: first[1].connector };
}

function isNamed(system: PolicySystem, path: string): boolean {
  return system.files.some((glob) => !isKeepOut(glob) && matches(glob, path));
}

function isKeptOut(system: PolicySystem, path: string): boolean {
  return system.files.some((glob) => isKeepOut(glob) && matches(glob.slice(1), path));
}

function isKeepOut(glob: string): boolean {
  return glob.startsWith('!');
}

/** A glob means a file, or a zip with all that is in it. Words first: `orders (1).csv` is a name, not a pattern. */
function matches(glob: string, path: string): boolean {
  const pattern = comparablePath(glob).replace(/\/$/u, '/**');
  const isMatch = picomatch(pattern.replace(/[()]/gu, '\\$&'), {
    nocase: true,
    dot: true,
    nonegate: true,
    noextglob: true,
  });
  return withArchives(comparablePath(path)).some((candidate) => candidate === pattern || isMatch(candidate));
}

/** Slashes as on Linux, accents in one form, without case: file systems differ in all three. */
function comparablePath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\.\//u, '').normalize('NFC').toLowerCase();
}

function withArchives(path: string): string[] {
  const archives = [...path.matchAll(/\.zip(?=\/)/gu)].map((match) => path.slice(0, match.index + 4));
  return [path, ...archives];
}
