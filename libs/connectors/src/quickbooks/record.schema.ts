import { z } from 'zod';
import { CustomField } from './company.schema.js';

/** Members without a value are left out. */
const text = z.string().optional();
const Reference = z.object({ value: z.string(), name: text });
const Phone = z.object({ FreeFormNumber: text }).optional();
const Mail = z.object({ Address: text }).optional();

const Address = z.object({
  Line1: text,
  Line2: text,
  Line3: text,
  Line4: text,
  Line5: text,
  City: text,
  CountrySubDivisionCode: text,
  PostalCode: text,
  Country: text,
});
export type Address = z.infer<typeof Address>;

export const Customer = z.object({
  Id: z.string(),
  Active: z.boolean(),
  DisplayName: z.string(),
  FullyQualifiedName: text,
  ParentRef: Reference.optional(),
  Title: text,
  GivenName: text,
  MiddleName: text,
  FamilyName: text,
  Suffix: text,
  PrintOnCheckName: text,
  CompanyName: text,
  PrimaryEmailAddr: Mail,
  PrimaryPhone: Phone,
  AlternatePhone: Phone,
  Mobile: Phone,
  Fax: Phone,
  WebAddr: z.object({ URI: text }).optional(),
  BillAddr: Address.optional(),
  ShipAddr: Address.optional(),
  Notes: text,
  ResaleNum: text,
  BusinessNumber: text,
  GSTIN: text,
  PrimaryTaxIdentifier: text,
  SecondaryTaxIdentifier: text,
  CustomerTypeRef: Reference.optional(),
  SalesTermRef: Reference.optional(),
  MetaData: z.object({ CreateTime: z.string() }),
});
export type Customer = z.infer<typeof Customer>;

/** An invoice, sales receipt, credit memo, refund receipt or payment. A sale over the counter has no customer. */
export const Sale = z.object({
  Id: z.string(),
  TxnDate: z.string().regex(/^\d{4}-\d{2}-\d{2}/u),
  TotalAmt: z.number(),
  DocNumber: text,
  CustomerRef: Reference.optional(),
  BillEmail: Mail,
  BillEmailCc: Mail,
  BillAddr: Address.optional(),
  ShipAddr: Address.optional(),
  PrivateNote: text,
  CustomerMemo: z.object({ value: text }).optional(),
  Line: z.array(z.object({ Description: text })).optional(),
  CustomField: z.array(CustomField).optional(),
});
export type Sale = z.infer<typeof Sale>;

/** Whom the business pays. */
export const Payee = z.object({ Id: z.string(), DisplayName: z.string(), CompanyName: text });

const Paid = z.object({
  Id: z.string(),
  TxnDate: z.string().regex(/^\d{4}-\d{2}-\d{2}/u),
  TotalAmt: z.number(),
});

/** What somebody billed. */
export const Bill = Paid.extend({ VendorRef: Reference });
/** What was paid at once, by card or cash; from a till nobody is named, and it may be an employee or a customer. */
export const Purchase = Paid.extend({ EntityRef: Reference.extend({ type: text }).optional() });

/** One line below the other, as it stands on an envelope. */
export function addressText(address: Address | undefined): string {
  if (address === undefined) return '';
  const { City, CountrySubDivisionCode, PostalCode, Country, ...lines } = address;
  const place = [[City, CountrySubDivisionCode].filter(isFilled).join(', '), PostalCode]
    .filter(isFilled)
    .join(' ');
  return [...Object.values(lines), place, Country].filter(isFilled).join('\n');
}

function isFilled(part: string | undefined): boolean {
  return part !== undefined && part !== '';
}
