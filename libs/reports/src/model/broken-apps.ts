import { appNew } from '#rules/catalog/app/app-new.js';
import { judgedApps } from '#rules/catalog/app/app-verdict.js';
import type { AppGrant } from '#rules/catalog/app/grants.js';
import { programVetting } from '#rules/catalog/program/program-vetting.js';
import { vendorDpa } from '#rules/catalog/vendor/vendor-dpa.js';
import { vendorTrainsAi } from '#rules/catalog/vendor/vendor-trains-ai.js';
import { vendorUnvetted } from '#rules/catalog/vendor/vendor-unvetted.js';
import { type VendorInUse, vendorsInUse } from '#rules/catalog/vendor/vendors-in-use.js';
import type { Inventory, InventoryApp } from '#rules/engine/inventory.js';
import type { Rule } from '#rules/engine/rule.js';
import { comparableName } from '#rules/policy/comparable-name.js';
import type { Policy } from '#rules/policy/policy.js';
import { vendorNamed } from '#rules/vendors/known-vendor.js';
import type { BrokenRule } from './broken-rule.js';

/** An app that reaches something, and the rules that it or its maker breaks; the app's own first. */
export interface AppWithBreaks {
  readonly grant: AppGrant;
  readonly breaks: readonly BrokenRule[];
}

/** What speaks of the maker of an app, as long as it is not gone from the policy and the tools. */
const VENDOR_RULES: readonly Rule[] = [vendorTrainsAi, vendorUnvetted, vendorDpa, programVetting];

/** Every app that reaches something. `inventory`: with the person's words applied. */
export function appsWithBreaks(
  inventory: Inventory,
  policy: Policy,
  baseline: Inventory | null,
): readonly AppWithBreaks[] {
  const input = { policy, inventory, baseline };
  const arrived = [...appNew.evaluate(input)];
  const vendors = vendorsInUse(input);
  const ofVendors = VENDOR_RULES.flatMap((rule) =>
    [...rule.evaluate(input)].map(({ objectId, system, subject }) => ({
      objectId,
      broken: { rule: rule.id, system, subject },
    })),
  );
  return judgedApps(input).map(({ grant, verdict }) => {
    const { app, system } = grant;
    const about = { system: system.system, subject: app.name };
    const isNew = arrived.some((one) => one.system === system.system && one.subject === app.name);
    const keys = new Set(
      makersOf(app, vendors).flatMap(({ key, entry }) =>
        entry ? [key, vendorNamed(entry.name).key] : [key],
      ),
    );
    return {
      grant,
      breaks: [
        ...(verdict ? [{ rule: verdict.rule, ...about }] : []),
        ...ofVendors.filter(({ objectId }) => keys.has(objectId)).map(({ broken }) => broken),
        ...(isNew ? [{ rule: appNew.id, ...about }] : []),
      ],
    };
  });
}

/** A key that the business made itself has no maker but itself (E33). */
function makersOf(app: InventoryApp, vendors: readonly VendorInUse[]): readonly VendorInUse[] {
  if (app.isOwnKey === true) return [];
  const name = comparableName(app.name);
  return vendors.filter(({ apps }) => apps.some((one) => comparableName(one) === name));
}
