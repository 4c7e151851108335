// npm run generate:policy-schema: writes config/policy.schema.json from the schema that reads policies.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfStale } from './build.js';
import { root } from './node.js';

buildIfStale();
const built = path.join(root, 'dist/libs/rules/src/policy/parse/policy-json-schema.js');
const { policyJsonSchema } = await import(pathToFileURL(built).href);
const file = path.join(root, 'config/policy.schema.json');
writeFileSync(file, `${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
