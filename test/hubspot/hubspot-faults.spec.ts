import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Fact } from '#connectors/contract/fact.js';
import type { Receipt } from '#connectors/contract/receipt.js';
import { hubspotConnector } from '#connectors/hubspot/hubspot.connector.js';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { readAll, type ReadResult } from '#connectors/testing/read-all.js';
import type { Fault } from '../vendors/core/fault.js';
import { type HubspotAccount, hubspotAccount } from './hubspot-account.js';

/** Every resource with the requests that feed it. */
const RESOURCES: Readonly<Record<string, RegExp>> = {
  'contact.fields': /properties\/2026-03\/contacts$/u,
  'contact.records': /objects\/2026-03\/contacts/u,
  'company.fields': /properties\/2026-03\/companies$/u,
  'company.records': /objects\/2026-03\/companies/u,
  'deal.fields': /properties\/2026-03\/deals$/u,
  'deal.records': /objects\/2026-03\/0-3/u,
  '.people': /settings\/users/u,
  '.apps': /activity\/security$/u,
};

/** Two halves that are struck at a time: the other half must not notice. */
const HALVES: readonly (readonly string[])[] = [
  ['contact.records', 'company.fields', '.people'],
  ['contact.fields', 'company.records', 'deal.records', '.apps'],
];
/** Records are read by their fields: without those, nobody can ask for them. */
const FALL_WITH: Readonly<Record<string, string>> = {
  'contact.fields': 'contact.records',
  'company.fields': 'company.records',
};

let takeAway: () => void;
let account: HubspotAccount;
let clean: ReadResult;
let canaries: readonly string[];

beforeAll(async () => {
  takeAway = installChokePoints();
  account = await hubspotAccount({ size: 110, enforceLimits: false });
  clean = await scan();
  const { lastName, phone } = account.vendors.bakery.customer(4);
  canaries = [account.vendors.hubspot.key, lastName, phone ?? lastName];
});
afterAll(async () => {
  await account[Symbol.asyncDispose]();
  takeAway();
});
beforeEach(() => {
  account.vendors.clearFaults();
  account.kept.memory = null;
});

function scan(): Promise<ReadResult> {
  return readAll(hubspotConnector, account.session());
}

function nameOf(item: Fact | Receipt): string {
  const capability =
    item.kind === 'receipt'
      ? item.capability
      : {
          field: 'fields',
          records: 'records',
          person: 'people',
          app: 'apps',
          file: 'files',
          payee: 'payees',
        }[item.kind];
  return `${'object' in item ? (item.object ?? '') : ''}.${capability}`;
}

/** Rows apart, so that the same records in other batches are the same. */
function factsOf({ facts }: ReadResult, resource: string): readonly string[] {
  return facts
    .filter((fact) => nameOf(fact) === resource)
    .flatMap((fact) =>
      fact.kind === 'records'
        ? fact.rows.map((row) => JSON.stringify(fact.fields.map(({ name }, at) => [name, row[at]])))
        : [JSON.stringify(fact)],
    )
    .toSorted();
}

function receiptOf({ receipts }: ReadResult, resource: string): Receipt | undefined {
  return receipts.find((receipt) => nameOf(receipt) === resource);
}

/** Complete means: nothing is missing and nothing invented. Anything else says who must act, and quotes nothing. */
function expectHonest(result: ReadResult): void {
  for (const resource of Object.keys(RESOURCES)) {
    const receipt = receiptOf(result, resource);
    if (receipt?.status === 'complete') {
      expect(factsOf(result, resource)).toEqual(factsOf(clean, resource));
      expect(receipt).toEqual(receiptOf(clean, resource));
    } else {
      expect(receipt).toMatchObject({
        actor: expect.stringMatching(/^(user|vendor|us)$/u),
        step: expect.any(String),
      });
    }
  }
  const told = JSON.stringify([
    result.receipts,
    result.facts.filter(({ kind }) => kind !== 'records'),
    account.kept.memory,
  ]);
  for (const canary of canaries) expect(told).not.toContain(canary);
}

describe('a fault that passes', () => {
  it.each<Fault>(['429', '429-retry-after', '5xx', 'truncated', 'reset-midway'])(
    '%s costs time and nothing else',
    async (fault) => {
      account.vendors.addFault({ vendor: 'hubspot', every: 5, do: fault });
      const result = await scan();
      expectHonest(result);
      expect(result.receipts).toEqual(clean.receipts);
    },
  );
});

describe.each<Fault>(['429', '401', '403', '5xx', 'html'])('%s that stays', (fault) => {
  // A token that is not taken is not taken anywhere.
  const isOfAll = fault === '401';

  it.each(HALVES.map((half) => [half.join(', '), half] as const))(
    'costs %s, and nothing else',
    async (_, half) => {
      for (const resource of half) {
        const path = RESOURCES[resource];
        if (path) account.vendors.addFault({ vendor: 'hubspot', path, do: fault });
      }
      const result = await scan();
      expectHonest(result);
      const struck = new Set(half.flatMap((resource) => [resource, FALL_WITH[resource] ?? resource]));
      for (const resource of Object.keys(RESOURCES)) {
        const isStruck = struck.has(resource);
        const isComplete = receiptOf(result, resource)?.status === 'complete';
        if (isStruck || !isOfAll) expect([resource, isComplete]).toEqual([resource, !isStruck]);
      }
    },
  );
});

describe('a form that changed', () => {
  it.each<readonly [field: string, struck: readonly string[]]>([
    ['results', Object.keys(RESOURCES)],
    ['id', ['contact.records', 'company.records', 'deal.records', '.people', '.apps']],
    ['properties', ['contact.records', 'company.records', 'deal.records']],
    ['total', ['contact.records', 'company.records', 'deal.records']],
    ['paging', ['contact.records']],
    ['properties.email', ['contact.records']],
    ['properties.hs_email_optout', ['contact.records']],
    ['email', ['contact.records', '.people']],
    ['name', ['contact.fields', 'company.fields', 'deal.fields', '.people']],
    ['superAdmin', ['.people']],
    ['roleIds', ['.people']],
    ['loginAt', ['.people']],
    ['objectId', ['.apps']],
  ])('without %s is not taken for an absence', async (dropField, struck) => {
    account.vendors.addFault({ vendor: 'hubspot', do: { dropField }, path: /2026-03(?!\/details)/u });
    const result = await scan();
    expectHonest(result);
    for (const resource of struck)
      expect([resource, receiptOf(result, resource)?.status]).not.toContain('complete');
  });

  it.each(['id', 'properties.email', 'superAdmin', 'total'])(
    'with another type of %s is refused, not guessed',
    async (changeType) => {
      account.vendors.addFault({ vendor: 'hubspot', do: { changeType }, path: /2026-03(?!\/details)/u });
      expectHonest(await scan());
    },
  );
});

describe('pages', () => {
  it.each<readonly [Fault, RegExp]>([
    ['repeat-page', /contacts$/u],
    ['skip-page', /contacts$/u],
  ])('with %s leave contacts in part', async (fault, path) => {
    account.vendors.addFault({ vendor: 'hubspot', path, method: 'GET', do: fault });
    const result = await scan();
    expectHonest(result);
    expect(receiptOf(result, 'contact.records')).toMatchObject({ status: 'partial', actor: 'vendor' });
    const rows = factsOf(result, 'contact.records');
    expect(new Set(rows).size).toBe(rows.length);
  });
});
