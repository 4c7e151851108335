import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { starterPolicy } from '../starter.js';
import { policyJsonSchema } from './policy-json-schema.js';

/** As editors do: YAML first, then JSON Schema. */
const accepts = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(policyJsonSchema());
const problemsOf = (text: string) => (accepts(parse(text)) ? [] : (accepts.errors ?? []));

describe('the JSON Schema of the policy', () => {
  it('is shipped as it is generated (npm run generate:policy-schema)', () => {
    const shipped = readFileSync(path.resolve('config/policy.schema.json'), 'utf8');
    expect(JSON.parse(shipped)).toEqual(policyJsonSchema());
  });

  it('accepts the starter, also with every example switched on', () => {
    expect(problemsOf(starterPolicy())).toEqual([]);
    expect(problemsOf(starterPolicy().replaceAll(/^#(?!#)/gmu, ''))).toEqual([]);
  });

  it('accepts the policy of the example bakery', () => {
    expect(problemsOf(readFileSync(path.resolve('config/policy.example.yaml'), 'utf8'))).toEqual([]);
  });

  it.each([
    ['an unknown key', 'retension: []'],
    ['an unknown kind of data', 'data: [{ category: user.nam, in: [crm] }]'],
    ['a term in no unit', 'review_every: 3'],
    ['a maybe', 'vendors: [{ name: M, answers: { data_stays_ours: maybe } }]'],
  ])('refuses %s', (_what, line) => {
    const sound = 'plumbline: 1\norganization: A\nsystems: {}\n';
    const full = line.startsWith('data') ? sound : `${sound}data: []\n`;
    expect(problemsOf(`${full}${line}\n`)).not.toEqual([]);
  });

  it('has a sentence on every key, for editors to show', () => {
    expect([...keysWithoutSentence(policyJsonSchema() as SchemaNode, 'policy')]).toEqual([]);
  });
});

interface SchemaNode {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly additionalProperties?: SchemaNode | boolean;
}

function* keysWithoutSentence(schema: SchemaNode, name: string): Iterable<string> {
  for (const [key, value] of Object.entries(schema.properties ?? {})) {
    if (!/[.?]$/u.test(value.description ?? '')) {
      yield `${name}.${key}`;
    }
    yield* keysWithoutSentence(value, `${name}.${key}`);
  }
  for (const below of [schema.items, schema.additionalProperties]) {
    if (typeof below === 'object') {
      yield* keysWithoutSentence(below, `${name}[]`);
    }
  }
}
