import { describe, expect, it } from '@jest/globals';
import { readAll } from '#connectors/testing/read-all.js';
import { describeVendorConnector } from '#connectors/testing/describe-vendor-connector.js';
import type { Fault } from '../vendors/core/fault.js';
import type { VendorId } from '../vendors/core/simulated-vendor.js';
import { punchcardConnector } from './punchcard.connector.js';
import { punchcardAccount } from './punchcard-account.js';
import { PUNCHCARD } from './punchcard-sheet.js';

const vendor = PUNCHCARD as string as VendorId;

describeVendorConnector('Punchcard', {
  connector: punchcardConnector,
  trials: {
    'a whole account': async (signal) => trialOf(await punchcardAccount({ signal })),
    'a key that may not see the staff': async (signal) =>
      trialOf(await punchcardAccount({ signal, scopes: ['cards:read'] })),
  },
  failures: {},
});

function trialOf(account: Awaited<ReturnType<typeof punchcardAccount>>) {
  const { email } = account.vendors.bakery.customer(1);
  return Object.assign(account, { canaries: email === null ? [] : [email] });
}

async function statusesUnder(path: RegExp, fault: Fault): Promise<readonly string[]> {
  await using account = await punchcardAccount();
  account.vendors.addFault({ vendor, path, do: fault });
  const { receipts } = await readAll(punchcardConnector, account.session);
  return receipts.map(({ capability, status, actor }) => `${capability}: ${status}, ${actor ?? 'nobody'}`);
}

describe('Punchcard', () => {
  it('is read in full: three pages of cards, two people', async () => {
    await using account = await punchcardAccount();
    const { receipts } = await readAll(punchcardConnector, account.session);
    expect(receipts.map(({ capability, status, read }) => [capability, status, read])).toEqual([
      ['fields', 'complete', 3],
      ['records', 'complete', 250],
      ['people', 'complete', 2],
    ]);
    expect(account.vendors.exchanges.filter(({ path }) => path === '/v1/cards')).toHaveLength(3);
  });

  it.each<readonly [string, RegExp, Fault, readonly string[]]>([
    [
      'cards that are cut off',
      /cards$/u,
      'truncated',
      ['fields: complete, nobody', 'records: failed, vendor', 'people: complete, nobody'],
    ],
    [
      'another form of fields',
      /fields$/u,
      { changeType: 'key' },
      ['fields: failed, us', 'records: failed, us', 'people: complete, nobody'],
    ],
    [
      'a key that was revoked',
      /shop$/u,
      'revoke',
      ['fields: denied, user', 'records: denied, user', 'people: denied, user'],
    ],
  ])('says what happened and who must act on %s, and reads the rest', async (_, path, fault, statuses) => {
    expect(await statusesUnder(path, fault)).toEqual(statuses);
  });

  it('waits where Punchcard asks for it, and misses nothing', async () => {
    await using account = await punchcardAccount();
    account.vendors.addFault({ vendor, path: /cards$/u, every: 2, times: 2, do: '429-retry-after' });
    const before = account.vendors.clock.now();
    const { receipts } = await readAll(punchcardConnector, account.session);
    expect(receipts.map(({ status }) => status)).toEqual(['complete', 'complete', 'complete']);
    expect(account.vendors.clock.now() - before).toBe(4_000);
  });
});
