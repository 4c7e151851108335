import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { AuditLog } from '#scanner/audit/audit-log.js';
import { makeSignInLink } from '#scanner/people/sign-in-link.js';
import { inTransaction } from '#scanner/storage/serialized-query-runners.js';
import { Browser, invitedPerson, OWNER, setUpLink, signedInOwner } from './people-bench.js';
import { type StartedService, startService } from './started-service.js';

/** As "plumbline people sign-in-link" does it. */
async function linkFor(service: StartedService, email: string | null = null): Promise<string> {
  const { now } = service.clock;
  const { link } = await inTransaction(service.app.get(DataSource), (manager) =>
    makeSignInLink(manager, new AuditLog(() => now), { email, now }),
  );
  return link.carried.reveal();
}

describe('a link that signs an owner in', () => {
  it('lets her in, once', async () => {
    await using service = await startService();
    await signedInOwner(service);
    const link = await linkFor(service);
    const browser = new Browser(service);
    const { status, body } = await browser.post('sign-in/link', { link });
    expect([status, body.email]).toEqual([200, OWNER.email.toLowerCase()]);
    expect((await browser.get('me')).status).toBe(200);
    expect((await new Browser(service).post('sign-in/link', { link })).status).toBe(404);
  });

  it('is good for a quarter of an hour', async () => {
    await using service = await startService();
    await signedInOwner(service);
    const link = await linkFor(service);
    service.clock.now = new Date(service.clock.now.getTime() + 15 * 60_000);
    expect((await new Browser(service).post('sign-in/link', { link })).status).toBe(404);
  });

  it('opens nothing else, and no other link opens this door', async () => {
    await using service = await startService();
    const setUp = await setUpLink(service.app);
    expect((await new Browser(service).post('sign-in/link', { link: setUp })).status).toBe(404);
    await signedInOwner(service);
    const link = await linkFor(service);
    const password = 'velvet compass onion railway';
    expect((await new Browser(service).post('new-password', { link, password })).status).toBe(404);
  });

  it('is for owners only, and says whom it needs to know', async () => {
    await using service = await startService();
    await expect(linkFor(service)).rejects.toThrow('Nobody owns anything yet.');
    const { owner, path } = await signedInOwner(service);
    await invitedPerson(owner, path, { email: 'vera@bakery.example', role: 'viewer' });
    await expect(linkFor(service, 'vera@bakery.example')).rejects.toThrow('No owner has that address.');
  });

  it('is written down, made and used', async () => {
    await using service = await startService();
    await signedInOwner(service);
    await new Browser(service).post('sign-in/link', { link: await linkFor(service) });
    const rows: readonly { action: string }[] = await service.app
      .get(DataSource)
      .query('SELECT * FROM "audit_entries" ORDER BY "sequence"');
    const actions = rows.map(({ action }) => action);
    expect(actions.slice(-2)).toEqual(['link to sign in made', 'signed in by a link']);
  });
});
