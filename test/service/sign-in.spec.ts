import { describe, expect, it } from '@jest/globals';
import { Browser, OWNER, signedInOwner } from './people-bench.js';
import { startService } from './started-service.js';

describe('signing in', () => {
  it('lets a person in with her password, whatever the letters of her address', async () => {
    await using service = await startService();
    const { path } = await signedInOwner(service);
    const browser = new Browser(service);
    expect((await browser.get('me')).status).toBe(401);
    expect((await browser.signIn(OWNER)).body).toMatchObject({
      signed_in: true,
      person: { email: 'anna@bakery.example' },
    });
    expect((await browser.get(path)).body).toMatchObject({ name: 'Sweet Crumb Bakery', role: 'owner' });
  });
});
