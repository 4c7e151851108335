import { describe, expect, it } from '@jest/globals';
import { findTable } from './find-table.js';

const header = (rows: readonly (readonly string[])[]) => findTable(rows)?.header;

describe('the header of a table', () => {
  it('is the first full line below titles', () => {
    const found = findTable([
      ['Sweet Crumb Bakery', '', ''],
      ['Orders of spring', '2026', ''],
      ['', '', ''],
      ['Name', 'Cake', 'Paid'],
      ['Ann', 'Lemon', '3'],
    ]);
    expect(found).toMatchObject({ header: ['Name', 'Cake', 'Paid'], skip: 4 });
    expect(found?.titles).toHaveLength(3);
  });

  it.each([
    ['English', ['Name', 'Street', 'Loves cake']],
    ['German', ['Vorname', 'Nachname', 'Ort']],
    ['Spanish', ['Nombre', 'Teléfono', 'Pastel favorito']],
    ['a program', ['FNAME', 'opt_in', 'lastVisit']],
    ['figures by year', ['Customer', '2024', '2025']],
    ['numbered', ['Address 1', 'Address 2', 'Phone 1']],
  ])('of %s words is a header', (_, cells) => {
    expect(header([cells, ['Hans', 'Berg', 'Bern'], ['Ina', 'Tal', 'Thun']])).toEqual(cells);
  });

  it('in words that nobody here knows is told by the shape of what stands below', () => {
    expect(
      header([
        ['Klijent', 'Torta'],
        ['Ana Anić', '12.50'],
        ['Bo Bonić', '9.00'],
      ]),
    ).toEqual(['Klijent', 'Torta']);
  });

  it.each([
    ['an e-mail address', ['Jane Doe', 'jane@canary.example'], ['Joe Bloggs', 'joe@canary.example']],
    ['a phone number', ['Jane', '(555) 010-1234'], ['Joe', '(555) 010-9999']],
    ['a date', ['Jane', '12/24/1980'], ['Joe', '01/02/1990']],
    ['an amount', ['Jane', '$12.50'], ['Joe', '$3.00']],
    ['a street', ['Jane', '12 Canary Row'], ['Joe', '9 Shelby Road']],
    ['a European street', ['Jane', 'Via Roma 3'], ['Joe', 'Rue 4']],
    ['a link', ['Jane', 'https://canary.example'], ['Joe', 'https://x.example']],
    ['nothing but names', ['Jane Doe', 'Springfield'], ['Joe Bloggs', 'Shelbyville']],
    ['a town that comes again', ['Jane', 'paris'], ['Joe', 'rome'], ['Zed', 'paris']],
  ] as readonly (readonly [string, ...string[][]])[])(
    'is missing where the first line holds %s (law 1)',
    (_, ...rows) => {
      const found = findTable(rows);
      expect(found?.header).toEqual(['', '']);
      expect(found?.skip).toBe(0);
    },
  );

  it('may have an empty cell above data, but no width beyond it', () => {
    expect(
      header([
        ['Name', '', 'Cake', '', ''],
        ['Ann', 'x', 'Pie', '', ''],
      ]),
    ).toEqual(['Name', '', 'Cake']);
    expect(
      header([
        ['Name', 'Cake', ''],
        ['Ann', 'Pie', 'often'],
        ['Bob', 'Pie', 'seldom'],
      ]),
    ).toEqual(['Name', 'Cake', '']);
  });

  it('does not exist where nothing is filled in', () => {
    expect(findTable([[''], ['', '']])).toBeNull();
  });
});
