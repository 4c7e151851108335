// node --experimental-transform-types test/bench/join.js [CUSTOMERS]: reads the TypeScript as it stands, like accuracy.js.
process.env.PLUMBLINE_BENCH = './join.bench.ts';
await import('./accuracy.js');
