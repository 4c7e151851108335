import type { InventoryPayee, SystemInventory } from '../../engine/inventory.js';
import type { Rule } from '../../engine/rule.js';
import type { Policy } from '../../policy/policy.js';
import { type Vendor, vendorNamed } from '../../vendors/known-vendor.js';
import { toolOf } from '../../vendors/tools.js';
import { claimedSystems, wholeResource } from '../reading.js';
import { systemName } from '../wording.js';
import { vendorOfDeclared } from './app-vendor.js';
import { recordOf } from './vendor-record.js';

interface Paid {
  readonly system: SystemInventory;
  readonly payee: InventoryPayee;
  readonly vendor: Vendor;
}

/** Software that the books pay for and the policy never names: in use, and nobody decided that it may be (E18). */
export const vendorUndeclaredPayee: Rule = {
  id: 'vendor.undeclared-payee',
  title: 'Software that is paid for and not in the policy',
  severity: 'medium',
  needs: ['payees'],
  *evaluate({ policy, inventory }) {
    // Without a list of vendors there is nothing to compare with (E36).
    if (policy.missingSections.includes('vendors')) return;
    const paid = claimedSystems(inventory).flatMap((system) =>
      (system.payees?.vendors ?? []).map((payee): Paid => ({
        system,
        payee,
        vendor: vendorNamed(payee.name),
      })),
    );
    for (const [key, proofs] of Map.groupBy(paid, ({ vendor }) => vendor.key)) {
      const [first] = proofs;
      if (first === undefined || isNamed(policy, first.vendor)) continue;
      const { name } = first.vendor;
      yield {
        system: null,
        connector: null,
        account: null,
        objectType: 'vendor',
        objectId: key,
        subject: name,
        readFrom: proofs.map(({ system }) => wholeResource(system.system, 'payees')),
        title: `${systemName(first.system)} pays ${name}, which the policy does not name`,
        message: `What is paid for is used, and whoever uses it may have put your customers' data into it. ${name} stands neither under vendors: nor under apps: in the policy, so nobody has checked it.`,
        remedy: `Find out who uses ${name} and for what. If you want it, add it under vendors: in the policy with the day you checked it; if not, cancel it and have your data deleted there.`,
        evidence: {
          payments: proofs.reduce((sum, { payee }) => sum + payee.payments, 0),
          last_paid:
            proofs
              .map(({ payee }) => payee.lastPaid)
              .toSorted()
              .at(-1) ?? null,
        },
        content: {},
      };
    }
  },
};

/** By an entry, an app, or a system that it runs; an entry for one product of a company names the company too. */
function isNamed(policy: Policy, vendor: Vendor): boolean {
  if (recordOf(policy, vendor, []) !== null) return true;
  const named = [
    ...policy.vendors.map(({ name }) => vendorNamed(name)),
    ...policy.apps.map(vendorOfDeclared),
    ...[...policy.systems.values()].flatMap(({ connector }) => {
      const { vendor: maker } = toolOf(connector);
      return maker === null ? [] : [vendorNamed(maker)];
    }),
  ];
  return named.some(
    ({ key, makerKey }) => key === vendor.key || makerKey === vendor.key || key === vendor.makerKey,
  );
}
