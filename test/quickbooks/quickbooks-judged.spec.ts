import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { quickbooksConnector } from '#connectors/quickbooks/quickbooks.connector.js';
import type { Inventory } from '#rules/engine/inventory.js';
import type { Violation } from '#rules/engine/rule.js';
import { rules } from '#rules/catalog/rules.js';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import { writeExampleBakery } from '#scanner/example/bakery.js';
import { collectUnderPolicy } from '#scanner/scan/collect-under-policy.js';
import { REALM_ID } from '../vendors/quickbooks/quickbooks-ids.js';
import { PAYEES } from '../vendors/quickbooks/entities/payees.js';
import { type QuickbooksAccount, quickbooksAccount } from './quickbooks-account.js';

const TODAY = '2026-11-23';
const CUSTOMERS = 120;
const CONFIG = path.resolve(import.meta.dirname, '../../config');

let takeAway: () => void;
let folder: string;
let account: QuickbooksAccount;
let byExports: Inventory;
let byConnection: Inventory;

beforeAll(async () => {
  takeAway = installChokePoints();
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-books-'));
  await writeExampleBakery(path.join(folder, 'exports'), { asOf: TODAY, customers: CUSTOMERS });
  account = await quickbooksAccount({ size: CUSTOMERS, enforceLimits: false });
  account.vendors.quickbooks.setCondition('enhanced-custom-fields');
  byExports = await collected(false);
  byConnection = await collected(true);
});
afterAll(async () => {
  await account[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
  takeAway();
});

function policyOf() {
  const parsed = parsePolicy(readFileSync(path.join(CONFIG, 'policy.example.yaml'), 'utf8'), 'policy.yaml');
  if ('problems' in parsed) throw new Error('The example policy is not one.');
  return parsed.policy;
}

/** The bakery's exports, the books from their connection or from their exports. */
function collected(isConnected: boolean): Promise<Inventory> {
  const source = { system: 'books', connector: 'quickbooks', account: REALM_ID } as const;
  const live = { source, isSimulated: true, read: () => quickbooksConnector.read(account.session()) };
  return collectUnderPolicy(
    {
      policy: policyOf(),
      policyFolder: CONFIG,
      live: isConnected ? [live] : [],
      exportsFolder: path.join(folder, 'exports'),
      ownPaths: [],
      signal: new AbortController().signal,
    },
    TODAY,
  );
}

function found(inventory: Inventory, id: string): readonly Violation[] {
  const rule = rules.find((one) => one.id === id);
  return rule === undefined ? [] : [...rule.evaluate({ policy: policyOf(), inventory, baseline: null })];
}

function counts(inventory: Inventory, id: string): readonly unknown[] {
  return found(inventory, id).map(({ system, subject, evidence }) => [system, subject, evidence['count']]);
}

describe('the books, judged by their connection as by their exports', () => {
  it.each(['retention.overdue', 'retention.undated', 'consent.conflict', 'consent.missing'])(
    'say the same of %s: voids, sales to nobody and the future mislead nobody',
    (id) => {
      expect(counts(byConnection, id)).toEqual(counts(byExports, id));
    },
  );

  it('judge by the very day, where the exports reach as far as they were made', () => {
    expect(byConnection.measures?.triggers.last_purchase).toMatchObject({ judgedAsOf: TODAY, reasons: [] });
  });

  it('show whom they made inactive as deleted, so that the copies elsewhere are found (E13)', () => {
    expect(counts(byConnection, 'retention.not-propagated')).toEqual(
      counts(byExports, 'retention.not-propagated'),
    );
    expect(found(byConnection, 'retention.not-propagated').length).toBeGreaterThan(0);
  });

  it('hold the same findings about fields under the same names, so that they follow (E20)', () => {
    const fieldsIn = (inventory: Inventory) =>
      ['field.sensitive', 'field.undeclared', 'field.wrong-system', 'field.free-text'].flatMap((id) =>
        found(inventory, id)
          .filter(({ system }) => system === 'books')
          .map(({ subject }) => `${id} ${subject}`),
      );
    expect(fieldsIn(byConnection)).toEqual(fieldsIn(byExports));
  });

  it('name the software that is paid for and not in the policy, and keep nobody else who is paid (law 1)', () => {
    expect(found(byConnection, 'vendor.undeclared-payee').map(({ subject }) => subject)).toEqual([
      'Calendly',
    ]);
    const books = byConnection.systems.find(({ system }) => system === 'books');
    expect(books?.payees).toMatchObject({ others: 4 });
    const kept = JSON.stringify(byConnection);
    for (const { name } of PAYEES.filter((payee) => !/Mailchimp|HubSpot|Calendly/u.test(payee.name)))
      expect(kept).not.toContain(name);
  });
});
