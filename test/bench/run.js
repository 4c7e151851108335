// node config/launcher/tool.js ../test/bench/run.js NAME [ARGUMENTS]: runs NAME.bench.ts on the TypeScript as it stands,
// so that a figure never comes from an old build. `npm run bench` puts `join` before whatever it is given: another name
// after it is the one that is meant.
import { existsSync } from 'node:fs';
import '../support/typescript-as-it-stands.js';

const [, , first, second] = process.argv;
if (second !== undefined && existsSync(new URL(`${second}.bench.ts`, import.meta.url)))
  process.argv.splice(2, 1);
await import(process.env.PLUMBLINE_BENCH ?? `./${process.argv[2] ?? first}.bench.ts`);
