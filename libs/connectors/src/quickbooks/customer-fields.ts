import type { OwnField } from '../kit/field-plan.js';
import { addressText, type Customer } from './record.schema.js';

/** Below which customer of the first level somebody stands: the key that sales are joined by. */
export interface KnownCustomer {
  readonly customer: Customer;
  readonly root: string;
}

type Field = OwnField<KnownCustomer>;
type Value = (customer: Customer) => string | undefined;

const name = 'user.name';
const phone = 'user.contact.phone_number';
const mail = 'user.contact.email';
const address = 'user.contact.address';
const government = 'user.government_id';

/** QuickBooks' own fields of customers, named as in its exports where these have them (E20). */
export const CUSTOMER_FIELDS: readonly Field[] = [
  { ...field('Id', 'Id', ({ Id }) => Id), category: 'none', role: 'record_id' },
  {
    name: 'RootCustomerRef',
    label: 'Top customer',
    type: 'reference',
    category: 'none',
    role: 'own_key',
    value: ({ root }) => ownKey(root),
  },
  {
    // With the names of those above, as reports write it.
    ...field(
      'DisplayName',
      'Customer full name',
      ({ FullyQualifiedName, DisplayName }) => FullyQualifiedName ?? DisplayName,
    ),
    category: name,
    role: 'own_key',
  },
  {
    ...field('Active', 'Active', ({ Active }) => String(Active)),
    type: 'boolean',
    category: 'none',
    role: 'status',
  },
  {
    ...field('CreateTime', 'Created on', ({ MetaData }) => MetaData.CreateTime),
    type: 'date',
    category: 'none',
    role: 'created',
  },
  { ...field('Title', 'Title', ({ Title }) => Title), category: name },
  { ...field('GivenName', 'First name', ({ GivenName }) => GivenName), category: 'user.name.first' },
  { ...field('MiddleName', 'Middle name', ({ MiddleName }) => MiddleName), category: name },
  { ...field('FamilyName', 'Last name', ({ FamilyName }) => FamilyName), category: 'user.name.last' },
  { ...field('Suffix', 'Suffix', ({ Suffix }) => Suffix), category: name },
  {
    ...field('PrintOnCheckName', 'Name on checks', ({ PrintOnCheckName }) => PrintOnCheckName),
    category: name,
  },
  {
    ...field('CompanyName', 'Company', ({ CompanyName }) => CompanyName),
    category: 'user.contact.organization',
  },
  {
    ...field('PrimaryEmailAddr', 'Email', ({ PrimaryEmailAddr }) => PrimaryEmailAddr?.Address),
    category: mail,
    role: 'email',
  },
  {
    ...field('PrimaryPhone', 'Phone', ({ PrimaryPhone }) => PrimaryPhone?.FreeFormNumber),
    category: phone,
    role: 'phone',
  },
  {
    ...field('AlternatePhone', 'Other phone', ({ AlternatePhone }) => AlternatePhone?.FreeFormNumber),
    category: phone,
    role: 'phone',
  },
  { ...field('Mobile', 'Mobile', ({ Mobile }) => Mobile?.FreeFormNumber), category: phone, role: 'phone' },
  { ...field('Fax', 'Fax', ({ Fax }) => Fax?.FreeFormNumber), category: phone },
  { ...field('WebAddr', 'Website', ({ WebAddr }) => WebAddr?.URI), category: 'user.contact.url' },
  { ...field('BillAddr', 'Billing address', ({ BillAddr }) => addressText(BillAddr)), category: address },
  { ...field('ShipAddr', 'Shipping address', ({ ShipAddr }) => addressText(ShipAddr)), category: address },
  { ...field('Notes', 'Notes', ({ Notes }) => Notes), category: 'user.content.private' },
  { ...field('ResaleNum', 'Tax resale number', ({ ResaleNum }) => ResaleNum), category: government },
  {
    ...field('BusinessNumber', 'Business number', ({ BusinessNumber }) => BusinessNumber),
    category: government,
  },
  { ...field('GSTIN', 'GSTIN', ({ GSTIN }) => GSTIN), category: government },
  {
    ...field('PrimaryTaxIdentifier', 'Tax id', ({ PrimaryTaxIdentifier }) => PrimaryTaxIdentifier),
    category: government,
  },
  {
    ...field(
      'SecondaryTaxIdentifier',
      'Second tax id',
      ({ SecondaryTaxIdentifier }) => SecondaryTaxIdentifier,
    ),
    category: government,
  },
  {
    ...field('CustomerTypeRef', 'Customer type', ({ CustomerTypeRef }) => CustomerTypeRef?.name),
    category: 'none',
  },
  { ...field('SalesTermRef', 'Terms', ({ SalesTermRef }) => SalesTermRef?.name), category: 'none' },
];

/** Ids of customers are numbers, and so may names be: told apart by a word. */
export function ownKey(root: string): string {
  return root === '' ? '' : `customer id ${root}`;
}

function field(
  fieldName: string,
  label: string,
  value: Value,
): Pick<Field, 'name' | 'label' | 'type' | 'value'> {
  return { name: fieldName, label, type: 'string', value: ({ customer }) => value(customer) ?? '' };
}
