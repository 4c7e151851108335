import { describe, expect, it } from '@jest/globals';
import { verdictOf } from './verdicts.js';

const business = (code: string): string =>
  JSON.stringify({
    Fault: { Error: [{ Message: 'canary', Detail: 'canary', code }], type: 'ValidationFault' },
  });
const gateway = (code: string): string =>
  JSON.stringify({
    warnings: null,
    fault: { error: [{ message: 'canary', detail: 'canary', code }], type: 'SERVICE' },
  });

describe('what QuickBooks means', () => {
  it.each([
    [401, gateway('3200'), 'expired'],
    [400, gateway('3200'), 'expired'],
    [429, gateway('3001'), 'wait'],
    [200, business('3001'), 'wait'],
    [500, business('10000'), 'wait'],
    [401, business('120'), 'refused'],
    [200, business('120'), 'refused'],
    [403, gateway('3100'), 'refused'],
    [400, business('6190'), 'refused'],
    [400, business('610'), 'refused'],
    [200, business('4001'), 'refused'],
    [200, '{"QueryResponse":{"Customer":[{"Notes":"our \\"Fault\\" entirely"}]}}', 'fine'],
  ])('by %s with %s is: %s', (status, body, kind) => {
    const verdict = verdictOf({ status, headers: {}, body });
    expect(verdict.kind).toBe(kind);
    expect(JSON.stringify(verdict)).not.toContain('canary');
  });

  it('asks for a minute where a limit is reached', () => {
    expect(verdictOf({ status: 429, headers: {}, body: '' })).toMatchObject({ afterMs: 60_000 });
  });

  it('tells a lost access, a wrong company and an unpaid one apart', () => {
    const steps = ['120', '3100', '6190'].map((code) => {
      const verdict = verdictOf({ status: 400, headers: {}, body: business(code) });
      return verdict.kind === 'refused' ? verdict.refusal.step : '';
    });
    expect(new Set(steps).size).toBe(3);
  });
});
