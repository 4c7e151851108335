import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { mailchimpConnector } from '#connectors/mailchimp/mailchimp.connector.js';
import type { Inventory } from '#rules/engine/inventory.js';
import type { Violation } from '#rules/engine/rule.js';
import { rules } from '#rules/catalog/rules.js';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import { writeExampleBakery } from '#scanner/example/bakery.js';
import { collectUnderPolicy } from '#scanner/scan/collect-under-policy.js';
import { ACCOUNT_ID } from '../vendors/mailchimp/mailchimp-ids.js';
import { type MailchimpAccount, mailchimpAccount } from './mailchimp-account.js';

const TODAY = '2026-11-23';
const CUSTOMERS = 200;
const CONFIG = path.resolve(import.meta.dirname, '../../config');

let takeAway: () => void;
let folder: string;
let account: MailchimpAccount;
let byExports: Inventory;
let byConnection: Inventory;

beforeAll(async () => {
  takeAway = installChokePoints();
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-newsletter-'));
  await writeExampleBakery(path.join(folder, 'exports'), { asOf: TODAY, customers: CUSTOMERS });
  account = await mailchimpAccount({ size: CUSTOMERS });
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

/** The bakery's exports, the newsletter from its connection or from its exports. */
function collected(isConnected: boolean): Promise<Inventory> {
  const source = { system: 'newsletter', connector: 'mailchimp', account: ACCOUNT_ID } as const;
  const live = { source, isSimulated: true, read: () => mailchimpConnector.read(account.session()) };
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
  return found(inventory, id).map(({ system, objectId, subject, evidence }) => [
    system,
    objectId,
    subject,
    evidence['count'],
  ]);
}

describe('the newsletter, judged by its connection as by its exports', () => {
  it.each(['consent.missing', 'consent.conflict', 'retention.overdue', 'retention.undated'])(
    'says the same of %s, of the same list',
    (id) => {
      expect(counts(byConnection, id)).toEqual(counts(byExports, id));
    },
  );

  it('says the same of fields, under the same names, so that findings follow (E20)', () => {
    const fieldsIn = (inventory: Inventory) =>
      [
        'field.sensitive',
        'field.undeclared',
        'field.wrong-system',
        'field.missing',
        'field.unused',
        'field.free-text',
        'purpose.mismatch',
      ].flatMap((id) =>
        found(inventory, id)
          .filter(({ system }) => system === 'newsletter')
          .map(({ objectType, objectId, subject }) => [id, objectType, objectId, subject].join(' ')),
      );
    expect(fieldsIn(byConnection)).toEqual(fieldsIn(byExports));
    expect(fieldsIn(byConnection).length).toBeGreaterThan(4);
  });

  it('finds the copies elsewhere of whoever was archived, whom no export shows (E13)', () => {
    const deleted = (inventory: Inventory) => found(inventory, 'retention.not-propagated').length;
    expect(deleted(byConnection)).toBeGreaterThanOrEqual(deleted(byExports));
  });

  it('takes who can log in from the list beside it, and says so of nobody else', () => {
    const people = (inventory: Inventory) =>
      inventory.systems
        .find(({ system }) => system === 'newsletter')
        ?.people.map(({ identifier }) => identifier);
    expect(people(byConnection)).toEqual(people(byExports));
    expect(people(byConnection)?.length).toBeGreaterThan(0);
  });
});
