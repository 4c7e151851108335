import { valueOf } from './company.schema.js';
import { ownKey } from './customer-fields.js';
import { comparable, type OwnField } from '../kit/field-plan.js';
import { addressText, type Sale } from './record.schema.js';

/** A document with what QuickBooks calls its kind, and the customer of the first level whom it belongs to. */
export interface KnownSale {
  readonly sale: Sale;
  readonly type: string;
  /** "" where no customer is named. */
  readonly root: string;
}

type Field = OwnField<KnownSale>;
type Value = (sale: Sale) => string | undefined;

/** Fields of sales, named as in the exported reports of sales (E20). `customNames`: null where they are not known. */
export function saleFields(customNames: readonly string[] | null): readonly Field[] {
  if (customNames === null) return OWN;
  const known = new Set(customNames.map(comparable));
  return [
    ...OWN,
    {
      // A field that was in use once still stands on old forms.
      ...field('CustomField', 'Custom fields no longer in use', ({ CustomField = [] }) =>
        CustomField.filter(({ Name }) => !known.has(comparable(Name)))
          .map(valueOf)
          .filter((value) => value !== '')
          .join('\n'),
      ),
    },
  ];
}

const OWN: readonly Field[] = [
  { ...field('Id', 'Id', ({ Id }) => Id), category: 'none', role: 'record_id' },
  {
    ...field('TxnDate', 'Date', ({ TxnDate }) => TxnDate),
    type: 'date',
    category: 'none',
    role: 'purchase_date',
  },
  {
    name: 'TxnType',
    label: 'Type',
    type: 'string',
    category: 'none',
    role: 'purchase_type',
    value: ({ type }) => type,
  },
  { ...field('DocNumber', 'No.', ({ DocNumber }) => DocNumber), category: 'none' },
  {
    name: 'RootCustomerRef',
    label: 'Top customer',
    type: 'reference',
    category: 'none',
    role: 'own_key',
    value: ({ root }) => ownKey(root),
  },
  {
    ...field('CustomerRef', 'Customer', ({ CustomerRef }) => CustomerRef?.name),
    category: 'user.name',
    role: 'own_key',
  },
  {
    ...field('BillEmail', 'Email', ({ BillEmail }) => BillEmail?.Address),
    category: 'user.contact.email',
    role: 'email',
  },
  {
    ...field('BillEmailCc', 'Cc', ({ BillEmailCc }) => BillEmailCc?.Address),
    category: 'user.contact.email',
  },
  {
    ...field('Amount', 'Amount', ({ TotalAmt }) => String(TotalAmt)),
    type: 'decimal',
    // What somebody bought for is a part of what is known of her, also where no line says what it was.
    category: 'user.behavior.purchase_history',
    role: 'amount',
  },
  {
    ...field('Status', 'Status', ({ TotalAmt, PrivateNote = '' }) =>
      TotalAmt === 0 && /\bvoid/iu.test(PrivateNote) ? 'Voided' : '',
    ),
    category: 'none',
    role: 'status',
  },
  {
    ...field('BillAddr', 'Billing address', ({ BillAddr }) => addressText(BillAddr)),
    category: 'user.contact.address',
  },
  {
    ...field('ShipAddr', 'Shipping address', ({ ShipAddr }) => addressText(ShipAddr)),
    category: 'user.contact.address',
  },
  field('Description', 'Description', ({ Line = [] }) =>
    Line.flatMap(({ Description }) => Description ?? []).join('\n'),
  ),
  field('CustomerMemo', 'Message on the form', ({ CustomerMemo }) => CustomerMemo?.value),
  field('PrivateNote', 'Memo', ({ PrivateNote }) => PrivateNote),
];

/** What stands in the custom field of that name. */
export function customValue(name: string): (row: KnownSale) => string {
  const wanted = comparable(name);
  return ({ sale: { CustomField = [] } }) => {
    const found = CustomField.find(({ Name }) => comparable(Name) === wanted);
    return found === undefined ? '' : valueOf(found);
  };
}

function field(
  fieldName: string,
  label: string,
  value: Value,
): Pick<Field, 'name' | 'label' | 'type' | 'value'> {
  return { name: fieldName, label, type: 'string', value: ({ sale }) => value(sale) ?? '' };
}
