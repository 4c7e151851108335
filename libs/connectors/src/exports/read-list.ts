import type { AppFact, PersonFact } from '../contract/fact.js';
import { accessLevel, handWrittenLevel } from '../kit/access-levels.js';
import { dateOrder, type DateOrder, dayOf } from './dates.js';
import type { AppsFormat, ListedApp, ListedPerson, PeopleFormat } from './formats/format.js';
import { FileProblem } from './reading/file-problem.js';
import { limits } from './reading/limits.js';
import type { TableContext } from './table-context.js';
import { type LinesOutcome, raggedReason, recordLines } from './tables/record-lines.js';

type CellOf = (...names: readonly string[]) => string;

/** People of a users list. The whole list is read first: a column tells the order of its dates, no cell does. */
export async function* readPeople(
  context: TableContext & { readonly format: PeopleFormat },
): AsyncGenerator<PersonFact> {
  const { source, session, format, found } = context;
  const names = new Set(found.names);
  const people = await readList(context, 'people', (cell) => format.person(cell, names));
  const order = dateOrder(
    people.map(({ lastLogin }) => lastLogin),
    session.country,
  );
  const levelOf = format.connector === null ? handWrittenLevel : accessLevel;
  for (const { identifier, role, tellsRoles, state, lastLogin, secondFactor } of people) {
    const login = loginDay(lastLogin, order);
    yield {
      kind: 'person',
      source,
      identifier,
      role,
      level: tellsRoles ? levelOf(source.connector, role) : 'member',
      state,
      ...(login === null ? {} : { lastLogin: login }),
      ...(secondFactor === undefined ? {} : { secondFactor }),
    };
  }
}

/** Apps of an accessed-apps list. */
export async function* readApps(
  context: TableContext & { readonly format: AppsFormat },
): AsyncGenerator<AppFact> {
  const { source, format, found } = context;
  const names = new Set(found.names);
  const apps = await readList(context, 'apps', (cell) => format.app(cell, names));
  for (const { name, clientId, scopes, users, access } of apps) {
    const count = /^\d[\d,. ]*$/.test(users) ? Number(users.replaceAll(/\D/g, '')) : null;
    yield {
      kind: 'app',
      source,
      name,
      ...(clientId === '' ? {} : { clientId }),
      scopes: [...new Set(scopes)].toSorted(),
      ...(count === null ? {} : { users: count }),
      ...(access === '' ? {} : { access: accessWord(access) }),
    };
  }
}

/** Reads a list to its end and writes its receipt. A list that nobody claims gives a receipt and nothing else: whose access would it be? */
async function readList<T extends ListedPerson | ListedApp>(
  { table, source, isClaimed, receipts, found, lines, session }: TableContext,
  capability: 'people' | 'apps',
  read: (cell: CellOf) => T | null,
): Promise<readonly T[]> {
  const entries: T[] = [];
  const outcome: LinesOutcome = { ragged: 0, firstRagged: 0, closing: [] };
  const shape = { width: found.header.length, trimsLines: table.trimsLines, groups: false };
  let problem: string | null = null;
  try {
    for await (const { rows } of recordLines(lines, shape, outcome)) {
      session.signal.throwIfAborted();
      for (const row of rows) {
        const entry = read(cellOf(found.names, row));
        if (entry !== null) entries.push(entry);
      }
      if (entries.length > limits.listRows)
        throw new FileProblem('a list of access has more than 100,000 lines');
    }
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    problem = error.reason;
  }
  const resource = { source, capability, ...(isClaimed ? {} : { object: table.path }) };
  const failed = problem ?? raggedReason(outcome);
  if (failed !== null) {
    receipts.add(resource, table.path, { status: 'failed', reason: failed, read: entries.length });
  } else if (isClaimed) {
    receipts.add(resource, table.path, { status: 'complete', read: entries.length });
  } else {
    const reason = 'no system of the policy claims this list';
    receipts.add(resource, table.path, { status: 'unsupported', reason, read: 0 });
  }
  return isClaimed ? entries : [];
}

function cellOf(names: readonly string[], row: readonly string[]): CellOf {
  return (...wanted) => {
    for (const name of wanted) {
      const at = names.indexOf(name);
      if (at !== -1) return row[at] ?? '';
    }
    return '';
  };
}

function loginDay(lastLogin: string, order: DateOrder): string | null {
  if (/^never\b/i.test(lastLogin)) return 'never';
  return dayOf(lastLogin, order);
}

function accessWord(access: string): 'trusted' | 'limited' | 'blocked' | 'unknown' {
  if (/blocked/i.test(access)) return 'blocked';
  if (/limited|restricted data|specific/i.test(access) && !/unlimited/i.test(access)) return 'limited';
  return /trusted/i.test(access) ? 'trusted' : 'unknown';
}
