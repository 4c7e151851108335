import { googleContactFields } from '../../kit/vendor-fields/google-contact.js';
import type { Column, RecordFormat } from './format.js';

/** Values of one field that stand in several columns, or joined in one cell. */
const BETWEEN = '; ';

/** A field with the columns it is made of. */
interface Part {
  readonly column: Column;
  readonly from: number[];
}

/** Google Contacts > Export, of 2024 and before. Numbered columns become one field each, as the People API has them (E20). */
export const googleWorkspaceContacts: RecordFormat = {
  gives: 'records',
  title: 'Google Contacts',
  connector: 'google-workspace',
  object: 'contact',
  choosesColumns: false,
  groups: false,
  recognises: (names) =>
    [...names].some((name) => /^(e-mail|phone|address|organization|website) 1 - /.test(name)) ||
    (names.has('labels') && names.has('file as')) ||
    (names.has('group membership') && names.has('given name')),
  open({ header, names }) {
    const parts = partsOf(header, names);
    return {
      columns: parts.map(({ column }) => column),
      arrange: (cells) => parts.map((part) => joined(part, cells, names)),
    };
  },
};

function partsOf(header: readonly string[], names: readonly string[]): readonly Part[] {
  const parts = new Map<string, Part>();
  for (const [at, name] of names.entries()) {
    // What a number or address is called ("Work", "Home") is no field of its own.
    if (/ \d+ - (label|type)$/.test(name)) continue;
    const column = columnOf(header[at] ?? '', name);
    const part = parts.get(column.name);
    if (part === undefined) parts.set(column.name, { column, from: [at] });
    else part.from.push(at);
  }
  return [...parts.values()];
}

function columnOf(label: string, name: string): Column {
  const field = googleContactFields.find(({ header }) => header.test(name));
  if (field === undefined) return { name, label, type: 'unknown', custom: true };
  const { header: _, ...known } = field;
  return { ...known, label: field.isNumbered ? '' : label };
}

/** An address is its formatted form where there is one; its parts say the same again. */
function joined({ column, from }: Part, cells: readonly string[], names: readonly string[]): string {
  if (from.length === 1) return spread(cells[from[0] ?? 0] ?? '');
  const isAddress = column.name === 'addresses';
  const seen = new Set<string>();
  const formatted = new Set<string>();
  for (const at of from) {
    const cell = spread(cells[at] ?? '');
    const number = / (\d+) - (.*)$/.exec(names[at] ?? '');
    if (cell === '' || (isAddress && formatted.has(number?.[1] ?? ''))) continue;
    if (isAddress && number?.[2] === 'formatted') formatted.add(number[1] ?? '');
    seen.add(cell);
  }
  return [...seen].join(BETWEEN);
}

function spread(cell: string): string {
  return cell.includes(' ::: ') ? cell.split(' ::: ').join(BETWEEN) : cell;
}
