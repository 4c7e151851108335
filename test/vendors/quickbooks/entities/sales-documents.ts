import type { VendorContext } from '../../core/simulated-vendor.js';
import { idAt, IDS } from '../quickbooks-ids.js';
import { timeOn } from '../quickbooks-times.js';
import type { BookNames } from './book-names.js';
import { customerReference } from './customers.js';
import { type BookRecord, COMMON, type EntityType, USD } from './entity.js';
import { type Sale, type SalesBook, shifted } from './sales-book.js';

/** Of the three classic custom fields the bakery uses one. */
export const CLASSIC_FIELD = { number: 1, name: 'Cake Inscription' } as const;

interface Numbered {
  readonly sale: Sale;
  /** Its place among all sales, which numbers it. */
  readonly place: number;
}

/** Invoices, sales receipts, credit memos, refund receipts and payments. */
export function salesDocuments(
  { bakery }: VendorContext,
  names: BookNames,
  book: SalesBook,
): readonly EntityType[] {
  const of = (holds: (numbered: Numbered) => boolean): (() => readonly Numbered[]) => {
    let kept: readonly Numbered[] | null = null;
    return () =>
      (kept ??= book
        .all()
        .map((sale, place) => ({ sale, place }))
        .filter(holds));
  };
  const documents = (
    name: string,
    holds: (numbered: Numbered) => boolean,
    more: (one: Numbered) => object,
  ): EntityType => {
    const list = of(holds);
    return {
      name,
      isNameList: false,
      count: () => list().length,
      at(place) {
        const numbered = list()[place];
        if (numbered === undefined) throw new Error(`The books have no such ${name}.`);
        return { ...documentOf(numbered, names), ...more(numbered) };
      },
    };
  };
  const paid = of(({ sale, place }) => sale.type === 'Invoice' && !sale.isVoid && place % 2 === 0);
  return [
    documents(
      'Invoice',
      ({ sale }) => sale.type === 'Invoice',
      ({ sale }) => ({ DueDate: shifted(sale.on, 30), EmailStatus: 'NotSet', Balance: 0, LinkedTxn: [] }),
    ),
    documents(
      'SalesReceipt',
      ({ sale }) => sale.type === 'Sales Receipt',
      () => ({
        EmailStatus: 'NotSet',
        Balance: 0,
        DepositToAccountRef: { value: '4', name: 'Undeposited Funds' },
      }),
    ),
    documents(
      'CreditMemo',
      ({ sale }) => sale.type === 'Credit Memo',
      () => ({ Balance: 0, RemainingCredit: 0 }),
    ),
    documents(
      'RefundReceipt',
      ({ sale }) => sale.type === 'Refund Receipt',
      () => ({
        Balance: 0,
        DepositToAccountRef: { value: '35', name: 'Checking' },
      }),
    ),
    {
      name: 'Payment',
      isNameList: false,
      count: () => paid().length,
      at(place) {
        const numbered = paid()[place];
        if (numbered === undefined) throw new Error('The books have no such payment.');
        return paymentOf(numbered, names, bakery.setting.opening);
      },
    },
  ];
}

function documentOf({ sale, place }: Numbered, names: BookNames): BookRecord {
  const amount = Math.abs(sale.amount);
  const inscription = sale.product.name.startsWith('Cakes:') && place % 4 === 0 ? 'Many happy returns' : null;
  const at = timeOn(sale.on, place);
  return {
    ...COMMON,
    Id: idAt(IDS.sales, place),
    SyncToken: sale.isVoid ? '1' : '0',
    MetaData: { CreateTime: at, LastUpdatedTime: at, LastModifiedByRef: { value: '9341453' } },
    CustomField: [
      {
        DefinitionId: String(CLASSIC_FIELD.number),
        Name: CLASSIC_FIELD.name,
        Type: 'StringType',
        ...(inscription !== null && { StringValue: inscription }),
      },
    ],
    DocNumber: sale.number,
    TxnDate: sale.on,
    CurrencyRef: USD,
    ...(sale.isVoid && { PrivateNote: 'Voided' }),
    Line: [
      {
        Id: '1',
        LineNum: 1,
        Description: sale.product.description,
        Amount: amount,
        DetailType: 'SalesItemLineDetail',
        SalesItemLineDetail: {
          ItemRef: { value: '3', name: sale.product.name },
          UnitPrice: sale.isVoid ? 0 : sale.product.price,
          Qty: sale.isVoid ? 0 : sale.quantity,
          TaxCodeRef: { value: 'NON' },
        },
      },
      { Amount: amount, DetailType: 'SubTotalLineDetail', SubTotalLineDetail: {} },
    ],
    TxnTaxDetail: { TotalTax: 0 },
    ...(sale.customerPlace !== null && { CustomerRef: customerReference(names, sale.customerPlace) }),
    TotalAmt: amount,
    ApplyTaxAfterDiscount: false,
    PrintStatus: 'NeedToPrint',
  };
}

function paymentOf({ sale, place }: Numbered, names: BookNames, opening: string): BookRecord {
  const later = shifted(sale.on, place % 9);
  const on = later > opening && sale.on <= opening ? opening : later;
  const at = timeOn(on, place + 1);
  return {
    ...(sale.customerPlace !== null && { CustomerRef: customerReference(names, sale.customerPlace) }),
    DepositToAccountRef: { value: '4' },
    TotalAmt: sale.amount,
    UnappliedAmt: 0,
    ProcessPayment: false,
    ...COMMON,
    Id: idAt(IDS.payments, place),
    SyncToken: '0',
    MetaData: { CreateTime: at, LastUpdatedTime: at },
    TxnDate: on,
    CurrencyRef: USD,
    Line: [{ Amount: sale.amount, LinkedTxn: [{ TxnId: idAt(IDS.sales, place), TxnType: 'Invoice' }] }],
  };
}
