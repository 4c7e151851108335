import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RULES_VERSION } from '#rules/engine/rules-version.js';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import { aField, aSystem, inventoryOf } from '#rules/catalog/inventory.spec-builders.js';
import {
  BAKERY,
  scanFinding,
  temporaryLedger,
  type TemporaryLedger,
} from '../findings/ledger.spec-builders.js';
import { FindingEventEntity } from '../storage/entities/finding-event.entity.js';
import { judge } from '../scan/judge.js';
import { digest } from './digest.js';
import { PolicyTrial } from './policy-effect.js';

const page = (data: string) =>
  `plumbline: 1\norganization: ${BAKERY}\nsystems:\n  crm: { connector: hubspot }\n${data}`;
const DECLARES_NOTHING = page('data: []\n');
const DECLARES_PHONES = page('data:\n  - { category: user.contact.phone_number, for: [], in: [crm] }\n');

let temporary: TemporaryLedger;
beforeEach(async () => {
  temporary = await temporaryLedger();
});
afterEach(async () => temporary.close());

const inventory = inventoryOf(aSystem({ fields: [aField('mobile', 'user.contact.phone_number')] }));

async function scannedUnder(policyText: string): Promise<void> {
  const parsed = parsePolicy(policyText, 'policy.yaml');
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  const policyVersion = digest(policyText);
  await temporary.ledger.commitScan({
    ...scanFinding([], { policyText, policyVersion, rulesVersion: RULES_VERSION }),
    inventory,
    judge: (before) => judge({ policy: parsed.policy, policyText, policyVersion, inventory }, before),
  });
}

const effectOf = async (text: string) => new PolicyTrial(temporary.dataSource).effectOf(BAKERY, text);

describe('trying a policy on what was found', () => {
  it('shows what would go, and stores nothing', async () => {
    await scannedUnder(DECLARES_NOTHING);
    const events = await temporary.dataSource.manager.count(FindingEventEntity);
    const effect = await effectOf(DECLARES_PHONES);
    expect(effect.goes).toMatchObject([{ rule: 'field.undeclared', system: 'crm' }]);
    expect(effect.appears).toEqual([]);
    expect(effect.scannedAsOf).toBe(inventory.asOf);
    expect(await temporary.dataSource.manager.count(FindingEventEntity)).toBe(events);
  });

  it('shows what would appear', async () => {
    await scannedUnder(DECLARES_PHONES);
    const effect = await effectOf(DECLARES_NOTHING);
    expect(effect.appears).toMatchObject([{ rule: 'field.undeclared', system: 'crm' }]);
    expect(effect.goes).toEqual([]);
  });

  it('shows no difference for the policy in force', async () => {
    await scannedUnder(DECLARES_NOTHING);
    const nothing = { appears: [], goes: [], changes: [], onlyNextScanTells: [] };
    expect(await effectOf(DECLARES_NOTHING)).toMatchObject(nothing);
    expect(await effectOf(`${DECLARES_NOTHING}# a remark\n`)).toMatchObject(nothing);
  });

  it('names the parts that only the next scan can tell of', async () => {
    await scannedUnder(DECLARES_NOTHING);
    const text = `${DECLARES_NOTHING}domains: [sweetcrumb.example]\n`.replace(
      'crm: {',
      'books: { connector: quickbooks }\n  crm: {',
    );
    expect((await effectOf(text)).onlyNextScanTells).toEqual(['systems', 'domains']);
  });

  it('can say nothing before the first scan, and refuses what is no policy', async () => {
    expect(await effectOf(DECLARES_NOTHING)).toMatchObject({ scannedAsOf: null });
    await expect(effectOf('plumbline: 1\n')).rejects.toMatchObject({ actor: 'user' });
  });
});
