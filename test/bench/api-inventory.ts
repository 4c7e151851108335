import { aField, aPerson, aReceipt, aSystem, inventoryOf } from '#rules/catalog/inventory.spec-builders.js';
import type { Inventory } from '#rules/engine/inventory.js';

const CATEGORIES = [
  'user.contact.email',
  'user.name.first',
  'user.demographic.date_of_birth',
  'none',
] as const;

/** The inventory of a business with five tools, eighty fields and twenty logins in each. */
export function benchedInventory(): Inventory {
  const systems = ['crm', 'newsletter', 'books', 'office', 'sheets'].map((system) => ({
    ...aSystem({
      fields: Array.from({ length: 80 }, (_, at) =>
        aField(`field_${at}`, CATEGORIES[at % CATEGORIES.length] ?? 'none', { filled: at }),
      ),
      people: Array.from({ length: 20 }, (_, at) => aPerson(`person${at}@sweetcrumb.example`)),
      receipts: [
        aReceipt('fields'),
        aReceipt('records'),
        aReceipt('people', { status: 'denied', reason: 'no' }),
      ],
    }),
    system,
  }));
  return { ...inventoryOf(...systems), asOf: '2026-11-23' };
}
