import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Fact } from '#connectors/contract/fact.js';
import type { Receipt } from '#connectors/contract/receipt.js';
import { rights } from '#connectors/google-workspace/google-rights.js';
import { googleWorkspaceConnector } from '#connectors/google-workspace/google-workspace.connector.js';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { readAll, type ReadResult } from '#connectors/testing/read-all.js';
import type { Fault } from '../vendors/core/fault.js';
import { type GoogleAccount, googleAccount } from './google-account.js';

/** Every resource with a request that feeds it, and others that do. */
const RESOURCES: Readonly<Record<string, RegExp>> = {
  'contact.fields': /connections$/u,
  'contact.records': /connections$/u,
  '.files': /drive\/v3\/files$/u,
  '.people': /directory\/v1\/users$/u,
  '.apps': /applications\/token$/u,
};
const PARTS: readonly (readonly [path: RegExp, resource: string])[] = [
  [/\/domains$/u, '.files'],
  [/\/permissions$/u, '.files'],
  [/\/groups\/suppliers[^/]*\/members$/u, '.files'],
  [/\/v4\/spreadsheets\/[^/:]+$/u, '.files'],
  [/values:batchGet$/u, '.files'],
  [/\/roles$/u, '.people'],
  [/\/roleassignments$/u, '.people'],
];

let takeAway: () => void;
let account: GoogleAccount;
let clean: ReadResult;
let known: string;
let memory: unknown;
let canaries: readonly string[];

beforeAll(async () => {
  takeAway = installChokePoints();
  account = await googleAccount({ size: 1200 });
  const [source] = await googleWorkspaceConnector.identify(account.session());
  known = source?.account ?? '';
  clean = await scan();
  memory = account.kept.memory;
  const { lastName, phone } = account.vendors.bakery.customer(0);
  canaries = [account.token(), lastName, phone ?? lastName, 'Customer list 2026', 'pixelpantry'];
});
afterAll(async () => {
  await account[Symbol.asyncDispose]();
  takeAway();
});
beforeEach(() => {
  account.vendors.clearFaults();
});

/** The scan after the clean one, of an account that is known. */
function scan(): Promise<ReadResult> {
  return readAll(googleWorkspaceConnector, account.session({ account: known, before: memory ?? null }));
}

function nameOf(item: Fact | Receipt): string {
  const capability =
    item.kind === 'receipt'
      ? item.capability
      : (
          {
            field: 'fields',
            records: 'records',
            person: 'people',
            app: 'apps',
            file: 'files',
            payee: 'payees',
          } as const
        )[item.kind];
  return `${'object' in item ? (item.object ?? '') : ''}.${capability}`;
}

function factsOf({ facts }: ReadResult, resource: string): readonly string[] {
  return facts
    .filter((fact) => nameOf(fact) === resource)
    .flatMap((fact) =>
      fact.kind === 'records' ? fact.rows.map((row) => JSON.stringify(row)) : [JSON.stringify(fact)],
    )
    .toSorted();
}

function receiptOf({ receipts }: ReadResult, resource: string): Receipt | undefined {
  return receipts.find((receipt) => nameOf(receipt) === resource);
}

/** Complete means that nothing is missing and nothing invented. Anything else says who must act. Nothing is quoted. */
function expectHonest(result: ReadResult): void {
  for (const resource of Object.keys(RESOURCES)) {
    const receipt = receiptOf(result, resource);
    if (receipt?.status === 'complete') {
      expect(factsOf(result, resource)).toEqual(factsOf(clean, resource));
    } else {
      expect(receipt).toMatchObject({
        reason: expect.any(String),
        actor: expect.stringMatching(/^(user|vendor|us)$/u),
        step: expect.stringMatching(/\.$/u),
      });
      const invented = factsOf(result, resource).filter((fact) => !factsOf(clean, resource).includes(fact));
      // An administrator whose role is not told goes by less; nobody is accused of it.
      if (resource !== '.people' && resource !== '.apps' && resource !== '.files')
        expect(invented).toEqual([]);
    }
  }
  const shown = inspect(result.receipts, { depth: Infinity, showHidden: true });
  for (const canary of canaries) expect(shown).not.toContain(canary);
}

const PASSING: readonly Fault[] = [
  '429',
  '429-retry-after',
  '5xx',
  'html',
  'truncated',
  'reset',
  'reset-midway',
  'empty',
];
const LASTING: readonly Fault[] = ['403', '5xx', 'html', 'truncated', 'reset'];

describe('a fault of Google', () => {
  it.each(PASSING)('that passes (%j) changes nothing', async (fault) => {
    for (const path of new Set(Object.values(RESOURCES))) {
      account.vendors.addFault({ vendor: 'google', path, nth: 1, do: fault });
    }
    const result = await scan();
    expect(result.receipts.map(({ status }) => status)).toEqual(Array(5).fill('complete'));
    expectHonest(result);
  });

  it.each(
    Object.entries(RESOURCES)
      .filter(([resource]) => resource !== 'contact.records')
      .flatMap(([resource, path]) => LASTING.map((fault) => [fault, resource, path] as const)),
  )('that lasts (%j) costs %s alone (law 2)', async (fault, resource, path) => {
    account.vendors.addFault({ vendor: 'google', path, do: fault });
    const result = await scan();
    expect(receiptOf(result, resource)?.status).toMatch(/^(failed|denied)$/u);
    for (const other of Object.keys(RESOURCES)) {
      // Contacts are read by their fields: without those, nobody can ask for them.
      if (other === resource || (resource === 'contact.fields' && other === 'contact.records')) continue;
      expect([other, receiptOf(result, other)?.status]).toEqual([other, 'complete']);
    }
    expectHonest(result);
  });

  it('such as a lost right is said with its name', async () => {
    account.vendors.addFault({ vendor: 'google', path: /connections$/u, do: { loseScope: rights.contacts } });
    const result = await scan();
    expect(receiptOf(result, 'contact.fields')).toMatchObject({ status: 'denied', scope: rights.contacts });
    expectHonest(result);
  });

  it.each(
    PARTS.flatMap(([path, resource]) =>
      (['5xx', '403'] as const).map((fault) => [path, fault, resource] as const),
    ),
  )('at %s (%s) is said of %s, and of nothing else', async (path, fault, resource) => {
    account.vendors.addFault({ vendor: 'google', path, do: fault });
    const result = await scan();
    const notComplete = result.receipts.filter(({ status }) => status !== 'complete').map(nameOf);
    // Whoever may not see the domains is left with those of the policy.
    const isTolerated = fault === '403' && path.source.includes('domains');
    expect(notComplete).toEqual(isTolerated ? [] : [resource]);
    if (!isTolerated) expectHonest(result);
  });

  it.each([
    ['contact.fields', 'connections'],
    ['contact.fields', 'resourceName'],
    ['.files', 'files'],
    ['.files', 'ownedByMe'],
    ['.files', 'permissions'],
    ['.files', 'mimeType'],
    ['.people', 'users'],
    ['.people', 'isEnrolledIn2Sv'],
    ['.people', 'lastLoginTime'],
    ['.people', 'suspended'],
    ['.apps', 'items'],
    ['.apps', 'parameters'],
    ['.apps', 'profileId'],
  ])('that takes from %s the field %s fixes nothing (law 2)', async (resource, field) => {
    const path = RESOURCES[resource];
    if (path === undefined) throw new Error(`No resource ${resource}`);
    account.vendors.addFault({ vendor: 'google', path, do: { dropField: field } });
    const result = await scan();
    if (receiptOf(result, resource)?.status === 'complete') {
      const names = (of: ReadResult) => factsOf(of, resource).length;
      expect(names(result)).toBe(names(clean));
    } else {
      expect(receiptOf(result, resource)?.reason).not.toBe('');
    }
  });

  it.each([
    ['/roles', 'items'],
    ['/roleassignments', 'items'],
    ['/domains', 'domains'],
  ])('that empties %s is noticed', async (end, field) => {
    account.vendors.addFault({
      vendor: 'google',
      path: new RegExp(`${end}$`, 'u'),
      do: { dropField: field },
    });
    const result = await scan();
    expect(result.receipts.filter(({ status }) => status !== 'complete')).toHaveLength(1);
  });

  it.each(['repeat-page', 'skip-page'] as const)(
    'in the pages of contacts (%s) is noticed',
    async (fault) => {
      const own = await googleAccount({ size: 30_000 });
      await using _ = own;
      own.vendors.addFault({
        vendor: 'google',
        path: /connections$/u,
        nth: fault === 'skip-page' ? 1 : 2,
        do: fault,
      });
      const { receipts } = await readAll(googleWorkspaceConnector, own.session({ account: known }));
      expect(receipts[0]?.status).not.toBe('complete');
    },
  );
});
