import { daysBefore } from '#scanner/example/calendar.js';
import type { VendorContext } from '../../core/simulated-vendor.js';
import { idAt, IDS } from '../quickbooks-ids.js';
import { timeOn } from '../quickbooks-times.js';
import { COMMON, type EntityType, type Reference, USD } from './entity.js';

interface Payee {
  readonly name: string;
  readonly mail?: string;
  readonly web?: string;
  readonly isActive?: false;
}

/** Whom the bakery pays: mills and people, which are nobody's business here, and software. */
export const PAYEES: readonly Payee[] = [
  { name: 'Harvest Moon Flour Mill', mail: 'orders@harvestmoon.example', web: 'https://harvestmoon.example' },
  { name: 'Mailchimp', web: 'https://mailchimp.com' },
  { name: 'Otilia Brandvold', mail: 'otilia.brandvold@post.test' },
  { name: 'Calendly LLC', mail: 'billing@calendly.com' },
  { name: 'Hudson Dairy Cooperative', mail: 'office@hudsondairy.example' },
  { name: 'HubSpot, Inc.' },
  { name: 'Rolf Tannhagen, Carpenter' },
  { name: 'Grubhub Holdings (deleted)', isActive: false },
];

/** A vendor that nothing was paid to, and others that are paid every month. */
const PAID: readonly number[] = [0, 1, 2, 3, 4, 5, 6];

/** Vendors, what was billed by them, and what was paid by card or cash without a bill. */
export function payees({ bakery }: VendorContext): readonly EntityType[] {
  const { opening } = bakery.setting;
  const monthly = 12;
  return [
    {
      name: 'Vendor',
      isNameList: true,
      count: () => PAYEES.length,
      at(place) {
        const { name, mail, web, isActive = true } = payeeAt(place);
        const since = timeOn(daysBefore(opening, 800 - place), place);
        return {
          Balance: 0,
          Vendor1099: false,
          CurrencyRef: USD,
          ...COMMON,
          Id: idAt(IDS.vendors, place),
          SyncToken: '0',
          MetaData: { CreateTime: since, LastUpdatedTime: since },
          CompanyName: name,
          DisplayName: name,
          PrintOnCheckName: name,
          Active: isActive,
          ...(mail !== undefined && { PrimaryEmailAddr: { Address: mail } }),
          ...(web !== undefined && { WebAddr: { URI: web } }),
        };
      },
    },
    {
      name: 'Bill',
      isNameList: false,
      count: () => PAID.length * monthly,
      at(place) {
        const payee = PAID[place % PAID.length] ?? 0;
        const on = daysBefore(opening, 3 + 30 * Math.floor(place / PAID.length));
        const at = timeOn(on, place);
        return {
          ...COMMON,
          Id: idAt(IDS.bills, place),
          SyncToken: '0',
          MetaData: { CreateTime: at, LastUpdatedTime: at },
          DueDate: on,
          Balance: 0,
          TxnDate: on,
          CurrencyRef: USD,
          VendorRef: vendorReference(payee),
          APAccountRef: { value: '33', name: 'Accounts Payable (A/P)' },
          TotalAmt: 40 + payee * 9,
          Line: [],
        };
      },
    },
    {
      name: 'Purchase',
      isNameList: false,
      count: () => monthly,
      at(place) {
        const on = daysBefore(opening, 5 + 28 * place);
        const at = timeOn(on, place);
        return {
          ...COMMON,
          Id: idAt(IDS.purchases, place),
          SyncToken: '0',
          MetaData: { CreateTime: at, LastUpdatedTime: at },
          PaymentType: 'CreditCard',
          AccountRef: { value: '42', name: 'Visa' },
          // Coffee for the shop, from a till: nobody is named.
          ...(place % 2 === 0 && { EntityRef: { ...vendorReference(3), type: 'Vendor' } }),
          TxnDate: on,
          CurrencyRef: USD,
          TotalAmt: 12,
          Line: [],
        };
      },
    },
  ];
}

function vendorReference(place: number): Reference {
  return { value: idAt(IDS.vendors, place), name: payeeAt(place).name };
}

function payeeAt(place: number): Payee {
  const payee = PAYEES[place];
  if (payee === undefined) throw new Error('The books have no such payee.');
  return payee;
}
