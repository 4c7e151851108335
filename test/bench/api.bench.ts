/**
 * npm run bench -- api [REQUESTS]: how long the service takes to answer with 100,000 findings and 1,000,000 events of one
 * organization in the database, alone and beside 200 others. Requests go through everything but the socket, one after
 * the other.
 */
import '../crash/run-typescript.js';

// Nest's decorators need more than types taken away: what follows is loaded by the import above.
await import('./measure-api.js');
