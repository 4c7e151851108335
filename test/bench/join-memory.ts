/**
 * What the join holds when everything was read: node --expose-gc join-memory.ts FOLDER joined|apart, on the built
 * libraries. Reads the same files with and without it; the difference is the join's.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Source } from '#connectors/contract/fact.js';
import { exportsConnector } from '#connectors/exports/exports.connector.js';
import { classifyField } from '#rules/classify/classify-field.js';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import { Reducer } from '#rules/reduce/reducer.js';
import { createSubjectJoin } from '#rules/reduce/subjects/subject-join.js';
import { claimWith, exportsSources } from '#scanner/scan/exports-sources.js';
import { hmacSha256 } from '#scanner/scan/hmac-sha256.js';

/** As the command does. */
setFlagsFromString('--no-allocation-site-pretenuring');

const [folder = '', mode] = process.argv.slice(2);
const read = parsePolicy(readFileSync(path.join(folder, '..', 'policy.yaml'), 'utf8'), 'policy.yaml');
if (!('policy' in read)) throw new Error(JSON.stringify(read));
const { policy } = read;
const sources: readonly Source[] = exportsSources(policy);
const join = mode === 'joined' ? createSubjectJoin({ policy, keyed: hmacSha256(randomBytes(32)) }) : null;
const reducer = new Reducer(sources, join);
const facts = exportsConnector.read({
  folder,
  country: policy.country,
  systems: sources,
  claim: claimWith(policy),
  signal: new AbortController().signal,
});
for await (const fact of facts) reducer.add(fact);
// Twice: what the first one frees outside of the heap is returned behind its back.
for (let round = 0; round < 2; round += 1) {
  globalThis.gc?.();
  await new Promise((resolve) => setTimeout(resolve, 200));
}
const { rss, arrayBuffers } = process.memoryUsage();
reducer.inventory('2026-11-23', classifyField);
console.log(JSON.stringify({ rss, arrayBuffers, peak: process.resourceUsage().maxRSS * 1024 }));
