import { describe, expect, it } from '@jest/globals';
import type { Verdict } from '../contract/vendor-access.js';
import { verdictOf } from './verdicts.js';

function on(status: number, body: unknown = '', headers: Readonly<Record<string, string>> = {}): Verdict {
  return verdictOf({ status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
}

const limit = (policyName: string) => ({ status: 'error', errorType: 'RATE_LIMIT', policyName });

describe("HubSpot's answers", () => {
  it.each([
    [200, ''],
    [207, ''],
  ])('%s is fine', (status, body) => expect(on(status, body)).toEqual({ kind: 'fine' }));

  it('401 asks for a new token, whatever the reason', () => {
    for (const category of ['EXPIRED_AUTHENTICATION', 'INVALID_AUTHENTICATION']) {
      expect(on(401, { category })).toEqual({ kind: 'expired' });
    }
  });

  it.each([
    ['TEN_SECONDLY_ROLLING', {}, 10_000],
    ['SECONDLY', {}, 1_000],
    ['SOMETHING_NEW', {}, null],
    ['TEN_SECONDLY_ROLLING', { 'retry-after': '3' }, 3_000],
  ])('429 for %s with %j waits as long as that limit counts', (policyName, headers, afterMs) => {
    expect(on(429, limit(policyName), headers)).toMatchObject({ kind: 'wait', afterMs });
  });

  it('429 for the day says that only tomorrow helps', () => {
    expect(on(429, limit('DAILY'))).toMatchObject({
      kind: 'refused',
      refusal: { status: 'failed', actor: 'vendor', step: expect.stringMatching(/midnight/u) },
    });
  });

  it('403 names the missing right, and tells it from a plan that lacks the feature', () => {
    const missing = { errors: [{ message: 'x', context: { requiredScopes: ['crm.objects.deals.read'] } }] };
    expect(on(403, { category: 'MISSING_SCOPES', ...missing })).toMatchObject({
      refusal: { status: 'denied', actor: 'user', scope: 'crm.objects.deals.read' },
    });
    const banned = on(403, { category: 'BANNED', message: 'value-canary' });
    expect(banned).toMatchObject({
      refusal: { status: 'denied', actor: 'user', step: expect.stringMatching(/plan/u) },
    });
    expect(banned).not.toHaveProperty('refusal.scope');
    expect(JSON.stringify(banned)).not.toContain('canary');
  });

  it('403 shows nothing that is no right', () => {
    const odd = { errors: [{ context: { requiredScopes: ['anna@example.com called: value-canary'] } }] };
    expect(JSON.stringify(on(403, { category: 'MISSING_SCOPES', ...odd }))).not.toContain('canary');
  });

  it.each([
    [423, {}, 2_000],
    [477, { 'retry-after': '7200' }, 7_200_000],
    [477, {}, 3_600_000],
    [500, {}, null],
    [502, {}, null],
    [524, {}, null],
    [503, { 'retry-after': '20' }, 20_000],
  ])('%s with %j is a pause', (status, headers, afterMs) => {
    expect(on(status, '<html></html>', headers)).toMatchObject({ kind: 'wait', afterMs });
  });

  it.each([400, 404, 414, 301])('%s is ours to mend', (status) => {
    expect(on(status, '<html>404</html>')).toMatchObject({ refusal: { status: 'failed', actor: 'us' } });
  });
});
