// npm run test:conformance -- SPEC_FOLDER: holds our connectors and the simulated vendors against what the vendors
// publish (README, "For those who build it").
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root, runNode } from './node.js';

const [folder] = process.argv.slice(2);
if (folder === undefined || !existsSync(folder)) {
  console.error('Name the folder with the descriptions of the vendors: npm run test:conformance -- FOLDER');
  process.exit(2);
}
process.env.PLUMBLINE_VENDOR_APIS = path.resolve(folder);
const jest = path.join(root, 'node_modules/jest/bin/jest.js');
const settings = ['--selectProjects', 'conformance', '--runInBand', '--config', 'config/jest.config.js'];
process.exit(runNode(['--experimental-vm-modules', '--no-warnings', jest, ...settings], { cwd: root }));
