import { describe, expect, it } from '@jest/globals';
import type { Audience } from './audience.schema.js';
import { nameAudiences } from './audience-names.js';

function audience(id: string, name: string, year: number): Audience {
  const date_created = `${year}-01-01T00:00:00+00:00`;
  return { id, web_id: year, name, date_created, double_optin: false, marketing_permissions: false };
}

const MAIN = audience('a1', 'Sweet Crumb Bakery', 2019);
const CLUB = audience('b2', 'Cake Club 2024', 2021);

function listsOf(audiences: readonly Audience[], lists?: Readonly<Record<string, string | null>>) {
  const { named, ...rest } = nameAudiences(audiences, { before: lists === undefined ? null : { lists } });
  return { of: named.map(({ audience: { id }, list }) => [id, list]), ...rest };
}

describe('the list that findings of an audience are known by', () => {
  it('is that of its exports: none for the oldest, the name without dates for others (E20)', () => {
    expect(listsOf([CLUB, MAIN]).of).toEqual([
      ['a1', null],
      ['b2', 'cake club'],
    ]);
  });

  it('stays when an audience is added or renamed', () => {
    const { lists } = listsOf([MAIN, CLUB]);
    const older = audience('c3', 'Imported', 2010);
    const renamed = { ...CLUB, name: 'Friends of cake' };
    expect(listsOf([older, MAIN, renamed], lists).of).toEqual([
      ['c3', 'imported'],
      ['a1', null],
      ['b2', 'cake club'],
    ]);
  });

  it('tells audiences apart that differ by a date only, or by nothing', () => {
    const again = audience('c3', 'Cake Club 2025', 2022);
    const twin = audience('d4', 'cake club 2025', 2023);
    expect(listsOf([MAIN, CLUB, again, twin]).of.map(([, list]) => list)).toEqual([
      null,
      'cake club',
      'cake club 2025',
      'cake club 2025 (2023)',
    ]);
  });

  it('of one that was deleted is gone once; nobody takes the place of the first', () => {
    const { lists } = listsOf([MAIN, CLUB]);
    const withoutClub = listsOf([MAIN], lists);
    expect(withoutClub.gone).toEqual(['cake club']);
    expect(listsOf([MAIN], withoutClub.lists).gone).toEqual([]);
    const withoutMain = listsOf([CLUB], lists);
    expect([withoutMain.of, withoutMain.gone]).toEqual([[['b2', 'cake club']], [null]]);
    expect(listsOf([CLUB], withoutMain.lists).of).toEqual([['b2', 'cake club']]);
  });

  it('does not trip over a memory of another form', () => {
    const named = nameAudiences([MAIN], { before: { lists: 7 } });
    expect(named.named.map(({ list }) => list)).toEqual([null]);
  });
});
