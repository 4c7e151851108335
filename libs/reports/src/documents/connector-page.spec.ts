import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { rightsOf } from '#connectors/kit/oauth/asked-rights.js';
import { type AnyVendorConnector, vendorConnectors } from '#connectors/registry.js';
import { connectorPage } from './connector-page.js';

const FOLDER = 'docs/connectors';
const pageOf = (connector: AnyVendorConnector): string =>
  connectorPage({ ...connector, rights: rightsOf(connector) });
const pages = vendorConnectors.map((connector) => [connector.id, connector] as const);

describe('the page of a connector', () => {
  it.each(pages)('%s is committed as its data sheet has it', (id, connector) => {
    const committed = readFileSync(`${FOLDER}/${id}.md`, 'utf8');
    if (committed !== pageOf(connector)) {
      throw new Error(
        `docs/connectors/${id}.md is not what the data sheet says: run npm run docs:connectors`,
      );
    }
  });

  it('stands there for every connector, and for nothing else', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual(pages.map(([id]) => `${id}.md`).toSorted());
  });

  it.each(pages)('%s names every right, gap, step, condition and host', (_, connector) => {
    const page = pageOf(connector).replaceAll('\\', '');
    const { ways, conditions, cannotRead, hosts, revokeByHand, costs } = connector;
    const told = [
      ...rightsOf(connector).flatMap(({ scope, reasons }) => [scope, ...reasons.map(withoutFirstLetter)]),
      ...cannotRead.flatMap(({ reason, step }) => [withoutFirstLetter(reason), step]),
      ...ways.flatMap(({ title, guide }) => [title, ...guide.map(({ text }) => text)]),
      ...conditions.flatMap(({ text, source, seen }) => [text, source, seen]),
      ...costs.map(({ of }) => withoutFirstLetter(of)),
      ...hosts,
      revokeByHand,
    ].map((words) => words.replaceAll(/\s+/gu, ' '));
    expect(told.filter((words) => !page.includes(words))).toEqual([]);
  });

  it('says what the limits make of a large account', () => {
    const [first] = vendorConnectors;
    if (first === undefined) throw new Error('There is no connector.');
    const page = pageOf({
      ...first,
      rateLimit: { requests: 20, perMs: 60_000, concurrency: 2, burst: { requests: 2, perMs: 1_000 } },
      partLimits: { slow: { requests: 1, perMs: 60_000 } },
      costs: [
        { of: 'cards', requests: 1, per: 100 },
        { of: 'letters', requests: 1, per: 1_000, part: 'slow' },
      ],
    });
    expect(page).toContain('| Cards | 10 requests, 4 seconds | 1,000 requests, 50 minutes |');
    expect(page).toContain('| Letters | 1 request, a moment | 100 requests, 99 minutes |');
    expect(page).toContain('at most 20 times in a minute and at most 2 times in a second, with 2 requests');
  });

  it('says plainly where a vendor has no rights to choose from', () => {
    const [first] = vendorConnectors;
    if (first === undefined) throw new Error('There is no connector.');
    expect(connectorPage({ ...first, rights: [] })).toContain('has no rights to choose from');
  });
});

/** Sentences begin with a capital. */
function withoutFirstLetter(words: string): string {
  return words.slice(1);
}
