// Builds the dashboard into dist/dashboard: scripts and styles by hash, each also packed, and says how large it became.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { root } from '../launcher/node.js';

const OUT = path.join(root, 'dist/dashboard');
const OVERVIEW_BUDGET = 250 * 1024;

// Whoever builds may test: what is built is for people.
process.env.NODE_ENV = 'production';

const { output } = await build({
  configFile: false,
  mode: 'production',
  root: path.join(root, 'apps/dashboard'),
  logLevel: 'error',
  // The strict policy of the service knows no data: fonts or scripts.
  build: {
    outDir: OUT,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
  },
});

pack(path.join(OUT, 'assets'));
const bytes = scriptOfOverview(output).reduce((sum, { code }) => sum + gzipSync(code).length, 0);
writeFileSync(path.join(OUT, 'sizes.json'), JSON.stringify({ overview_script_gzip: bytes }));
const kilobytes = (size) => `${Math.round(size / 1024)} KB`;
console.error(
  `Dashboard: the overview loads ${kilobytes(bytes)} of script, gzipped (at most ${kilobytes(OVERVIEW_BUDGET)}).`,
);
if (bytes > OVERVIEW_BUDGET) process.exit(1);

/** What the overview needs: the entry and all that it always imports. */
function scriptOfOverview(chunks) {
  const byName = new Map(
    chunks.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]),
  );
  const entry = [...byName.values()].find(({ isEntry }) => isEntry);
  const needed = new Set();
  const follow = (chunk) => {
    if (needed.has(chunk)) return;
    needed.add(chunk);
    for (const name of chunk.imports) if (byName.has(name)) follow(byName.get(name));
  };
  follow(entry);
  return [...needed];
}

/** Packed once here, not at each request. */
function pack(folder) {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const content = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    );
  }
}
