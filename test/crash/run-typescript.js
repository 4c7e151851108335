// Lets a child process run our TypeScript as it stands, without a build: node --conditions=source --import THIS child.ts
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformFileSync } from '@swc/core';

registerHooks({
  resolve(specifier, context, nextResolve) {
    const isOurs = specifier.startsWith('.') && /\.tsx?$/u.test(context.parentURL ?? '');
    return nextResolve(isOurs ? sourceOf(specifier, context.parentURL) : specifier, context);
  },
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !/\.tsx?$/u.test(url)) return nextLoad(url, context);
    const { code } = transformFileSync(fileURLToPath(url), {
      swcrc: false,
      module: { type: 'es6' },
      jsc: {
        target: 'es2024',
        parser: { syntax: 'typescript', decorators: true, tsx: url.endsWith('.tsx') },
        transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      },
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});

/** Everything is imported as .js: mostly it is .ts, mails are .tsx, and the launcher is .js. */
function sourceOf(specifier, parent) {
  const sources = ['.ts', '.tsx'].map((ending) => specifier.replace(/\.js$/u, ending));
  return sources.find((source) => existsSync(new URL(source, parent))) ?? specifier;
}
