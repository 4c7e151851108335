import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Category } from '#connectors/contract/category.js';
import { documentAsHtml } from '#reports/documents/document-as-html.js';
import { receipt } from '#rules/engine/engine.spec-builders.js';
import type { Inventory, InventoryField } from '#rules/engine/inventory.js';
import { RULES_VERSION } from '#rules/engine/rules-version.js';
import { policyOf } from '#reports/documents/policy.spec-builders.js';
import { addOrganization } from '../findings/add-organization.js';
import { type TemporaryLedger, temporaryLedger } from '../findings/ledger.spec-builders.js';
import { OrganizationRecords } from '../findings/organization-records.js';
import { digest } from '../policies/digest.js';
import { judge } from '../scan/judge.js';
import { PolicyRevisionEntity } from '../storage/entities/policy-revision.entity.js';
import { composeAuditPack } from './compose-audit-pack.js';
import { endOfDay, policyInForce } from './policy-in-force.js';
import { quarterFacts } from './quarter-facts.js';

const BAKERY = 'Sweet Crumb Bakery';
const OTHERS = 'Other Bakery';

const policyText = (organization: string) => `plumbline: 1
organization: ${organization}
owner: maria@sweetcrumb.example
systems: { crm: { connector: hubspot } }
data: [{ category: user.name, in: [crm] }]
`;

let opened: TemporaryLedger;
beforeEach(async () => {
  opened = await temporaryLedger();
});
afterEach(async () => opened.close());

const recordsOf = (organization = BAKERY) => new OrganizationRecords(opened.dataSource.manager, organization);

interface Seen {
  readonly fields: Readonly<Record<string, number>>;
  readonly status?: 'complete' | 'failed';
  readonly organization?: string;
}

/** A scan of a CRM that has these fields, each with so many values, judged by the real rules. */
async function scanned(
  day: string,
  { fields, status = 'complete', organization = BAKERY }: Seen,
): Promise<void> {
  const text = policyText(organization);
  const inventory = inventoryOf(day, fields, status);
  const judged = { policy: policyOf(text), policyText: text, policyVersion: digest(text), inventory };
  await opened.ledger.commitScan({
    organization,
    policyText: text,
    policyVersion: digest(text),
    rulesVersion: RULES_VERSION,
    inventory,
    startedAt: `${day}T10:15:00.000Z`,
    finishedAt: `${day}T10:15:05.000Z`,
    judge: (before) => judge(judged, before),
  });
}

function inventoryOf(asOf: string, fields: Seen['fields'], status: 'complete' | 'failed'): Inventory {
  const receipts = (['fields', 'records'] as const).map((capability) =>
    receipt({ capability, object: 'contact', status, ...(status === 'failed' && { reason: 'it broke' }) }),
  );
  const system = { system: 'crm', connector: 'hubspot' as const, account: 'exports', people: [], apps: [] };
  return {
    asOf,
    systems: [
      { ...system, receipts, fields: Object.entries(fields).map(([name, filled]) => field(name, filled)) },
    ],
  };
}

function field(name: string, filled: number): InventoryField {
  const category: Category = 'user.demographic.gender';
  return {
    object: 'contact',
    list: null,
    name,
    label: name,
    type: 'string',
    custom: true,
    category,
    sensitivity: 'personal',
    confidence: 1,
    reason: '',
    records: 100,
    filled,
  };
}

async function acceptThe(subject: string, at: string, reason: string): Promise<void> {
  const outcome = await opened.ledger.latestOutcome(BAKERY, 'test');
  const id = outcome.findings.find(({ finding }) => finding.subject === subject)?.finding.id ?? '';
  const decision = { organization: BAKERY, approver: 'maria@sweetcrumb.example', on: at.slice(0, 10), at };
  await opened.ledger.acceptFinding({ ...decision, idOrPrefix: id, reason });
}

async function packAt(at: Date): Promise<string> {
  return documentAsHtml(await composeAuditPack(recordsOf(), await policyInForce(recordsOf(), at), at));
}

const T = new Date('2026-11-20T12:00:00Z');

describe('the audit pack of an instant', () => {
  it('is the same bytes whatever came later: scans, counts, decisions', async () => {
    await scanned('2026-08-10', { fields: { gender: 80, fax: 70 } });
    await scanned('2026-11-16', { fields: { gender: 90, hat: 40 } });
    await acceptThe('contact.gender', '2026-11-18T09:00:00.000Z', 'Until the form is changed');
    const then = await packAt(T);
    expect(then).toContain('Until the form is changed');
    expect(then).toContain('2026-11-20T12:00:00.000Z');
    await acceptThe('contact.gender', '2026-11-21T09:00:00.000Z', 'Another reason');
    await scanned('2026-11-23', { fields: { gender: 99, hat: 41, fax: 12, shoe: 5 } });
    expect(await packAt(T)).toBe(then);
    const now = await packAt(new Date('2026-11-24T12:00:00Z'));
    expect(now).toContain('Another reason');
    expect(now).not.toBe(then);
  });

  it('is so of what was not looked at then and was later', async () => {
    await scanned('2026-11-10', { fields: { gender: 80 } });
    await scanned('2026-11-16', { fields: {}, status: 'failed' });
    const then = await packAt(T);
    expect(then).toContain('not seen');
    await scanned('2026-11-23', { fields: { gender: 99 } });
    expect(await packAt(T)).toBe(then);
  });

  it('tells what came, what was fixed and what could not be looked at, each once', async () => {
    await scanned('2026-08-10', { fields: { gender: 80, fax: 70 } });
    await scanned('2026-10-01', { fields: { gender: 80, shoe: 5 } });
    await scanned('2026-11-16', { fields: { gender: 80, hat: 9 } });
    const { changes, scans, start } = await quarterFacts(recordsOf(), await policyInForce(recordsOf(), T), T);
    expect(
      changes.map(({ finding, change, cause }) => [finding.subject, change, cause].join(' ')).toSorted(),
    ).toEqual(['contact.fax fixed data', 'contact.hat new data']);
    expect(scans).toBe(2);
    expect(start).toMatchObject({ asOf: '2026-08-10', isBeforeQuarter: true });
  });

  it('knows an exception only as long as it holds', async () => {
    await scanned('2026-11-10', { fields: { gender: 80 } });
    await acceptThe('contact.gender', '2026-11-11T09:00:00.000Z', 'Until the form is changed');
    const exceptionsAt = async (at: Date) => {
      const { findings } = await quarterFacts(recordsOf(), await policyInForce(recordsOf(), at), at);
      return findings.filter(({ exception }) => exception !== null).length;
    };
    expect(await exceptionsAt(new Date('2026-11-11T08:59:00Z'))).toBe(0);
    expect(await exceptionsAt(T)).toBe(1);
    expect(await exceptionsAt(endOfDay('2027-02-09', 'UTC'))).toBe(1);
    expect(await exceptionsAt(endOfDay('2027-02-10', 'UTC'))).toBe(0);
  });

  it('says nothing of another organization in the same folder', async () => {
    await scanned('2026-11-10', { fields: { gender: 80 } });
    await scanned('2026-11-12', { fields: { secretary: 80 }, organization: OTHERS });
    const pack = await packAt(T);
    expect(pack).not.toContain('secretary');
    expect(pack).not.toContain(OTHERS);
  });

  it('says before the first scan that it cannot tell', async () => {
    await addOrganization(opened.dataSource.manager, BAKERY);
    const text = policyText(BAKERY);
    const saved = {
      version: digest(text),
      text,
      savedBy: 'maria',
      savedAt: '2026-11-01T09:00:00.000Z',
      note: null,
    };
    await recordsOf().insert(PolicyRevisionEntity, [saved]);
    const pack = await packAt(T);
    expect(pack).toContain('Nothing had been scanned by 20 November 2026');
    expect(pack).not.toContain('class="answer yes"');
    expect(pack).not.toContain('class="answer no"');
  });

  it('needs a policy, and says how to get one', async () => {
    await expect(policyInForce(recordsOf(), T)).rejects.toMatchObject({
      message: 'There was no policy yet at that time.',
    });
  });
});
