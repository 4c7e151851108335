import { createHash, randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Ledger } from '#scanner/findings/ledger.js';
import { scanFinding } from '#scanner/findings/ledger.spec-builders.js';
import { OrganizationRecords } from '#scanner/findings/organization-records.js';
import { listCommandLineScan } from '#scanner/queue/command-line-scan.js';
import { ConnectionEntity } from '#scanner/storage/entities/connection.entity.js';
import {
  aField,
  anApp,
  aPerson,
  aReceipt,
  aSystem,
  inventoryOf,
} from '#rules/catalog/inventory.spec-builders.js';
import { violation } from '#rules/engine/engine.spec-builders.js';
import type { Inventory } from '#rules/engine/inventory.js';
import { RULES_VERSION } from '#rules/engine/rules-version.js';
import type { Browser } from '../service/people-bench.js';
import { NOW } from './opened-browser.js';
import type { OpenedDashboard } from './opened-dashboard.js';

/** What a tool can name a field, an app or a person: markup, letters that turn lines around, no end. */
export const MARKUP = '<img src=x onerror=alert(1)><script>alert(1)</script>';
const TURNED = '\u202Egnp.stneilc';
const NAMES = [MARKUP, TURNED, 'ä'.repeat(10_000)];
const NAME = `Hostile ${MARKUP} Bakery`;
const POLICY = `plumbline: 1
organization: ${JSON.stringify(NAME)}
people:
  - { email: maria@sweetcrumb.example, also: ${JSON.stringify([MARKUP, TURNED])}, roles: [owner] }
systems:
  crm: { connector: hubspot }
  files: { connector: exports, files: [${JSON.stringify(`${MARKUP}*.csv`)}] }
data:
  - { category: user.contact.email, for: [], in: [crm] }
vendors:
  - { name: ${JSON.stringify(MARKUP)}, systems: [crm] }
# ${'x'.repeat(10_000)}
`;

const VERSION = createHash('sha256').update(POLICY).digest('hex');

/** Where a business is seen, and what in it has an address of its own. */
export interface Places {
  /** The address of its overview. */
  readonly place: string;
  readonly finding: string;
  readonly job: string;
}

/** Another business of the owner, in which everything that tools and people can name is named to do harm. */
export async function hostileBusiness(
  dashboard: OpenedDashboard,
  owner: Browser,
  given: Partial<Inventory> = {},
): Promise<Places> {
  const { id } = (await owner.post('organizations', { name: NAME })).body;
  const path = `organizations/${id}`;
  const inventory = {
    ...inventoryOf(
      aSystem({
        account: MARKUP,
        fields: NAMES.map((name) => aField(name, 'user.contact.email', { list: name })),
        people: NAMES.map((name) => aPerson(name, { role: name })),
        apps: NAMES.map((name) => anApp(name, { scopes: [name] })),
        receipts: [
          aReceipt('fields', { status: 'partial', reason: 'chosen columns' }),
          aReceipt('people', { status: 'denied', reason: MARKUP }),
          aReceipt('apps'),
          ...NAMES.map((name) => aReceipt('fields', { resource: name, list: name })),
        ],
      }),
      aSystem({ system: MARKUP, connector: 'exports' }),
      aSystem({ system: TURNED, connector: 'exports' }),
    ),
    ...given,
  };
  const { scanId } = await dashboard.app.get(Ledger).commitScan({
    ...scanFinding(
      NAMES.map((name) =>
        violation(name, {
          severity: 'high',
          title: name,
          message: name,
          remedy: name,
          evidence: { count: 3, of: 10, field: name, category: 'user.contact.email' },
        }),
      ),
      {
        policyText: POLICY,
        policyVersion: VERSION,
        rulesVersion: RULES_VERSION,
        organization: NAME,
        comparing: { inventory },
      },
    ),
    inventory,
  });
  await nameConnection(dashboard, MARKUP);
  let replaces = VERSION;
  for (const change of ['once', 'twice']) {
    const text = `${POLICY}# changed ${change}\n`;
    const saved = await owner.ask('PUT', `${path}/policies/current`, { text, replaces, note: MARKUP });
    if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
    replaces = saved.body.version;
  }
  const { manager } = dashboard.app.get(DataSource);
  await listCommandLineScan(manager, NAME, { scanId, startedAt: NOW, finishedAt: NOW });
  const [finding] = (await owner.get(`${path}/findings?text=script&state=all`)).body.items;
  const [job] = (await owner.get(`${path}/scans`)).body.items;
  const decide = {
    findings: [finding.id],
    decision: { kind: 'comment', text: `${MARKUP}${'x'.repeat(1_900)}` },
  };
  await owner.post(`${path}/findings/decisions`, decide);
  await owner.post(`${path}/tokens`, {
    name: 'x'.repeat(100),
    scope: 'read',
    ends_at: '2026-12-25T09:00:00Z',
  });
  await owner.post(`${path}/tokens`, { name: MARKUP, scope: 'read', ends_at: '2026-12-25T09:00:00Z' });
  await owner.put(
    `${path}/uploads/${encodeURIComponent('<img src=x onerror=alert(1)>.csv')}`,
    Buffer.from('Email\n'),
  );
  return { place: `${dashboard.address}/o/${id}`, finding: finding.id, job: job.id };
}

/** A login of a business to HubSpot that nobody made, to an account of that name. */
export async function nameConnection(
  dashboard: OpenedDashboard,
  account: string,
  organization = NAME,
): Promise<void> {
  const records = new OrganizationRecords(dashboard.app.get(DataSource).manager, organization);
  await records.insert(ConnectionEntity, [
    {
      id: randomUUID(),
      name: 'hubspot',
      connector: 'hubspot',
      account,
      way: 'key',
      vendorKind: 'real',
      clientId: null,
      subject: null,
      asked: ['crm.objects.contacts.read', 'crm.objects.users.read'],
      granted: ['crm.objects.contacts.read', account],
      health: {
        state: 'help needed',
        problem: { message: account, step: account, of: 'reading' },
        notices: [],
      },
      connectedAt: NOW,
      lastUsedAt: null,
      lastRefreshedAt: null,
      accessEndsAt: null,
      loginEndsAt: null,
      loginBeganAt: null,
      renewingBy: null,
      renewingUntil: null,
      logMemory: null,
    },
  ]);
}
