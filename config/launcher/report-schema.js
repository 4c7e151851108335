// npm run generate:report-schema: writes config/report.schema.json from the schema that describes reports.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfStale } from './build.js';
import { root } from './node.js';

buildIfStale();
const built = path.join(root, 'dist/libs/reports/src/exports/json-report.schema.js');
const { jsonSchemaOfReport } = await import(pathToFileURL(built).href);
const file = path.join(root, 'config/report.schema.json');
writeFileSync(file, `${JSON.stringify(jsonSchemaOfReport(), null, 2)}\n`);
