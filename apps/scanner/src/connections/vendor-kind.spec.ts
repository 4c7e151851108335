import { afterEach, describe, expect, it } from '@jest/globals';
import { Bench, brought, FakeVendor, ORGANIZATION, tokensOf } from './connections.spec-builders.js';

const bench = new Bench();
afterEach(async () => bench.end());

const REAL = {};
const SIMULATED = { PLUMBLINE_SIMULATE_HUBSPOT: 'http://127.0.0.1:4010' };

describe.each([
  {
    made: REAL,
    other: SIMULATED,
    message: 'This login belongs to the real HubSpot and is not given to a simulated one.',
  },
  {
    made: SIMULATED,
    other: REAL,
    message: 'This login was made at a simulated HubSpot and is not given to the real one.',
  },
])('a login made under $made', ({ made, other, message }) => {
  async function withOther() {
    const vendor = new FakeVendor();
    const folder = await bench.folder();
    const first = await bench.open(folder, vendor, made);
    await first.connections.connect(brought(vendor));
    const { connections, dataSource } = await bench.open(folder, vendor, other);
    vendor.asked.splice(0);
    return { vendor, connections, dataSource, before: first.connections };
  }

  it('is neither read, renewed nor tried with under the other', async () => {
    const { vendor, connections, before } = await withOther();
    const [open] = await connections.open(ORGANIZATION);
    const refused = { actor: 'user', message };
    await expect(open?.credential.token()).rejects.toMatchObject(refused);
    await expect(open?.credential.renewed('any')).rejects.toMatchObject(refused);
    await expect(connections.test(ORGANIZATION, 'hubspot')).rejects.toMatchObject(refused);
    expect(vendor.asked).toEqual([]);
    expect(await before.test(ORGANIZATION, 'hubspot')).toMatchObject({ health: { state: 'works' } });
  });

  it('is deleted by disconnecting under the other, and the vendor is not told', async () => {
    const { vendor, connections } = await withOther();
    expect(await connections.disconnect(ORGANIZATION, 'hubspot')).toMatchObject({ revocation: 'failed' });
    expect(vendor.asked).toEqual([]);
    expect(await connections.list(ORGANIZATION)).toEqual([]);
  });

  it('is not replaced by one to the same account under the other', async () => {
    const { vendor, connections } = await withOther();
    const second = await connections.connect(brought(vendor, { tokens: tokensOf(vendor) }));
    expect(second.name).toBe('hubspot-2');
    expect(await connections.list(ORGANIZATION)).toHaveLength(2);
  });
});
