import { policyWords } from '../../../words/policy.js';
import { textOf, textsOf, valueAt } from '../form/page.js';
import type { Edit, Value } from '../text/value.js';
import { entriesOf } from './on-the-page.js';
import type { Page, Proposal } from './proposal.js';

interface Login {
  /** As the tool names the login. */
  readonly who: string;
  readonly system: string;
  readonly level: string | undefined;
}

/** From least to most. */
const LEVELS = ['viewer', 'member', 'admin'];
const EVERYONE = 'everyone';
const words = policyWords.proposals;

/** Gives somebody the smallest role that allows what her login can do; where none does, one of her own. */
export function lettingIn(page: Page, { who, system, level }: Login): Proposal | null {
  if (!who.includes('@')) return null;
  const wanted = level !== undefined && LEVELS.includes(level) ? level : 'viewer';
  const role = smallestRole(page, system, wanted);
  const name = role ?? roleOf(who);
  const ofOwn: readonly Edit[] =
    role === null
      ? [{ kind: 'add', path: ['access'], value: { role: name, systems: { [system]: wanted } } }]
      : [];
  return {
    section: 'people',
    sentence: role === null ? words.personOfOwn(who, system, wanted) : words.person(who, role),
    edits: [withRole(page, who, name), ...ofOwn],
  };
}

/** Lets one of somebody's roles do in a system what her login can do. */
export function raising(page: Page, { who, system, level }: Login): Proposal | null {
  const person = entriesOf(page['people'])[personAt(page, who)];
  if (person === undefined || level === undefined || !LEVELS.includes(level)) return null;
  const roles = new Set(textsOf(valueAt(person, ['roles'])));
  const entries = entriesOf(page['access']);
  const isOwn = (entry: Value) => roles.has(textOf(valueAt(entry, ['role'])));
  const gives = (entry: Value) => valueAt(entry, ['systems', system]) !== undefined;
  const giving = entries.findIndex((entry) => isOwn(entry) && gives(entry));
  const place = giving < 0 ? entries.findIndex(isOwn) : giving;
  if (place < 0) return null;
  return {
    section: 'access',
    sentence: words.raise(textOf(valueAt(entries[place], ['role'])), level, system),
    edits: [{ kind: 'set', path: ['access', place, 'systems', system], value: level }],
  };
}

function smallestRole({ access }: Page, system: string, wanted: string): string | null {
  const fitting = entriesOf(access)
    .map((entry) => ({
      role: textOf(valueAt(entry, ['role'])),
      level: LEVELS.indexOf(textOf(valueAt(entry, ['systems', system]))),
    }))
    .filter(({ role, level }) => role !== EVERYONE && role !== '' && level >= LEVELS.indexOf(wanted))
    .toSorted((one, other) => one.level - other.level);
  return fitting[0]?.role ?? null;
}

function withRole(page: Page, who: string, role: string): Edit {
  const place = personAt(page, who);
  if (place < 0) return { kind: 'add', path: ['people'], value: { email: who, roles: [role] } };
  const path = ['people', place, 'roles'];
  return { kind: 'set', path, value: [...new Set([...textsOf(valueAt(page, path)), role])] };
}

function personAt({ people }: Page, who: string): number {
  const wanted = who.toLowerCase();
  return entriesOf(people).findIndex((person) =>
    [textOf(valueAt(person, ['email'])), ...textsOf(valueAt(person, ['also']))].some(
      (name) => name.toLowerCase() === wanted,
    ),
  );
}

/** A role that nobody else has: "tom.baker@…" is `tom_baker`. */
function roleOf(who: string): string {
  const name = who.slice(0, who.indexOf('@')).toLowerCase();
  return name.replaceAll(/[^a-z0-9]+/gu, '_').replaceAll(/^_+|_+$/gu, '') || 'outside_help';
}
