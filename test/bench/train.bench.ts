import { readFileSync, writeFileSync } from 'node:fs';
import { FIELD_SETS } from './field-set-names.js';
import { parseFieldSet } from './field-set.js';
import { trainFieldModel } from './train-field-model.js';

// npm run train:classifier: trains on the project's own words and labelled fields, and writes the weights.
const data = new URL('./labelled/', import.meta.url);
const target = new URL('../../libs/rules/src/classify/model/weights.ts', import.meta.url);

const fields = FIELD_SETS.flatMap((file) => parseFieldSet(readFileSync(new URL(file, data), 'utf8'), file));
const { categories, weights } = trainFieldModel(fields);
const base64 = Buffer.from(weights.buffer).toString('base64');
writeFileSync(
  target,
  [
    '// Written by `npm run train:classifier`; what it is made of stands in test/bench/labelled/README.md.',
    "import type { FieldCategory } from '#connectors/contract/category.js';",
    '',
    `export const MODEL_CATEGORIES: readonly FieldCategory[] = ${JSON.stringify(categories)};`,
    '',
    '/** Signed bytes, a row of features per category, as base64. */',
    `export const MODEL_WEIGHTS = '${base64}';`,
    '',
  ].join('\n'),
);
console.log(
  `${fields.length} labelled fields, ${categories.length} categories, ${Math.round(base64.length / 1024)} KB.`,
);
