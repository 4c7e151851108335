import { z } from 'zod';
import { complaint, didYouMean, foundInWords, pathInWords, shortened, unexpected } from './complaint.js';
import type { Complaint, Path } from './complaint.js';
import { categories } from '#connectors/contract/category.js';
import { isBlock, type Block } from './loose-tree.js';
import { nearestWord } from './nearest-word.js';

/** What Zod found, for people: what was expected, what stands there, which known key is nearest. */
export function schemaComplaints(
  error: z.ZodError,
  schema: z.ZodType,
  tree: unknown,
  has: (path: Path) => boolean,
): Complaint[] {
  const shape: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return error.issues.flatMap((issue) => {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownKey(path, key, keysAt(shape, path)))
      : [wrongValue(issue, path, tree, has)];
  });
}

function unknownKey(path: Path, key: string, known: readonly string[]): Complaint {
  const nearest = nearestWord(key, known);
  const hint = nearest === null ? ` Known here: ${known.join(', ')}.` : didYouMean(nearest);
  return {
    place: { path: [...path, key], at: 'key' },
    message: `${pathInWords(path)}: \`${shortened(key)}\` is not known here.${hint}`,
    expected: `one of ${known.join(', ')}`,
    found: foundInWords(key),
    nearest,
  };
}

function wrongValue(
  issue: z.core.$ZodIssue,
  path: Path,
  tree: unknown,
  has: (path: Path) => boolean,
): Complaint {
  const found = valueAt(tree, path);
  const key = path.at(-1);
  if (found === undefined && typeof key === 'string' && !has(path)) {
    const parent = path.slice(0, -1);
    return {
      ...complaint(
        parent,
        'value',
        `\`${shortened(key)}:\` is missing; expected ${issue.message}.`,
        issue.message,
      ),
      place: { path, at: 'key' },
    };
  }
  const known =
    issue.code === 'custom' && Array.isArray(issue.params?.['known']) ? issue.params['known'] : [];
  const below =
    typeof found === 'string' ? categories.filter((each) => each.startsWith(`${found.trim()}.`)) : [];
  if (known.includes(categories[0]) && below.length > 0) {
    return complaint(path, 'value', tooBroad(shortened(String(found)), below), issue.message);
  }
  return unexpected(path, found === undefined ? 'key' : 'value', {
    expected: issue.message,
    found: foundInWords(found),
    nearest: typeof found === 'string' ? nearestWord(found, known) : null,
  });
}

/** `user` alone would cover everything (E2), and not every stem is a kind of its own. */
function tooBroad(stem: string, below: readonly string[]): string {
  const examples = below.slice(0, 4).join(', ');
  return `\`${stem}\` is too broad. Name the kinds you keep, one entry each: ${examples}${below.length > 4 ? ' ...' : ''}`;
}

function valueAt(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) => (Array.isArray(value) || isBlock(value) ? (value as Block)[part] : undefined),
    tree,
  );
}

/** The keys that the schema knows at a path. */
function keysAt(shape: unknown, path: Path): string[] {
  const node = path.reduce<unknown>((at, part) => {
    const { items, properties, additionalProperties } = isBlock(at) ? at : {};
    return typeof part === 'number'
      ? items
      : ((isBlock(properties) ? properties[part] : undefined) ?? additionalProperties);
  }, shape);
  const properties = isBlock(node) ? node['properties'] : undefined;
  return isBlock(properties) ? Object.keys(properties) : [];
}
