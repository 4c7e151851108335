// npm run demo: the example bakery over simulated vendors, on the TypeScript as it stands.
import '../support/typescript-as-it-stands.js';

await import('./demo.cli.ts');
