import type { ReadProgress } from '#connectors/contract/connector.js';
import { UserActionError } from '#connectors/contract/error.js';
import type { ConnectorId, Source } from '#connectors/contract/fact.js';
import type { Inventory } from '#rules/engine/inventory.js';
import { listPath } from '#connectors/exports/tables/part-name.js';
import { draftPolicy } from '#rules/policy/draft.js';
import { collect } from './collect.js';

export interface DraftRequest {
  /** Absolute path of the folder with the exports. */
  readonly exportsFolder: string;
  /** Null: not said. */
  readonly organization: string | null;
  /** Two letters; null: not said. */
  readonly country: string | null;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly signal: AbortSignal;
  readonly progress?: (step: ReadProgress) => void;
}

export interface Draft {
  /** The policy, as YAML with comments. */
  readonly text: string;
  /** Files that could not be read: what is in them is not in the draft. */
  readonly unread: readonly string[];
}

/** What each tool is called in the draft. */
const SYSTEMS: Readonly<Record<ConnectorId, string>> = {
  hubspot: 'crm',
  mailchimp: 'newsletter',
  quickbooks: 'books',
  'google-workspace': 'office',
  exports: 'files',
};

const SOURCES = new Map(
  Object.entries(SYSTEMS).map(([connector, system]): [string, Source] => [
    connector,
    { system, connector: connector as ConnectorId, account: 'exports' },
  ]),
);

/** Tools as people write them in the names of folders and files. */
const NAMED_IN_PATHS: readonly (readonly [ConnectorId, RegExp])[] = [
  ['hubspot', /(?<![a-z])hubspot(?![a-z])/iu],
  ['mailchimp', /(?<![a-z])mailchimp(?![a-z])/iu],
  ['quickbooks', /(?<![a-z])quickbooks(?![a-z])/iu],
  ['google-workspace', /(?<![a-z])google[ _-]?workspace(?![a-z])/iu],
];

/**
 * Reads the exports without a policy and drafts one from what is there. Nothing is stored.
 * Throws a UserActionError where nothing in the folder is about customers, people or apps.
 */
export async function draftFromExports(request: DraftRequest): Promise<Draft> {
  const { exportsFolder, organization, country, asOf, signal, progress } = request;
  const files = new Map<string, Set<string>>();
  const inventory = await collect({
    live: [],
    exportsFolder,
    uploads: [],
    passOver: [],
    sources: [...SOURCES.values()],
    // Nothing is missing yet: which tools there are is what the folder tells.
    expected: [],
    claim: ({ path, recognised }) => {
      const connector = recognised?.connector ?? toolNamedIn(path);
      const source = SOURCES.get(connector) ?? null;
      if (source && (recognised === null || connector === 'exports')) pathsOf(files, source.system).add(path);
      return source;
    },
    country,
    asOf,
    join: null,
    notes: null,
    signal,
    ...(progress && { progress }),
  });
  if (isEmpty(inventory)) throw nothingToDraftFrom();
  const named = new Map(
    [...files].map(([system, paths]) => [
      system,
      [...paths].toSorted().map((path) => ({ path, object: listPath(path) })),
    ]),
  );
  return {
    text: draftPolicy(inventory, { organization, country, files: named }),
    unread: unreadIn(inventory),
  };
}

/** A file of no known export belongs to the one tool that its path names: `mailchimp/team.csv`. */
function toolNamedIn(path: string): ConnectorId {
  const tools = NAMED_IN_PATHS.filter(([, name]) => name.test(path)).map(([connector]) => connector);
  const [only] = tools;
  return tools.length === 1 && only !== undefined ? only : 'exports';
}

function pathsOf(files: Map<string, Set<string>>, system: string): Set<string> {
  const known = files.get(system) ?? new Set<string>();
  files.set(system, known);
  return known;
}

function isEmpty({ systems }: Inventory): boolean {
  return systems.every(
    ({ fields, people, apps }) =>
      people.length === 0 &&
      apps.length === 0 &&
      !fields.some(({ category, filled }) => category !== 'none' && filled > 0),
  );
}

function unreadIn({ systems }: Inventory): readonly string[] {
  return systems.flatMap(({ receipts }) =>
    receipts
      .filter(({ status }) => status === 'failed' || status === 'denied')
      .map(({ object, resource, reason }) => `${object ?? resource}${reason === null ? '' : `: ${reason}`}`),
  );
}

function nothingToDraftFrom(): UserActionError {
  return new UserActionError({
    message:
      'Nothing in this folder is a list of customers, people or apps, so there is nothing to draft from.',
    step: 'Put the exports of your tools into the folder; the README lists where to download them. Or start from an empty page: npx --no-install plumbline policy init',
  });
}
