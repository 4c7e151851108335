/**
 * npm run bench -- reports [FINDINGS]: how long the weekly mail takes, and how much memory, from 100,000 findings and
 * 1,000,000 events of one organization. Composed in a process of its own, as the service does.
 */
import '../crash/run-typescript.js';

// Nest's decorators need more than types taken away: what follows is loaded by the import above.
await import('./measure-reports.js');
