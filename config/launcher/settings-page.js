// npm run docs:settings: writes config/settings.md from the settings that the service knows.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildIfStale } from './build.js';
import { root } from './node.js';

buildIfStale();
const { settingsPage } = await import(path.join(root, 'dist/apps/scanner/src/settings/settings-page.js'));
writeFileSync(path.join(root, 'config/settings.md'), settingsPage());
