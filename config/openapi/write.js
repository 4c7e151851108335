// npm run openapi: writes config/openapi.json from the controllers.
import 'reflect-metadata';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'prettier';
import { root } from '../launcher/node.js';
import { dashboardTypesOf } from './dashboard-types.js';
import { documentOf } from './document.js';

const scanner = path.join(root, 'dist/apps/scanner/src');
const { httpServer } = await import(path.join(scanner, 'service/http-server.js'));
const { ServiceLog } = await import(path.join(scanner, 'service/service-log.js'));
const { controllers } = await import(path.join(scanner, 'service/controllers.js'));
const { readSettings } = await import(path.join(scanner, 'settings/read-settings.js'));
const { ACCESS } = await import(path.join(scanner, 'api/access.js'));
const { ANSWER, TAKES_FILE } = await import(path.join(scanner, 'api/answers.js'));
const { Problem } = await import(path.join(scanner, 'api/problem.js'));
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

const dataDirectory = mkdtempSync(path.join(tmpdir(), 'plumbline-openapi-'));
const app = await httpServer({
  settings: readSettings({ PLUMBLINE_DATA_DIR: dataDirectory }),
  log: ServiceLog.to({ write: () => undefined }, 'error'),
  clock: () => new Date(),
});
const document = documentOf(app, { controllers, ACCESS, ANSWER, TAKES_FILE, Problem, version });
await app.close();
rmSync(dataDirectory, { recursive: true });
const text = await format(JSON.stringify(document), { parser: 'json', printWidth: 110 });
writeFileSync(path.join(root, 'config/openapi.json'), text);
writeFileSync(path.join(root, 'apps/dashboard/src/api/openapi-types.ts'), await dashboardTypesOf(document));
console.log(`config/openapi.json: ${Object.keys(document.paths).length} paths`);
