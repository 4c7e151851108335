import type { InventoryPerson } from '../engine/inventory.js';
import { counted } from '../catalog/wording.js';
import { comparableName } from './comparable-name.js';
import type { DraftedSystem } from './draft-systems.js';
import { inComment, policyText, scalar } from './draft-text.js';
import { email } from './parse/policy-values.js';

/** A login of somebody in a system. */
interface Login {
  readonly system: string;
  readonly person: InventoryPerson;
}

/** Somebody who can log in somewhere, as far as names tell. */
export interface DraftedPerson {
  readonly identifier: string;
  /** The address of the entry; null where the tools show a user name or a name only. */
  readonly address: string | null;
  readonly logins: readonly Login[];
}

/** Everybody with access to a system, in alphabetical order; who is suspended everywhere has none (E35). */
export function draftedPeople(systems: readonly DraftedSystem[]): readonly DraftedPerson[] {
  const logins = systems.flatMap(({ system, people }) =>
    people.filter(({ state }) => state !== 'suspended').map((person) => ({ system, person })),
  );
  const byName = Map.groupBy(logins, ({ person }) => comparableName(person.identifier));
  return [...byName]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, ofOne]) => {
      const address = email().safeParse(name);
      return { identifier: name, address: address.success ? address.data : null, logins: ofOne };
    });
}

/** `people:`, one entry a person. */
export function peopleLines(people: readonly DraftedPerson[]): readonly string[] {
  const taken = new Set(people.flatMap(({ address }) => address ?? []));
  return ['people:', ...people.flatMap((person) => personLines(person, people, taken))];
}

/** One role for each level that somebody has in a system. */
export function accessLines(people: readonly DraftedPerson[]): readonly string[] {
  const logins = people.flatMap((person) => person.logins);
  const byRole = Map.groupBy(logins, (login) => roleOf(login));
  return [
    'access:',
    ...[...byRole].map(([role, ofRole]) => {
      const [login] = ofRole;
      const entry = login ? `${login.system}: ${levelOf(login)}` : '';
      return `  - { role: ${role}, systems: { ${entry} } } # ${counted(ofRole.length, 'login')}. Needed?`;
    }),
  ];
}

function personLines(
  person: DraftedPerson,
  people: readonly DraftedPerson[],
  taken: Set<string>,
): readonly string[] {
  const roles = `roles: [${[...new Set(person.logins.map(roleOf))].join(', ')}]`;
  const seen = person.logins.map(loginInWords).join('; ');
  if (person.address !== null)
    return [`  - { email: ${scalar(person.address)}, ${roles} } # ${seen}. Still needed?`];
  const name = policyText(person.identifier);
  if (name === null) return [`  ## A login whose name can not be written in a policy: ${seen}`];
  const guess = likelyAddress(name, people);
  const placeholder = freeAddress(taken);
  return [
    `  ## "${inComment(name)}": the tool shows no address. Write it here, or move the name to also: of the person${guess === null ? '.' : ` (${inComment(guess)}?).`}`,
    `  - { email: ${placeholder}, also: [${scalar(name)}], ${roles} } # ${seen}. Still needed?`,
  ];
}

/** `crm_admin`; a right that the tool's word does not settle is written as the least (E15). */
function roleOf(login: Login): string {
  return `${login.system}_${levelOf(login)}`;
}

function levelOf({ person: { level } }: Login): 'viewer' | 'member' | 'admin' {
  return level === 'unknown' ? 'viewer' : level;
}

function loginInWords({ system, person: { role, level, state, lastLogin } }: Login): string {
  const word = role === '' ? '' : ` ("${inComment(role)}")`;
  const rights = level === 'unknown' ? `rights that Plumbline can not rank${word}` : `${level}${word}`;
  const login =
    lastLogin === null ? '' : lastLogin === 'never' ? ', never logged in' : `, last login ${lastLogin}`;
  return `${system}: ${rights}${state === 'invited' ? ', invited' : ''}${login}`;
}

/** The one address that begins with the same word as a name: "Maria C." may be maria@... Only ever a suggestion. */
function likelyAddress(name: string, people: readonly DraftedPerson[]): string | null {
  const word = firstWord(name);
  const alike = people.flatMap(({ address }) =>
    address !== null && firstWord(address) === word ? [address] : [],
  );
  const [only] = alike;
  return word !== null && alike.length === 1 && only !== undefined ? only : null;
}

function firstWord(text: string): string | null {
  return /^[\p{L}\p{N}]+/u.exec(comparableName(text))?.[0] ?? null;
}

/** An address that belongs to nobody, for entries whose own is not known. */
function freeAddress(taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const address = `login-${number}@no-address.invalid`;
    if (!taken.has(address)) {
      taken.add(address);
      return address;
    }
  }
}
