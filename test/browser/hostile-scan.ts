import { Ledger } from '#scanner/findings/ledger.js';
import { scanFinding } from '#scanner/findings/ledger.spec-builders.js';
import {
  aField,
  anApp,
  aPerson,
  aReceipt,
  aSystem,
  inventoryOf,
} from '#rules/catalog/inventory.spec-builders.js';
import type { Inventory } from '#rules/engine/inventory.js';
import { RULES_VERSION } from '#rules/engine/rules-version.js';
import type { Browser } from '../service/people-bench.js';
import type { OpenedDashboard } from './opened-dashboard.js';

/** What a tool can name a field, an app or a person: markup, letters that turn lines around, no end. */
export const MARKUP = '<img src=x onerror=alert(1)><script>alert(1)</script>';
const NAMES = [MARKUP, '\u202Egnp.stneilc', 'ä'.repeat(10_000)];
const NAME = 'Hostile Bakery';
const POLICY = `plumbline: 1
organization: ${NAME}
systems:
  crm: { connector: hubspot }
data:
  - { category: user.contact.email, for: [], in: [crm] }
`;

/** Another business of the owner, whose tools name things as they like; gives the address of its screens. */
export async function hostileBusiness(
  dashboard: OpenedDashboard,
  owner: Browser,
  given: Partial<Inventory> = {},
): Promise<string> {
  const { id } = (await owner.post('organizations', { name: NAME })).body;
  const inventory = {
    ...inventoryOf(
      aSystem({
        fields: NAMES.map((name) => aField(name, 'user.contact.email', { list: name })),
        people: NAMES.map((name) => aPerson(name, { role: name })),
        apps: NAMES.map((name) => anApp(name, { scopes: [name] })),
        receipts: [
          aReceipt('fields', { status: 'partial', reason: 'chosen columns' }),
          aReceipt('people', { status: 'denied', reason: 'no right' }),
          aReceipt('apps'),
        ],
      }),
    ),
    ...given,
  };
  await dashboard.app.get(Ledger).commitScan({
    ...scanFinding([], { policyText: POLICY, rulesVersion: RULES_VERSION, organization: NAME }),
    inventory,
  });
  return `${dashboard.address}/o/${id}`;
}
