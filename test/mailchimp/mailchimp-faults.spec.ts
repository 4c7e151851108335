import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Fact } from '#connectors/contract/fact.js';
import type { Receipt } from '#connectors/contract/receipt.js';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { mailchimpConnector } from '#connectors/mailchimp/mailchimp.connector.js';
import { readAll, type ReadResult } from '#connectors/testing/read-all.js';
import type { Fault } from '../vendors/core/fault.js';
import { bareRefusal } from '../vendors/mailchimp/mailchimp-errors.js';
import { type MailchimpAccount, mailchimpAccount } from './mailchimp-account.js';

/** Every resource with the requests that feed it alone. */
const RESOURCES: Readonly<Record<string, RegExp>> = {
  'member/.fields': /\/(merge-fields|interest-categories(\/\w+\/interests)?)$/u,
  'member/.records': /\/members$/u,
  '/.apps': /\/(authorized-apps|connected-sites|batch-webhooks|webhooks)$/u,
};
const CAPABILITIES = {
  field: 'fields',
  records: 'records',
  person: 'people',
  app: 'apps',
  file: 'files',
  payee: 'payees',
} as const;

let takeAway: () => void;
let account: MailchimpAccount;
let clean: ReadResult;
let canaries: readonly string[];

beforeAll(async () => {
  takeAway = installChokePoints();
  account = await mailchimpAccount({
    size: 60,
    enforceLimits: false,
    mailchimp: { audiences: 2, mergeFields: 12 },
  });
  clean = await scan();
  const { lastName, phone } = account.vendors.bakery.customer(4);
  canaries = [lastName, phone?.slice(-7) ?? lastName, account.vendors.mailchimp.key];
});
afterAll(async () => {
  await account[Symbol.asyncDispose]();
  takeAway();
});
beforeEach(() => account.vendors.clearFaults());

function scan(): Promise<ReadResult> {
  return readAll(mailchimpConnector, account.session());
}

function nameOf(item: Fact | Receipt): string {
  const capability = item.kind === 'receipt' ? item.capability : CAPABILITIES[item.kind];
  const object = 'object' in item ? (item.object ?? '') : '';
  return `${object}/${'list' in item ? (item.list ?? '') : ''}.${capability}`;
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

/** Complete means: nothing is missing and nothing invented. Anything else says who must act, and quotes nothing. */
function expectHonest(result: ReadResult): void {
  for (const receipt of result.receipts) {
    const resource = nameOf(receipt);
    if (receipt.status === 'complete') {
      expect([resource, factsOf(result, resource)]).toEqual([resource, factsOf(clean, resource)]);
    } else {
      expect(receipt).toMatchObject({
        actor: expect.stringMatching(/^(user|vendor|us)$/u),
        step: expect.any(String),
      });
    }
  }
  const told = inspect([result.receipts, result.facts.filter(({ kind }) => kind !== 'records')], {
    depth: null,
    showHidden: true,
  });
  for (const canary of canaries) expect(told).not.toContain(canary);
}

function isComplete({ receipts }: ReadResult, resource: string): boolean {
  return receipts.some((receipt) => nameOf(receipt) === resource && receipt.status === 'complete');
}

const BARE: Fault = { answer: bareRefusal(403) };

describe('a fault that passes', () => {
  it.each<Fault>([
    '429',
    '429-retry-after',
    '5xx',
    'truncated',
    'reset-midway',
    'reset',
    'html',
    'empty',
    BARE,
  ])('%j costs time and nothing else', async (fault) => {
    account.vendors.addFault({ vendor: 'mailchimp', every: 7, do: fault });
    const result = await scan();
    expectHonest(result);
    expect(result.receipts).toEqual(clean.receipts);
  });
});

describe.each<Fault>(['401', '403', '5xx', 'reset', BARE])('%j that stays', (fault) => {
  it.each(Object.keys(RESOURCES))('costs %s, and says so', async (struck) => {
    const path = RESOURCES[struck];
    if (path) account.vendors.addFault({ vendor: 'mailchimp', path, do: fault });
    const result = await scan();
    expectHonest(result);
    expect(isComplete(result, struck)).toBe(false);
    // A key that is not taken is not taken anywhere, and members need the fields they have.
    if (fault === '401' || struck === 'member/.fields') return;
    for (const other of Object.keys(RESOURCES)) {
      expect([other, isComplete(result, other)]).toEqual([other, other !== struck]);
    }
  });

  it('at the root of the account costs everything, and says so of everything', async () => {
    account.vendors.addFault({ vendor: 'mailchimp', path: /^\/3\.0\/?$/u, do: fault });
    const result = await scan();
    expectHonest(result);
    expect(result.facts).toEqual([]);
    expect(result.receipts.filter(({ status }) => status === 'complete')).toEqual([]);
  });
});

describe('an answer in another form', () => {
  it.each([
    'total_items',
    'members',
    'contact_id',
    'email_address',
    'status',
    'merge_fields',
    'timestamp_signup',
    'timestamp_opt',
    'last_changed',
    'web_id',
    'lists',
    'merge_id',
    'tag',
    'double_optin',
    'apps',
    'users',
  ])('without %s is not taken for an absence', async (dropField) => {
    account.vendors.addFault({ vendor: 'mailchimp', do: { dropField } });
    const result = await scan();
    expectHonest(result);
    expect(result.receipts.filter(({ status }) => status === 'complete').length).toBeLessThan(
      clean.receipts.filter(({ status }) => status === 'complete').length,
    );
  });

  it.each(['skip-page', 'repeat-page'] as const)('%s is noticed, or harmless', async (fault) => {
    account.vendors.addFault({ vendor: 'mailchimp', path: /members$/u, every: 3, do: fault });
    expectHonest(await scan());
  });

  it.each([3, 900])('that counts %s is held against what came', async (to) => {
    account.vendors.addFault({
      vendor: 'mailchimp',
      path: /members$/u,
      do: { setField: 'total_items', to },
    });
    const result = await scan();
    expect(isComplete(result, 'member/.records')).toBe(false);
    expectHonest(result);
  });
});
