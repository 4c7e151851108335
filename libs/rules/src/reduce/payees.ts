import type { PayeeFact } from '#connectors/contract/fact.js';
import type { InventoryPayees } from '../engine/inventory.js';
import { vendorNamed } from '../vendors/known-vendor.js';

/**
 * Whom the business pays, as far as it is about software (E18): by the names of the catalogue, and the others as a count.
 * What the books call them ends here (law 1): a mill, a carpenter and a landlord are nobody's business.
 */
export function payeesOf(facts: readonly PayeeFact[]): InventoryPayees {
  const named = facts.map((fact) => ({ fact, vendor: knownVendor(fact) }));
  const known = named.flatMap(({ fact, vendor }) => (vendor === null ? [] : [{ fact, vendor }]));
  return {
    vendors: [...Map.groupBy(known, ({ vendor }) => vendor)]
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, paid]) => ({
        name,
        payments: paid.reduce((sum, { fact }) => sum + fact.payments, 0),
        lastPaid: (
          paid
            .map(({ fact }) => fact.lastPaid)
            .toSorted()
            .at(-1) ?? ''
        ).slice(0, 7),
      })),
    others: named.length - known.length,
  };
}

/** Only a whole name is a proof: "Square Deal Flour" is not Square. Banks write `GOOGLE *Workspace`. */
function knownVendor({ names }: PayeeFact): string | null {
  const candidates = names.flatMap((name) => [name, ...name.split('*')]).filter((name) => name.trim() !== '');
  const vendor = candidates.map(vendorNamed).find(({ isKnown }) => isKnown);
  return vendor?.name ?? null;
}
