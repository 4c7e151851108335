// Imported first, lets Node run our TypeScript without a build, so that a figure or an answer never comes from an old one.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    const library = /^#(connectors|rules|reports)\/(.+)\.js$/.exec(specifier);
    if (library) return next(new URL(`libs/${library[1]}/src/${library[2]}.ts`, root).href, context);
    const scanner = /^#scanner\/(.+)\.js$/.exec(specifier);
    if (scanner) return next(new URL(`apps/scanner/src/${scanner[1]}.ts`, root).href, context);
    const relative = /^(\.{1,2}\/.+)\.js$/.exec(specifier);
    if (relative && context.parentURL?.endsWith('.ts')) {
      const source = new URL(`${relative[1]}.ts`, context.parentURL);
      if (existsSync(fileURLToPath(source))) return next(source.href, context);
    }
    return next(specifier, context);
  },
});
