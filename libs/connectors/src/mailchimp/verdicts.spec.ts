import { describe, expect, it } from '@jest/globals';
import { verdictOf } from './verdicts.js';

const problem = (title: string): string =>
  JSON.stringify({ type: 'https://mailchimp.com/', title, status: 0, detail: 'canary', instance: 'canary' });

describe('what an answer of Mailchimp means', () => {
  it.each([
    [200, '{"members":[],"total_items":0}', 'fine'],
    // The sign-in does not know the token, and says so with 200.
    [200, '{"error":"invalid_token"}', 'expired'],
    [401, problem('API Key Invalid'), 'expired'],
    [403, problem('Forbidden'), 'refused'],
    [403, problem('User Disabled'), 'refused'],
    // Overload: what stands before the interface writes no JSON. No right was lost.
    [403, '', 'wait'],
    [403, '<html>Access denied</html>', 'wait'],
    [429, problem('TooManyRequests'), 'wait'],
    [429, '', 'wait'],
    [404, problem('Resource Not Found'), 'refused'],
    [400, problem('Invalid Resource'), 'refused'],
    [500, problem('InternalServerError'), 'wait'],
    [502, '<html><body>502 Bad Gateway</body></html>', 'wait'],
  ])('%s with %j: %s', (status, body, kind) => {
    expect(verdictOf({ status, headers: {}, body })).toMatchObject({ kind });
  });

  it('tells a login that sees too little from one that was switched off', () => {
    const stepOf = (title: string) => {
      const verdict = verdictOf({ status: 403, headers: {}, body: problem(title) });
      return verdict.kind === 'refused' ? verdict.refusal.reason : '';
    };
    expect(stepOf('Forbidden')).toBe('Mailchimp does not let this login read it');
    expect(stepOf('Authorization Failure')).toBe(stepOf('Forbidden'));
    expect(stepOf('User Disabled')).toBe('Mailchimp has deactivated this account or login');
  });

  it('does not take a contact called invalid_token for a lost login', () => {
    const body = '{"members":[{"merge_fields":{"FNAME":"invalid_token"}}],"total_items":1}';
    expect(verdictOf({ status: 200, headers: {}, body })).toEqual({ kind: 'fine' });
  });

  it('waits as long as it is asked to', () => {
    expect(verdictOf({ status: 429, headers: { 'retry-after': '7' }, body: '' })).toMatchObject({
      afterMs: 7_000,
    });
  });
});
