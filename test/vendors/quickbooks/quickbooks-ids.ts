/** The company that the bakery keeps its books in; QuickBooks calls it the realm. */
export const REALM_ID = '9130347957983716';
export const ACCOUNTING_SCOPE = 'com.intuit.quickbooks.accounting';

/** Ids count up by entity; those of customers and vendors never meet in one list. */
export const IDS = {
  parents: { first: 11, step: 1 },
  customers: { first: 1001, step: 3 },
  vendors: { first: 501, step: 2 },
  sales: { first: 20_001, step: 2 },
  payments: { first: 5_000_003, step: 2 },
  bills: { first: 9_000_001, step: 2 },
  purchases: { first: 9_500_001, step: 2 },
} as const;

export interface IdRow {
  readonly first: number;
  readonly step: number;
}

export function idAt({ first, step }: IdRow, place: number): string {
  return String(first + place * step);
}
