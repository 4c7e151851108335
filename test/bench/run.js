// node config/launcher/tool.js ../test/bench/run.js NAME: runs NAME.bench.ts on the TypeScript as it stands,
// so that a figure never comes from an old build.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    const library = /^#(connectors|rules|reports)\/(.+)\.js$/.exec(specifier);
    if (library) return next(new URL(`libs/${library[1]}/src/${library[2]}.ts`, root).href, context);
    const relative = /^(\.{1,2}\/.+)\.js$/.exec(specifier);
    if (relative && context.parentURL?.endsWith('.ts')) {
      const source = new URL(`${relative[1]}.ts`, context.parentURL);
      if (existsSync(fileURLToPath(source))) return next(source.href, context);
    }
    return next(specifier, context);
  },
});

await import(process.env.PLUMBLINE_BENCH ?? `./${process.argv[2]}.bench.ts`);
