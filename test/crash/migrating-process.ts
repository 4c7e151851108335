import 'reflect-metadata';
import { openDataSource } from '#scanner/storage/data-source.js';

/** Opens the data directory it is given, which brings it up to date, and says when it begins. */
const [dataDirectory = ''] = process.argv.slice(2);
process.stdout.write('begin\n');
const dataSource = await openDataSource(dataDirectory);
process.stdout.write('end\n');
await dataSource.destroy();
