// node config/launcher/tool.js ../test/bench/run.js NAME: runs NAME.bench.ts on the TypeScript as it stands,
// so that a figure never comes from an old build.
import '../support/typescript-as-it-stands.js';

await import(process.env.PLUMBLINE_BENCH ?? `./${process.argv[2]}.bench.ts`);
