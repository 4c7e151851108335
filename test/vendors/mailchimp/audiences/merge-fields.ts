import { mailchimpColumns } from '#scanner/example/mailchimp-audience.js';
import { isIn } from '#scanner/example/planted.js';
import type { BakeryState } from '#scanner/example/setting.js';

/** A field that a business gave its audience. The address is no such field. */
export interface MergeField {
  readonly mergeId: number;
  readonly tag: string;
  readonly name: string;
  readonly type: string;
  readonly isPublic: boolean;
  readonly choices?: readonly string[];
  /** Header of the export's column that holds the same; null: beyond what the bakery has. */
  readonly header: string | null;
}

/** How the export's own columns are kept. Nobody renamed the tag of a field that was made in a hurry. */
const OWN: Readonly<Record<string, Pick<MergeField, 'tag' | 'type'>>> = {
  'First Name': { tag: 'FNAME', type: 'text' },
  'Last Name': { tag: 'LNAME', type: 'text' },
  'Phone Number': { tag: 'PHONE', type: 'phone' },
  Birthday: { tag: 'BIRTHDAY', type: 'birthday' },
  'Date of birth (old form)': { tag: 'MMERGE5', type: 'text' },
  'Kids Names': { tag: 'KIDS', type: 'text' },
  'Work Email': { tag: 'WORKEMAIL', type: 'text' },
};

const CHOICES = ['Rye', 'Sourdough', 'Brioche'] as const;

/** One of each type, then over again. */
const FURTHER: readonly (readonly [name: string, tag: string, type: string])[] = [
  ['Address', 'ADDRESS', 'address'],
  ['Favourite bread', 'BREAD', 'radio'],
  ['Pick-up day', 'PICKUP', 'dropdown'],
  ['First order', 'FIRSTORDER', 'date'],
  ['Loaves a week', 'LOAVES', 'number'],
  ['Zip', 'ZIPCODE', 'zip'],
  ['Own page', 'OWNPAGE', 'url'],
  ['Picture', 'PICTURE', 'imageurl'],
  ['Cake wish', 'CAKE', 'text'],
];

/** The bakery's own fields in this state, and so many more that there are `count`. */
export function mergeFieldsOf(state: BakeryState, count: number): readonly MergeField[] {
  const own = mailchimpColumns
    .filter((column) => isIn(state, column) && OWN[column.header] !== undefined)
    .map(({ header }) => ({ header, name: header, isPublic: true, tag: '', type: '', ...OWN[header] }));
  const further = Array.from({ length: Math.max(0, count - own.length) }, (_, place) => furtherField(place));
  return [...own, ...further].map((field, place) => ({ ...field, mergeId: place + 1 }));
}

function furtherField(place: number): Omit<MergeField, 'mergeId'> {
  const [name, tag, type] = FURTHER[place % FURTHER.length] ?? FURTHER[0] ?? ['', '', ''];
  const round = Math.floor(place / FURTHER.length);
  const mark = round === 0 ? '' : String(round + 1);
  return {
    name: `${name} ${mark}`.trim(),
    tag: `${tag.slice(0, 8)}${mark}`,
    type,
    isPublic: place % 2 === 0,
    header: null,
    ...(type === 'radio' || type === 'dropdown' ? { choices: CHOICES } : {}),
  };
}

/** What stands in a field beyond the bakery's own; an empty address is no object. */
export function furtherValue({ type, mergeId }: MergeField, person: number): unknown {
  if ((person + mergeId) % 3 === 0) return '';
  const day = String((person % 28) + 1).padStart(2, '0');
  if (type === 'address') {
    return {
      addr1: `${(person % 200) + 1} Mill Lane`,
      addr2: '',
      city: 'Beacon',
      state: 'NY',
      zip: '12508',
      country: 'US',
    };
  }
  if (type === 'number') return (person % 9) + 1;
  if (type === 'date') return `2025-04-${day}`;
  if (type === 'zip') return '12508';
  if (type === 'url' || type === 'imageurl') return `https://page${person}.example/`;
  if (type === 'radio' || type === 'dropdown') return CHOICES[person % CHOICES.length] ?? '';
  return type === 'text' ? `wish ${person % 17}` : '';
}

/** As the interface tells it. */
export function mergeFieldBody(field: MergeField, listId: string): Readonly<Record<string, unknown>> {
  return {
    merge_id: field.mergeId,
    tag: field.tag,
    name: field.name,
    type: field.type,
    required: false,
    default_value: '',
    public: field.isPublic,
    display_order: field.mergeId + 1,
    options: optionsOf(field),
    help_text: '',
    list_id: listId,
  };
}

function optionsOf({ type, choices }: MergeField): Readonly<Record<string, unknown>> {
  if (choices !== undefined) return { choices };
  if (type === 'phone') return { phone_format: 'none' };
  if (type === 'date') return { date_format: 'MM/DD/YYYY' };
  if (type === 'birthday') return { date_format: 'MM/DD' };
  if (type === 'address') return { default_country: 164 };
  return type === 'text' ? { size: 25 } : {};
}

export const MERGE_FIELD_FIELDS: readonly string[] = [
  'merge_id',
  'tag',
  'name',
  'type',
  'required',
  'default_value',
  'public',
  'display_order',
  'options.default_country',
  'options.phone_format',
  'options.date_format',
  'options.choices',
  'options.size',
  'help_text',
  'list_id',
];
