// node config/launcher/tool.js SCRIPT [ARGUMENTS]: a development tool from node_modules under the right Node.
import path from 'node:path';
import { root, runNode } from './node.js';

const [tool, ...args] = process.argv.slice(2);
const script = path.join(root, 'node_modules', tool);
process.exit(
  runNode(
    tool.startsWith('jest/')
      ? ['--experimental-vm-modules', '--no-warnings', script, ...args]
      : [script, ...args],
  ),
);
