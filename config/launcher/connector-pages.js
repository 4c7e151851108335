// npm run docs:connectors: writes docs/connectors from the data sheets of the connectors.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfStale } from './build.js';
import { root } from './node.js';

buildIfStale();
const built = (file) => import(pathToFileURL(path.join(root, 'dist/libs', file)).href);
const { connectorPage } = await built('reports/src/documents/connector-page.js');
const { vendorConnectors } = await built('connectors/src/registry.js');
const { rightsOf } = await built('connectors/src/kit/oauth/asked-rights.js');
const folder = path.join(root, 'docs/connectors');
mkdirSync(folder, { recursive: true });
for (const connector of vendorConnectors) {
  const page = connectorPage({ ...connector, rights: rightsOf(connector) });
  writeFileSync(path.join(folder, `${connector.id}.md`), page);
}
