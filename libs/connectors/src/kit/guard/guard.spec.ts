import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ReadRefusedError, UserActionError, VendorFailedError } from '../../contract/error.js';
import type { VendorAnswer, Verdict } from '../../contract/vendor-access.js';
import { installChokePoints } from './choke-points.js';
import { Guard, type Credential, type GuardSheet } from './guard.js';
import { json, type LoopbackServer, loopbackServer } from './guarded-server.spec-builders.js';
import type { Pace } from './waiting.js';

const sheet: GuardSheet = {
  id: 'hubspot',
  title: 'HubSpot',
  hosts: ['api.hubapi.com'],
  readsByPost: [],
  rateLimit: { requests: 1_000, perMs: 1_000, concurrency: 4 },
  verdictOf: ({ status, headers }): Verdict => {
    if (status === 401) return { kind: 'expired' };
    if (status === 429 || status >= 500) {
      const after = headers['retry-after'];
      return { kind: 'wait', afterMs: after ? Number(after) * 1_000 : null, reason: 'too many requests' };
    }
    if (status === 403) {
      return {
        kind: 'refused',
        refusal: { status: 'denied', reason: 'not allowed', actor: 'user', step: 'Allow it.', scope: 'crm' },
      };
    }
    return { kind: 'fine' };
  },
};

const Names = z.object({ results: z.array(z.object({ id: z.string() })) });
const SECRET = 'token-canary-1';

async function call(token: string): Promise<VendorAnswer> {
  const response = await fetch('https://api.hubapi.com/crm', {
    headers: { authorization: `Bearer ${token}` },
  });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}

const fixed: Credential = {
  token: () => Promise.resolve(SECRET),
  renewed: () => Promise.resolve(`${SECRET}-new`),
};

interface Setting {
  readonly answer: Parameters<typeof loopbackServer>[0];
  readonly credential?: Credential;
  readonly sheet?: GuardSheet;
  readonly signal?: AbortSignal;
}

async function withGuard<T>(
  { answer, credential = fixed, sheet: used = sheet, signal = new AbortController().signal }: Setting,
  use: (guard: Guard, pauses: readonly number[], server: LoopbackServer) => Promise<T>,
): Promise<T> {
  await using server = await loopbackServer(answer);
  const pauses: number[] = [];
  const pace: Pace = {
    speed: 1,
    now: () => 0,
    random: () => 1,
    wait: (ms) => {
      pauses.push(ms);
      return Promise.resolve();
    },
  };
  const guard = new Guard(used, { credential, simulatedOrigin: server.origin, signal, pace });
  try {
    return await use(guard, pauses, server);
  } finally {
    guard.close();
  }
}

async function refusal(read: Promise<unknown>): Promise<ReadRefusedError> {
  const error = await read.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ReadRefusedError)) throw new Error('no refusal', { cause: error });
  return error;
}

describe('a guard', () => {
  let takeAway: () => void;
  beforeAll(() => {
    takeAway = installChokePoints();
  });
  afterAll(() => takeAway());

  it('gives the parts of the answer that were asked for', () =>
    withGuard(
      { answer: (_, response) => json(response, { results: [{ id: '1', name: 'x' }], more: 1 }) },
      async (guard) => {
        expect(await guard.read(Names, call)).toEqual({ results: [{ id: '1' }] });
      },
    ));

  it('shows nobody the token it holds', () =>
    withGuard({ answer: (_, response) => json(response, { results: [] }) }, async (guard) => {
      await guard.read(Names, call);
      expect(inspect(guard, { depth: Infinity, showHidden: true })).not.toContain(SECRET);
      expect(JSON.stringify(guard)).not.toContain(SECRET);
    }));

  it('waits as long as the vendor asks, then longer each time, and asks again', () =>
    withGuard(
      {
        answer: (_, response, nth) =>
          nth === 1
            ? json(response, {}, 429, { 'retry-after': '7' })
            : nth < 4
              ? json(response, {}, 503)
              : json(response, { results: [] }),
      },
      async (guard, pauses) => {
        await guard.read(Names, call);
        expect(pauses).toEqual([7_000, 2_000, 4_000]);
      },
    ));

  it('gives up in the end, and says that the vendor must act', () =>
    withGuard({ answer: (_, response) => json(response, {}, 503) }, async (guard, pauses, server) => {
      const { refusal: said } = await refusal(guard.read(Names, call));
      expect(said).toMatchObject({ status: 'failed', actor: 'vendor', reason: 'too many requests' });
      expect(server.seen).toHaveLength(8);
      expect(pauses).toHaveLength(7);
    }));

  it('does not wait for hours', () =>
    withGuard(
      { answer: (_, response) => json(response, {}, 429, { 'retry-after': '7200' }) },
      async (guard, pauses) => {
        const { refusal: said } = await refusal(guard.read(Names, call));
        expect(said.step).toMatch(/about 2 hours/u);
        expect(pauses).toEqual([]);
      },
    ));

  it('passes on what the vendor refuses, without asking twice', () =>
    withGuard({ answer: (_, response) => json(response, {}, 403) }, async (guard, _, server) => {
      expect((await refusal(guard.read(Names, call))).refusal).toMatchObject({
        status: 'denied',
        scope: 'crm',
      });
      expect(server.seen).toHaveLength(1);
    }));

  it('renews a token that is not taken, once, and goes on with the new one', () =>
    withGuard(
      {
        answer: (request, response) =>
          request.headers.authorization === `Bearer ${SECRET}`
            ? json(response, {}, 401)
            : json(response, { results: [] }),
      },
      async (guard, _, server) => {
        await Promise.all([guard.read(Names, call), guard.read(Names, call)]);
        await guard.read(Names, call);
        expect(server.seen.at(-1)?.headers.authorization).toBe(`Bearer ${SECRET}-new`);
      },
    ));

  it('takes a new token that ended while it waited for no lost login', () =>
    withGuard(
      {
        answer: (_, response, nth) =>
          nth === 4 ? json(response, { results: [] }) : json(response, {}, nth % 2 === 1 ? 401 : 429),
      },
      async (guard, pauses) => {
        expect(await guard.read(Names, call)).toEqual({ results: [] });
        expect(pauses).toHaveLength(1);
      },
    ));

  it('asks nothing more once the login is lost', () =>
    withGuard({ answer: (_, response) => json(response, {}, 401) }, async (guard, _, server) => {
      expect((await refusal(guard.read(Names, call))).refusal).toMatchObject({
        status: 'denied',
        actor: 'user',
      });
      const asked = server.seen.length;
      await refusal(guard.read(Names, call));
      expect(server.seen).toHaveLength(asked);
    }));

  it.each([
    [
      new UserActionError({ message: 'revoked', step: 'Connect HubSpot again.' }),
      'user',
      'Connect HubSpot again.',
    ],
    [new VendorFailedError({ message: 'overloaded' }), 'vendor', expect.stringMatching(/next scan/u)],
  ])('says who must act when no token is to be had: %s', (thrown, actor, step) => {
    const credential = { token: () => Promise.reject(thrown), renewed: () => Promise.reject(thrown) };
    return withGuard({ answer: (_, response) => json(response, {}), credential }, async (guard) => {
      expect((await refusal(guard.read(Names, call))).refusal).toMatchObject({ actor, step });
    });
  });

  it('names the field that changed, and quotes no value', () =>
    withGuard(
      {
        answer: (_, response) =>
          json(response, { results: [{ id: 'kept' }, { id: { note: 'value-canary' } }] }),
      },
      async (guard) => {
        const error = await refusal(guard.read(Names, call));
        expect(error.refusal).toMatchObject({ status: 'failed', actor: 'us' });
        expect(error.refusal.reason).toContain('results[].id');
        const shown = inspect(error, { depth: Infinity, showHidden: true });
        expect(shown).not.toContain('value-canary');
        expect(shown).not.toContain(SECRET);
      },
    ));

  it.each([
    ['HTML', '<html><body>502</body></html>'],
    ['a cut-off answer', '{"results":[{"id":"val'],
    ['nothing', ''],
  ])('does not take %s for an empty list', (_, body) =>
    withGuard(
      { answer: (__, response) => void response.writeHead(200).end(body) },
      async (guard, ___, server) => {
        expect((await refusal(guard.read(Names, call))).refusal).toMatchObject({
          status: 'failed',
          actor: 'vendor',
        });
        expect(server.seen).toHaveLength(3);
      },
    ),
  );

  it('survives a connection that breaks', () =>
    withGuard(
      {
        answer: (request, response, nth) =>
          nth === 1 ? void request.socket.destroy() : json(response, { results: [] }),
      },
      async (guard, pauses) => {
        expect(await guard.read(Names, call)).toEqual({ results: [] });
        expect(pauses).toHaveLength(1);
      },
    ));

  it('says that a vendor cannot be reached, without what the SDK threw', () =>
    withGuard({ answer: (_, response) => json(response, {}) }, async (guard) => {
      const failing = () => Promise.reject(new Error(`Bearer ${SECRET}`));
      const error = await refusal(guard.read(Names, failing));
      expect(error.refusal).toMatchObject({ status: 'failed', actor: 'vendor' });
      expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain(SECRET);
    }));

  it('lets no request pass that could change something, whatever a connector tries', () =>
    withGuard({ answer: (_, response) => json(response, {}) }, async (guard, _, server) => {
      const deleting = async (): Promise<VendorAnswer> => {
        const { status } = await fetch('https://api.hubapi.com/crm/1', { method: 'DELETE' });
        return { status, headers: {}, body: '{}' };
      };
      await expect(guard.read(z.object({}), deleting)).rejects.toMatchObject({ actor: 'us' });
      expect(server.seen).toEqual([]);
    }));

  it('keeps to the published limit over any span of its length', () => {
    const narrow = { ...sheet, rateLimit: { requests: 5, perMs: 200, concurrency: 5 } };
    const at: number[] = [];
    return withGuard(
      {
        sheet: narrow,
        answer: (_, response) => {
          at.push(performance.now());
          json(response, { results: [] });
        },
      },
      async (guard) => {
        await Promise.all(Array.from({ length: 16 }, () => guard.read(Names, call)));
        for (let nth = 5; nth < at.length; nth += 1) {
          // As the vendor counts, who sees each when it arrives, however long that took.
          expect((at[nth] ?? 0) - (at[nth - 5] ?? 0)).toBeGreaterThanOrEqual(200);
        }
      },
    );
  });

  it('stops at once when the scan is cancelled', () => {
    const stop = new AbortController();
    return withGuard(
      { answer: () => stop.abort(new Error('cancelled')), signal: stop.signal },
      async (guard) => {
        await expect(guard.read(Names, call)).rejects.toThrow('cancelled');
        await expect(guard.read(Names, call)).rejects.toThrow('cancelled');
      },
    );
  });
});
