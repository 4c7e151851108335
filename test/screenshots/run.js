// npm run screenshots: the pictures of the README and docs, anew, from the demo. Needs chromium.
import '../support/typescript-as-it-stands.js';

await import('./screenshots.cli.ts');
