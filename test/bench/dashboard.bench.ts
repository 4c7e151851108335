/**
 * npm run bench:dashboard: how quickly the overview stands before a reader with a slow phone, by the measures and the weights
 * of Lighthouse's performance score (mobile: a quarter of this computer's speed, 1.6 Mbit/s, 150 ms), what axe and the
 * browser complain of, and how smoothly a list of 100,000 findings scrolls. Needs chromium.
 */
import '../crash/run-typescript.js';

// Nest's decorators need more than types taken away: what follows is loaded by the import above.
await import('./measure-dashboard.js');
