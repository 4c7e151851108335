import 'reflect-metadata';
import { Ledger } from '#scanner/findings/ledger.js';
import { openDataSource } from '#scanner/storage/data-source.js';
import { secondScan } from './two-scans.js';

/** Commits the second scan into the data directory it is given, and says on standard output when it begins. */
const [dataDirectory = '', size = '0'] = process.argv.slice(2);
const scan = secondScan(Number(size));
const dataSource = await openDataSource(dataDirectory);
process.stdout.write('begin\n');
await new Ledger(dataSource).commitScan(scan);
process.stdout.write('end\n');
await dataSource.destroy();
