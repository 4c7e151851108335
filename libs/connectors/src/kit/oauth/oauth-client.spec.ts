import { describe, expect, it } from '@jest/globals';
import { Secret } from '../secret.js';
import { clientOf, sheetWith, tokenServer } from './token-server.spec-builders.js';

const old = new Secret('refresh-canary-0');

describe('renewing', () => {
  it('gives the new tokens, and the refresh token that replaces the old one', async () => {
    const server = tokenServer({});
    const tokens = await clientOf(server).refresh(old);
    expect(tokens.refreshToken?.reveal()).toBe('refresh-canary-1');
    expect(Object.fromEntries(server.seen[0]?.form ?? [])).toMatchObject({
      grant_type: 'refresh_token',
      refresh_token: 'refresh-canary-0',
    });
  });

  it('tells nothing of rights where the answer is silent, and of its end what the data sheet knows', async () => {
    const body = { access_token: 'a', refresh_token: 'r', token_type: 'Bearer' };
    const sheet = sheetWith({ refreshTokenDays: 100 });
    const tokens = await clientOf(tokenServer({ body }), sheet).refresh(old);
    expect(tokens.scopes).toBeNull();
    expect(tokens.refreshEndsAt).toEqual(new Date('2027-03-03T10:00:00Z'));
  });

  it('tells a login that was taken back from a vendor in trouble', async () => {
    const revoked = tokenServer({ status: 400, body: { error: 'invalid_grant' } });
    await expect(clientOf(revoked).refresh(old)).rejects.toMatchObject({ actor: 'user', problem: 'revoked' });
    const trouble = tokenServer({ status: 502, body: '<html></html>' });
    await expect(clientOf(trouble).refresh(old)).rejects.toMatchObject({ actor: 'vendor' });
  });

  it.each(['constructor', '__proto__', 'no such word'])('knows no reason called %s', async (error) => {
    const refused = clientOf(tokenServer({ status: 400, body: { error } })).refresh(old);
    await expect(refused).rejects.toMatchObject({ problem: 'refused-without-reason' });
  });

  it('is not lost for an end beyond every calendar', async () => {
    const body = { access_token: 'a', expires_in: 1e15, x_refresh_token_expires_in: 1e300 };
    const tokens = await clientOf(tokenServer({ body })).refresh(old);
    expect(tokens.accessEndsAt?.toISOString()).toBe('9999-01-01T00:00:00.000Z');
    expect(tokens.refreshEndsAt?.toISOString()).toBe('9999-01-01T00:00:00.000Z');
  });
});

describe('taking back', () => {
  it('sends the token to the vendor’s address', async () => {
    const server = tokenServer({ body: '' });
    await clientOf(server).revoke(old, 'refresh_token');
    expect(server.seen[0]?.address).toBe('https://api.vendor.example/revoke');
    expect(Object.fromEntries(server.seen[0]?.form ?? [])).toMatchObject({
      token: 'refresh-canary-0',
      token_type_hint: 'refresh_token',
    });
  });

  it('is done where the token was taken back before, and fails where the vendor fails', async () => {
    await clientOf(tokenServer({ status: 400, body: { error: 'invalid_token' } })).revoke(
      old,
      'access_token',
    );
    const failing = clientOf(tokenServer({ status: 503, body: '' }));
    await expect(failing.revoke(old, 'access_token')).rejects.toMatchObject({ actor: 'vendor' });
  });
});
