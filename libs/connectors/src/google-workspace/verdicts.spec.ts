import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { googleCalls } from './google-calls.js';
import { rights } from './google-rights.js';
import { verdictOf } from './verdicts.js';

const CANARY = 'canary-of-a-customer';

function answer(status: number, error: object, headers: Readonly<Record<string, string>> = {}) {
  return { status, headers, body: JSON.stringify({ error: { code: status, message: CANARY, ...error } }) };
}

/** Drive, Directory and Reports. */
const older = (status: number, reason: string, message = CANARY) =>
  answer(status, { message, errors: [{ domain: 'global', message: CANARY, reason }] });
/** People and Sheets. */
const newer = (status: number, word: string, details: readonly object[] = []) =>
  answer(status, { status: word, details });

describe('an answer of Google', () => {
  it.each([
    ['too much for a user', older(403, 'userRateLimitExceeded')],
    ['too much for a project', older(403, 'rateLimitExceeded')],
    ['too many at once', older(403, 'quotaExceeded')],
    ['too much of a metric', newer(429, 'RESOURCE_EXHAUSTED', [{ reason: 'RATE_LIMIT_EXCEEDED' }])],
    ['trouble', older(503, 'backendError')],
    ['trouble of the front door', { status: 502, headers: {}, body: '<html>502</html>' }],
  ])('of %s is a reason to wait', (_, given) => {
    expect(verdictOf(given)).toMatchObject({ kind: 'wait', afterMs: null });
  });

  it('may say for how long to wait, in seconds or by its own clock', () => {
    const date = { date: 'Mon, 23 Nov 2026 12:00:00 GMT' };
    const wait = (after: string) => verdictOf(answer(429, {}, { ...date, 'retry-after': after }));
    expect(wait('7')).toMatchObject({ kind: 'wait', afterMs: 7_000 });
    expect(wait('Mon, 23 Nov 2026 12:01:00 GMT')).toMatchObject({ kind: 'wait', afterMs: 60_000 });
  });

  it('of 401 is a login that ran out, or somebody who is no administrator', () => {
    expect(verdictOf(older(401, 'authError', 'Invalid Credentials'))).toEqual({ kind: 'expired' });
    expect(verdictOf(newer(401, 'UNAUTHENTICATED'))).toEqual({ kind: 'expired' });
    expect(
      verdictOf(older(401, 'authError', 'Access denied. You are not authorized to read activity records.')),
    ).toMatchObject({ kind: 'refused', refusal: { status: 'denied', actor: 'user' } });
  });

  it('about a missing right names ours among all that would do', () => {
    const challenge = `Bearer realm="x", error="insufficient_scope", scope="https://www.googleapis.com/auth/drive ${rights.files}"`;
    const error = { errors: [{ reason: 'insufficientPermissions' }], status: 'PERMISSION_DENIED' };
    expect(verdictOf(answer(403, error, { 'www-authenticate': challenge }))).toMatchObject({
      kind: 'refused',
      refusal: { status: 'denied', actor: 'user', scope: rights.files },
    });
    const rpc = newer(403, 'PERMISSION_DENIED', [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }]);
    expect(verdictOf(rpc)).toMatchObject({
      refusal: { status: 'denied', reason: 'the permission was not granted' },
    });
  });

  it('about an interface that is switched off names the page, if it is one of ours', () => {
    const off = (service: string) =>
      verdictOf(newer(403, 'PERMISSION_DENIED', [{ reason: 'SERVICE_DISABLED', metadata: { service } }]));
    expect(off('people.googleapis.com')).toMatchObject({
      refusal: {
        step: expect.stringContaining('console.cloud.google.com/apis/library/people.googleapis.com'),
      },
    });
    expect(JSON.stringify(off(CANARY))).not.toContain(CANARY);
    expect(verdictOf(older(403, 'accessNotConfigured'))).toMatchObject({ refusal: { actor: 'user' } });
  });

  it.each([
    ['no administrator', older(403, 'forbidden'), 'denied', 'user'],
    ['an app that is blocked', older(403, 'domainPolicy'), 'denied', 'user'],
    ['sharing that is not shown', older(403, 'insufficientFilePermissions'), 'unsupported', 'user'],
    ['nothing there', older(404, 'notFound'), 'unsupported', 'user'],
    ['a workbook of others', newer(400, 'FAILED_PRECONDITION'), 'unsupported', 'vendor'],
    ['a question it does not take', newer(400, 'INVALID_ARGUMENT'), 'failed', 'us'],
    ['a page', { status: 403, headers: {}, body: `<html>${CANARY}</html>` }, 'failed', 'vendor'],
  ] as const)('of %s is refused, and says who must act', (_, given, status, actor) => {
    const verdict = verdictOf(given);
    expect(verdict).toMatchObject({ kind: 'refused', refusal: { status, actor } });
    expect(inspect(verdict, { depth: Infinity })).not.toContain(CANARY);
  });
});

describe("Google's client", () => {
  it('gives answers as they come: it neither judges, nor tries again, nor reads JSON', async () => {
    const before = globalThis.fetch;
    let asked = 0;
    globalThis.fetch = () => {
      asked += 1;
      return Promise.resolve(new Response('{"error":', { status: 503, headers: { 'Retry-After': '3' } }));
    };
    try {
      const given = await googleCalls.users({ maxResults: 1 })('token');
      expect(given).toMatchObject({ status: 503, body: '{"error":' });
      expect(given.headers['retry-after']).toBe('3');
      expect(asked).toBe(1);
    } finally {
      globalThis.fetch = before;
    }
  });
});
