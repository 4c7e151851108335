import { describe, expect, it } from '@jest/globals';
import type { Capability } from '../contract/fact.js';
import type { VendorAnswer, VendorSession } from '../contract/vendor-access.js';
import type { VendorConnector } from '../contract/vendor-connector.js';
import { askedRights, type Right, rightsOf } from '../kit/oauth/asked-rights.js';
import { describeConnector, type Suite } from './describe-connector.js';
import { readAll } from './read-all.js';

interface VendorSuite<C extends Capability> extends Omit<Suite<C, VendorSession>, 'connector'> {
  readonly connector: VendorConnector<C>;
}

/** What every connector must do that reads over the network. Its own spec runs this first. */
export function describeVendorConnector<C extends Capability>(name: string, suite: VendorSuite<C>): void {
  describeConnector(name, suite);
  describeSheet(name, suite.connector);
  for (const [what, open] of Object.entries(suite.trials)) {
    describe(`${name}, read over the network from ${what},`, () => {
      it('says who must act on everything that is not complete, and how', async () => {
        await using trial = await open(new AbortController().signal);
        const { receipts } = await readAll(suite.connector, trial.session);
        for (const receipt of receipts.filter(({ status }) => status !== 'complete')) {
          expect(receipt).toMatchObject({
            actor: expect.stringMatching(/^(user|vendor|us)$/u),
            step: expect.stringMatching(/\.$/u),
          });
        }
      });

      it('names as missing only rights that it asks for', async () => {
        await using trial = await open(new AbortController().signal);
        const { receipts } = await readAll(suite.connector, trial.session);
        const asked = [...suite.connector.oauth.baseScopes, ...rightsOf(suite.connector).map(scopeOf)];
        for (const { scope } of receipts) {
          if (scope !== undefined) expect(asked).toContain(scope);
        }
      });

      it('gives no values of fields that it says it has not read', async () => {
        await using trial = await open(new AbortController().signal);
        const { facts } = await readAll(suite.connector, trial.session);
        const given = facts.flatMap((fact) => (fact.kind === 'records' ? fact.fields : []));
        expect(given.filter(({ unread }) => unread === true)).toEqual([]);
      });
    });
  }
}

function scopeOf({ scope }: Right): string {
  return scope;
}

function describeSheet<C extends Capability>(name: string, connector: VendorConnector<C>): void {
  const { hosts, oauth, ways, conditions, rateLimit, readsByPost, revokeByHand } = connector;

  describe(`${name}, as a data sheet,`, () => {
    it('speaks to its own hosts only, by https', () => {
      const urls = [
        oauth.authorizeUrl,
        oauth.tokenUrl,
        ...(oauth.revokeUrl === null ? [] : [oauth.revokeUrl]),
      ];
      for (const url of urls.map((one) => new URL(one))) {
        expect([url.protocol, hosts.includes(url.hostname)]).toEqual(['https:', true]);
      }
      for (const host of hosts) expect(host).toMatch(/^[a-z0-9.-]+$/u);
    });

    it('lists as reads by POST whole paths and nothing that contains them', () => {
      for (const path of readsByPost) expect([path.source[0], path.source.at(-1)]).toEqual(['^', '$']);
    });

    it('keeps to a limit', () => {
      const { burst, ...limit } = rateLimit;
      for (const number of Object.values({ ...limit, ...burst })) expect(number).toBeGreaterThan(0);
    });

    it('guides step by step, and says where every value belongs', () => {
      expect(ways.length).toBeGreaterThan(0);
      for (const { title, where, guide, fields } of ways) {
        expect([title, where.length > 0, guide.length > 1, fields.length > 0]).not.toContain(false);
        for (const { text } of guide) expect(text.trim()).toMatch(/\S/u);
        for (const { label, pattern } of fields) {
          expect(label).not.toBe('');
          // An empty field is never taken for a value.
          expect(pattern.test('')).toBe(false);
        }
      }
      expect(revokeByHand).not.toBe('');
    });

    it('names in its guides every right that it asks for', () => {
      const { needed, optional } = askedRights(connector);
      const shown = ways.flatMap(({ guide }) =>
        guide.map(({ text, copy }) => `${text} ${copy?.('https://plumbline.example/callback') ?? ''}`),
      );
      for (const scope of [...needed, ...optional]) expect(shown.join('\n')).toContain(scope);
    });

    it('tells the conditions of the vendor with a source and a day', () => {
      for (const { text, source, seen } of conditions) {
        expect(text).not.toBe('');
        expect(new URL(source).protocol).toBe('https:');
        expect(seen).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
      }
    });

    it.each([
      [200, {}],
      [400, {}],
      [401, {}],
      [403, {}],
      [404, {}],
      [418, {}],
      [429, {}],
      [429, { 'retry-after': '7' }],
      [500, {}],
      [503, { 'retry-after': 'Tue, 24 Nov 2026 12:00:00 GMT' }],
    ])('has a verdict on %s with %j, whatever the body, that quotes none of it', (status, headers) => {
      const bodies = [
        '',
        '<html>canary</html>',
        '{"error":',
        '[]',
        'null',
        '{"message":"canary","error":{"message":"canary"}}',
      ];
      for (const body of bodies) {
        const answer: VendorAnswer = { status, headers, body };
        const verdict = connector.verdictOf(answer);
        expect(verdict.kind === 'fine').toBe(status === 200);
        expect(JSON.stringify(verdict)).not.toContain('canary');
        if (verdict.kind === 'refused') expect(verdict.refusal.step).toMatch(/\.$/u);
      }
    });
  });
}
