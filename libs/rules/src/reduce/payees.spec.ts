import { describe, expect, it } from '@jest/globals';
import type { PayeeFact } from '#connectors/contract/fact.js';
import { payeesOf } from './payees.js';

function payee(...names: readonly string[]): PayeeFact {
  const source = { system: 'books', connector: 'quickbooks', account: '1' } as const;
  return { kind: 'payee', source, names, payments: 2, lastPaid: '2026-10-09' };
}

describe('payees', () => {
  it('are named only where the catalogue of software vendors has them, and as it names them (law 1, E18)', () => {
    const payees = payeesOf([
      payee('Calendly LLC'),
      payee('Harvest Moon Flour Mill', 'Harvest Moon Inc.'),
      payee('Otilia Brandvold'),
      payee('Square Deal Flour'),
      payee('Claude Martin'),
    ]);
    expect(payees).toEqual({ vendors: [{ name: 'Calendly', payments: 2, lastPaid: '2026-10' }], others: 4 });
  });

  it('are one where the books keep a vendor twice, and found by the company and as banks write them', () => {
    const { vendors } = payeesOf([
      payee('calendly.com'),
      payee('Our scheduling thing', 'Calendly, Inc.'),
      payee('CANVA *Pro 0123'),
    ]);
    expect(vendors.map(({ name, payments }) => [name, payments])).toEqual([
      ['Calendly', 4],
      ['Canva', 2],
    ]);
  });
});
