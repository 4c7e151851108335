import type { FieldCategory } from '../../contract/category.js';
import type { ColumnRole } from '../../contract/fact.js';
import type { Column, Table } from './format.js';

/** What the columns of a tool's export hold, by their plain headers; the first that fits counts. */
export type KnownColumns = readonly (readonly [header: RegExp, category: FieldCategory, role?: ColumnRole])[];

/** The columns of a table, named by their headers: the tool's own, and those that the business added. */
export function columnsBy(
  known: KnownColumns,
  { header, names }: Pick<Table, 'header' | 'names'>,
): readonly Column[] {
  return header.map((label, at) => {
    const name = names[at] ?? '';
    const [, category, role] = known.find(([pattern]) => pattern.test(name)) ?? [];
    if (category === undefined) return { name, label, type: 'unknown', custom: true };
    const own = { name, label, type: 'unknown', custom: false, category };
    return role === undefined ? own : { ...own, role };
  });
}

/** Names and addresses of whoever pays, or receives; shops write the same words for both, before or behind. */
export const POSTAL_COLUMNS: KnownColumns = [
  [postal('first[ _]name'), 'user.name.first'],
  [postal('last[ _]name'), 'user.name.last'],
  [postal('(full[ _])?name'), 'user.name'],
  [postal('company'), 'user.contact.organization'],
  [postal('phone'), 'user.contact.phone_number'],
  [postal('street|address([ _]?[12]|[ _]1&2)?|line ?[12]'), 'user.contact.address.street'],
  [postal('city'), 'user.contact.address.city'],
  [postal('(province|state)([ _](code|name))?|region'), 'user.contact.address.state'],
  [postal('country([ _](code|name|full name))?|country ?/ ?region'), 'user.contact.address.country'],
  [postal('zip|post(al)?[ _]?code'), 'user.contact.address.postal_code'],
];

function postal(words: string): RegExp {
  return new RegExp(
    `^((billing|shipping|default address|card address)[ _])?(${words})( \\((billing|shipping)\\))?$`,
    'u',
  );
}
