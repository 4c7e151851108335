import { comparableName } from '../comparable-name.js';
import { complaint, foundInWords, shortened, unexpected, type Complaint, type Path } from './complaint.js';
import { knownNames } from './known-names.js';
import { asBlock, asList, asTexts, type Block } from './loose-tree.js';
import { nearestWord } from './nearest-word.js';

/**
 * What no single value shows: how the parts of a policy fit together. Works on a policy that may still be wrong
 * elsewhere, so that everything is said at once.
 */
export function crossChecks(tree: unknown): Complaint[] {
  const policy = asBlock(tree);
  return [
    ...names(policy),
    ...systemsOfOneTool(policy),
    ...systemKeys(policy),
    ...fieldsWithinSystems(policy),
    ...samePersonTwice(policy),
    ...sameEntryTwice(policy),
    ...vendorDates(policy),
  ];
}

/** Taken by files that no system claims (E7). */
const RESERVED = 'unclaimed';

function* names(policy: Block): Iterable<Complaint> {
  for (const section of ['systems', 'purposes']) {
    for (const name of Object.keys(asBlock(policy[section]))) {
      if (name === RESERVED && section === 'systems') {
        yield complaint(
          [section, name],
          'key',
          `\`${RESERVED}\` is taken: files that no system claims are called so.`,
        );
      } else if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,59}$/u.test(name)) {
        yield unexpected([section, name], 'key', {
          expected: 'a name of letters, digits, "_" and "-", at most 60',
          found: foundInWords(name),
        });
      }
    }
  }
}

/** E7: where two systems are of one tool, something has to tell them apart. Files of any origin need to be named. */
function* systemsOfOneTool({ systems }: Block): Iterable<Complaint> {
  const tools = Object.entries(asBlock(systems)).map(([name, entry]) => ({ name, entry: asBlock(entry) }));
  for (const { name, entry } of tools) {
    const tool = asTexts(entry['connector'])[0];
    const others = tools.filter(
      (other) => other.name !== name && asTexts(other.entry['connector'])[0] === tool,
    );
    const says = (message: string) => complaint(['systems', name, 'connector'], 'value', message);
    if (tool === 'exports' && asList(entry['files']).length === 0) {
      yield says('files of any origin are known by their names only; add `files: ["folder/*.xlsx"]`.');
    }
    const isSaid = tool === 'exports' || entry['files'] !== undefined || entry['connection'] !== undefined;
    if (tool !== undefined && others.length > 0 && !isSaid) {
      const same = others.map((other) => `\`${shortened(other.name)}\``).join(', ');
      yield says(`so is ${same}; say by \`files:\` or \`connection:\` which of your data belongs to which.`);
    }
  }
}

/** Names of systems that stand as keys. */
function* systemKeys(policy: Block): Iterable<Complaint> {
  const known = knownNames(policy).systems;
  const places: [string, string][] = [
    ['data', 'fields'],
    ['access', 'systems'],
    ['consent', 'evidence'],
  ];
  for (const [section, key] of known === null ? [] : places) {
    for (const [index, entry] of asList(policy[section]).entries()) {
      for (const system of Object.keys(asBlock(asBlock(entry)[key]))) {
        if (!known?.includes(system)) {
          yield unexpected([section, index, key, system], 'key', {
            expected: 'a system named under `systems:`',
            found: foundInWords(system),
            nearest: nearestWord(system, known ?? []),
          });
        }
      }
    }
  }
}

/** A field list, or a proof, for a system that the entry does not speak of would do nothing. */
function* fieldsWithinSystems(policy: Block): Iterable<Complaint> {
  const known = knownNames(policy).systems ?? [];
  for (const [section, key] of [
    ['data', 'fields'],
    ['consent', 'evidence'],
  ] as const) {
    for (const [index, entry] of asList(policy[section]).map(asBlock).entries()) {
      const here = asTexts(entry['in']);
      for (const system of Object.keys(asBlock(entry[key]))) {
        if (known.includes(system) && entry['in'] !== undefined && !here.includes(system)) {
          yield complaint(
            [section, index, key, system],
            'key',
            'this system is missing from `in:` of the same entry.',
          );
        }
      }
    }
  }
}

/** One name must lead to one person. */
function* samePersonTwice({ people }: Block): Iterable<Complaint> {
  const owners = new Map<string, number>();
  for (const [index, { email, also }] of asList(people).map(asBlock).entries()) {
    const places: [string, Path][] = [
      ...asTexts(email).map((name): [string, Path] => [name, ['people', index, 'email']]),
      ...asList(also).flatMap((name, at): [string, Path][] =>
        typeof name === 'string' ? [[name, ['people', index, 'also', at]]] : [],
      ),
    ];
    for (const [name, path] of places) {
      const owner = owners.get(comparableName(name));
      if (owner !== undefined && owner !== index) {
        yield complaint(
          path,
          'value',
          `\`${shortened(name)}\` is already a name of people[${owner}]; one name is one person.`,
        );
      }
      owners.set(comparableName(name), owner ?? index);
    }
  }
}

/** Entries of which only one can be meant. */
function* sameEntryTwice(policy: Block): Iterable<Complaint> {
  const rules: { section: string; keys: string[]; same: string }[] = [
    { section: 'vendors', keys: ['name'], same: 'the same vendor' },
    { section: 'retention', keys: ['subjects', 'after'], same: 'the same people from the same event on' },
    { section: 'classify', keys: ['system', 'object', 'field'], same: 'the same field' },
  ];
  for (const { section, keys, same } of rules) {
    const seen = new Map<string, number>();
    for (const [index, entry] of asList(policy[section]).entries()) {
      const identity = keys.map((key) => comparableName(asTexts(asBlock(entry)[key])[0] ?? ''));
      const first = seen.get(JSON.stringify(identity));
      if (first !== undefined && identity[0] !== '') {
        yield complaint(
          [section, index],
          'value',
          `${section}[${first}] already speaks of ${same}; make them one entry.`,
        );
      }
      seen.set(JSON.stringify(identity), first ?? index);
    }
  }
}

function* vendorDates({ vendors }: Block): Iterable<Complaint> {
  for (const [index, vendor] of asList(vendors).map(asBlock).entries()) {
    const { trains_shared_ai: trains, opted_out_on: on } = asBlock(vendor['answers']);
    const path: Path = ['vendors', index, 'answers'];
    if (trains === 'opted_out' && on === undefined) {
      yield complaint(
        [...path, 'trains_shared_ai'],
        'value',
        '`opted_out` needs the day beside it: `opted_out_on: 2026-01-15`.',
        'opted_out_on',
      );
    }
    if (on !== undefined && trains !== 'opted_out') {
      yield complaint([...path, 'opted_out_on'], 'key', 'this day belongs to `trains_shared_ai: opted_out`.');
    }
    const { signed, expires } = asBlock(vendor['dpa']);
    if (isDay(signed) && isDay(expires) && expires <= signed) {
      yield complaint(
        ['vendors', index, 'dpa', 'expires'],
        'value',
        'the agreement ends before it was signed.',
      );
    }
  }
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value);
}
