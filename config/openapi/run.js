// Builds first: the document is read off the built controllers.
import path from 'node:path';
import { buildIfStale } from '../launcher/build.js';
import { root, runNode } from '../launcher/node.js';

buildIfStale();
process.exit(runNode([path.join(root, 'config/openapi/write.js')]));
