// npm run vendors: starts the simulated vendors on the TypeScript as it stands.
import '../support/typescript-as-it-stands.js';

await import('./vendors.cli.ts');
