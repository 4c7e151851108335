import type { Format } from './format.js';
import { googleWorkspaceAccessedApps } from './google-workspace-accessed-apps.js';
import { googleWorkspaceContacts } from './google-workspace-contacts.js';
import { googleWorkspaceUsers } from './google-workspace-users.js';
import { handMadeUsers } from './hand-made-users.js';
import { hubspotContacts } from './hubspot-contacts.js';
import { hubspotUsers } from './hubspot-users.js';
import { mailchimpAudience } from './mailchimp-audience.js';
import { mailchimpUsers } from './mailchimp-users.js';
import { quickbooksCustomers } from './quickbooks-customers.js';
import { quickbooksInvoices } from './quickbooks-invoices.js';
import { quickbooksInvoiceList, quickbooksSales, quickbooksTransactions } from './quickbooks-sales.js';
import { quickbooksUsers } from './quickbooks-users.js';
import { shopifyCustomers } from './shopify-customers.js';
import { shopifyOrders } from './shopify-orders.js';
import { stripeCharges } from './stripe-charges.js';
import { stripeCustomers } from './stripe-customers.js';
import { stripeInvoices } from './stripe-invoices.js';
import { woocommerceCustomers } from './woocommerce-customers.js';
import { woocommerceOrders } from './woocommerce-orders.js';

/** Every format that is recognised by its headers; the first that fits wins. */
export const formats: readonly Format[] = [
  hubspotContacts,
  hubspotUsers,
  mailchimpAudience,
  mailchimpUsers,
  quickbooksTransactions,
  quickbooksInvoiceList,
  quickbooksSales,
  quickbooksCustomers,
  quickbooksInvoices,
  quickbooksUsers,
  googleWorkspaceUsers,
  googleWorkspaceAccessedApps,
  googleWorkspaceContacts,
  shopifyOrders,
  shopifyCustomers,
  stripeCharges,
  stripeInvoices,
  stripeCustomers,
  woocommerceOrders,
  woocommerceCustomers,
  handMadeUsers,
];
