import { expect, it } from '@jest/globals';
import { inventory, receipt } from '#rules/engine/engine.spec-builders.js';
import { Ledger } from '#scanner/findings/ledger.js';
import { scanFinding } from '#scanner/findings/ledger.spec-builders.js';
import { Browser, invitedPerson, ORGANIZATION, signedInOwner } from './people-bench.js';
import { startService } from './started-service.js';

it('all organizations of a person stand in one list, and nobody else’s', async () => {
  await using service = await startService();
  const { owner, path } = await signedInOwner(service);
  await owner.post('organizations', { name: 'Another Bakery' });
  const vera = await invitedPerson(owner, path, { email: 'vera@bakery.example', role: 'viewer' });
  const { items } = (await owner.get('standings')).body;
  expect(items.map(({ name }: { name: string }) => name)).toEqual(['Another Bakery', ORGANIZATION]);
  // Nothing is said of what was never looked at.
  expect(items[0]).toMatchObject({
    role: 'owner',
    policy: false,
    last_scan_at: null,
    systems_not_read: null,
    next_scan_at: null,
  });
  const { body } = await vera.get('standings');
  expect(body.items).toMatchObject([{ name: ORGANIZATION, role: 'viewer' }]);
  expect((await new Browser(service).get('standings')).status).toBe(401);
});

it('a tool that was read in part is not one that was read', async () => {
  await using service = await startService();
  const { owner } = await signedInOwner(service);
  const notReadOf = async () => (await owner.get('standings')).body.items[0].systems_not_read;
  const ledger = service.app.get(Ledger);
  const scanned = async (status: 'complete' | 'partial', day: string) => {
    const apps = receipt({ capability: 'apps', status: 'unsupported', reason: 'tells no program' });
    const read = inventory(
      [
        receipt({ capability: 'people' }),
        receipt({ capability: 'records', object: 'contact', status }),
        apps,
      ],
      day,
    );
    await ledger.commitScan(
      scanFinding([], { organization: ORGANIZATION, day, comparing: { inventory: read } }),
    );
  };
  await scanned('complete', '2026-11-21');
  expect(await notReadOf()).toBe(0);
  expect((await owner.get('standings')).body.items[0].untold).toBe(1);
  await scanned('partial', '2026-11-22');
  expect(await notReadOf()).toBe(1);
});
