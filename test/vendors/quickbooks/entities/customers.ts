import { isInactiveInBooks } from '#scanner/example/cohorts.js';
import type { Customer } from '#scanner/example/customer.js';
import { daysBefore } from '#scanner/example/calendar.js';
import { quickbooksCustomerColumns } from '#scanner/example/quickbooks-customers.js';
import { Random } from '#scanner/example/random.js';
import { lastChangedOn } from '#scanner/example/relationship.js';
import type { VendorContext } from '../../core/simulated-vendor.js';
import { idAt, IDS } from '../quickbooks-ids.js';
import { timeOn } from '../quickbooks-times.js';
import type { BookNames } from './book-names.js';
import { type BookRecord, COMMON, type EntityType, type Reference, USD } from './entity.js';

/** The bakery's customers with an account, after the companies that some of them are kept below. */
export function customers({ bakery }: VendorContext, names: BookNames): EntityType {
  return {
    name: 'Customer',
    isNameList: true,
    count: () => names.parents().length + names.count,
    at(place) {
      const parents = names.parents();
      return place < parents.length
        ? parentRecord(parents[place] ?? '', place, bakery.setting.opening)
        : customerRecord(bakery, names, place - parents.length);
    },
    enhancedFields(place) {
      const own = place - names.parents().length;
      if (own < 0) return [];
      const account = cellOf(bakery.setting, bakery.customer(names.indexAt(own)), 'Bank Account');
      return account === ''
        ? []
        : [{ DefinitionId: '1000000001', Name: 'Bank Account', Type: 'StringType', StringValue: account }];
    },
  };
}

/** Whom a sale is made out to. */
export function customerReference(names: BookNames, place: number): Reference {
  const isInactive = isInactiveInBooks(names.indexAt(place));
  return { value: idAt(IDS.customers, place), name: names.at(place) + (isInactive ? DELETED : '') };
}

const DELETED = ' (deleted)';

function customerRecord(bakery: VendorContext['bakery'], names: BookNames, place: number): BookRecord {
  const { setting } = bakery;
  const customer = bakery.customer(names.indexAt(place));
  const fullName = names.at(place);
  const colon = fullName.indexOf(':');
  const parent = colon === -1 ? -1 : names.parents().indexOf(fullName.slice(0, colon));
  const isActive = !isInactiveInBooks(customer.index);
  const mark = isActive ? '' : DELETED;
  const cell = (header: string): string => cellOf(setting, customer, header);
  const address = addressOf(customer, place);
  return {
    Taxable: true,
    BillAddr: address,
    ...(cell('Ship address') !== '' && { ShipAddr: address }),
    ...(cell('Notes') !== '' && { Notes: cell('Notes') }),
    Job: parent !== -1,
    BillWithParent: parent !== -1,
    ...(parent !== -1 && { ParentRef: { value: idAt(IDS.parents, parent) }, Level: 1 }),
    Balance: 0,
    BalanceWithJobs: 0,
    CurrencyRef: USD,
    PreferredDeliveryMethod: 'Print',
    IsProject: false,
    ClientEntityId: '0',
    ...COMMON,
    Id: idAt(IDS.customers, place),
    SyncToken: '0',
    MetaData: {
      CreateTime: timeOn(customer.created, customer.index),
      LastUpdatedTime: timeOn(lastChangedOn(customer, setting.opening), customer.index + 3),
    },
    GivenName: customer.firstName,
    FamilyName: customer.lastName,
    FullyQualifiedName: fullName + mark,
    ...(customer.company !== null && { CompanyName: customer.company }),
    DisplayName: fullName.slice(colon + 1) + mark,
    PrintOnCheckName: fullName.slice(colon + 1),
    Active: isActive,
    V4IDPseudonym: `0020980${String(customer.index).padStart(31, '0')}`,
    ...(customer.phone !== null && { PrimaryPhone: { FreeFormNumber: nationalForm(customer.phone) } }),
    ...(cell('Email') !== '' && { PrimaryEmailAddr: { Address: cell('Email') } }),
    DefaultTaxCodeRef: { value: '2' },
  };
}

function parentRecord(name: string, place: number, opening: string): BookRecord {
  const since = timeOn(daysBefore(opening, 1700), place);
  return {
    Taxable: true,
    Job: false,
    BillWithParent: false,
    Balance: 0,
    BalanceWithJobs: 0,
    CurrencyRef: USD,
    PreferredDeliveryMethod: 'None',
    IsProject: false,
    ClientEntityId: '0',
    ...COMMON,
    Id: idAt(IDS.parents, place),
    SyncToken: '0',
    MetaData: { CreateTime: since, LastUpdatedTime: since },
    FullyQualifiedName: name,
    CompanyName: name,
    DisplayName: name,
    PrintOnCheckName: name,
    Active: true,
    V4IDPseudonym: `0020980${String(9_000_000 + place).padStart(31, '0')}`,
    DefaultTaxCodeRef: { value: '2' },
  };
}

/** In the form of today: without latitude and longitude. */
function addressOf({ street, town: { city, state, zip } }: Customer, place: number) {
  return {
    Id: String(place + 2),
    Line1: street,
    City: city,
    Country: 'USA',
    CountrySubDivisionCode: state,
    PostalCode: zip,
  };
}

const COLUMNS = new Map(quickbooksCustomerColumns.map((column) => [column.header, column]));

function cellOf(
  { seed, opening }: VendorContext['bakery']['setting'],
  customer: Customer,
  header: string,
): string {
  const booked = { ...customer, booksName: customer.booksName ?? '' };
  return COLUMNS.get(header)?.value(booked, new Random(seed, `${header} ${customer.index}`), opening) ?? '';
}

function nationalForm(phone: string): string {
  return `(${phone.slice(0, 3)}) ${phone.slice(3, 6)}-${phone.slice(6)}`;
}
