import 'reflect-metadata';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { Connections } from '#scanner/connections/connections.js';
import { KeyRing } from '#scanner/connections/key-ring.js';
import { realMeans } from '#scanner/connections/means.js';
import { Vault } from '#scanner/connections/vault.js';
import { openDataSource } from '#scanner/storage/data-source.js';

/** Renews the one login of a data directory again and again, and says so each time. */
const [dataDirectory = '', organization = ''] = process.argv.slice(2);
installChokePoints();
const dataSource = await openDataSource(dataDirectory);
const vault = new Vault(KeyRing.of(dataDirectory, {}));
const connections = new Connections(dataSource, vault, realMeans(process.env));
const [open] = await connections.open(organization);
if (open === undefined) throw new Error('There is no login to renew.');
process.stdout.write('begin\n');
for (let token = await open.credential.token(); ; token = await open.credential.renewed(token)) {
  process.stdout.write('renewed\n');
}
