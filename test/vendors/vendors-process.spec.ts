import { describe, expect, it } from '@jest/globals';
import { startVendorsProcess } from './vendors-process.js';

const OPTIONS = ['--vendors', 'hubspot', '--size', '50', '--now', '2026-11-23T12:00:00Z', '--speed', '0'];

describe('npm run vendors', () => {
  it('says how to reach them, obeys its control, and hands out what it recorded', async () => {
    await using vendors = await startVendorsProcess(OPTIONS);
    const [hubspot] = vendors.vendors;
    expect(vendors.environment).toEqual({ PLUMBLINE_SIMULATE_HUBSPOT: hubspot?.origin });
    const statusOf = async (key: string): Promise<number> =>
      (
        await fetch(`${hubspot?.origin ?? ''}/account-info/2026-03/details`, {
          headers: { authorization: `Bearer ${key}` },
        })
      ).status;
    expect(await statusOf(hubspot?.key ?? '')).toBe(200);
    await vendors.ask('fault', { vendor: 'hubspot', path: 'details$', nth: 1, do: '5xx' });
    expect(await statusOf(hubspot?.key ?? '')).toBe(503);
    const { key } = (await vendors.ask('key', { vendor: 'hubspot', scopes: [] })) as { key: string };
    expect(await statusOf(key)).toBe(403);
    expect((await vendors.exchanges()).map(({ status, fault }) => [status, fault])).toEqual([
      [200, null],
      [503, '5xx'],
      [403, null],
    ]);
    await expect(
      vendors.ask('condition', { vendor: 'hubspot', condition: 'nobody knows', isOn: true }),
    ).rejects.toThrow('HubSpot knows no condition');
  });

  it('says why it does not start', async () => {
    await expect(startVendorsProcess(['--nothing'])).rejects.toThrow("Unknown option '--nothing'");
  });
});
