import type { Term } from '#rules/policy/policy.js';
import { addTerm } from '#rules/policy/term.js';
import type { BakeryPeople } from './bakery-people.js';
import { hasAskedToBeErased, isInactiveInBooks } from './cohorts.js';
import type { Customer } from './customer.js';
import { UNDATED_ENQUIRIES } from './drive-files.js';
import { planted, type PlantedFinding } from './planted.js';
import {
  confirmedOn,
  hubspotActivityOn,
  hubspotOptInOn,
  isMarketingContact,
  isOptedOutInHubspot,
  newsletterOf,
  unsubscribedOn,
} from './relationship.js';

/** As config/policy.example.yaml has them. */
const CUSTOMERS_KEPT: Term = { years: 0, months: 24, weeks: 0, days: 0 };
const LEADS_KEPT: Term = { years: 0, months: 12, weeks: 0, days: 0 };

type Group = readonly Customer[];
type Where = (customer: Customer, bakery: BakeryPeople) => boolean;

const inCrm: Where = () => true;
const inNewsletter: Where = (customer, { setting }) => newsletterOf(customer, setting.state) !== null;

/**
 * Drift among the customers themselves: kept too long, deleted in one tool only, mailed without right. Where each of
 * them stands is planned in cohorts.ts and relationship.ts; how many it must be is counted here, one after the other, with none of the
 * scan's own code but the calendar.
 */
export const customerDrift: readonly PlantedFinding[] = [
  counted('retention.overdue', 'crm', 'customers', 'high', (bakery) => overdueCustomers(bakery, inCrm)),
  counted('retention.overdue', 'newsletter', 'customers', 'high', (bakery) =>
    overdueCustomers(bakery, inNewsletter),
  ),
  counted('retention.overdue', 'crm', 'leads', 'high', (bakery) => overdueLeads(bakery, inCrm)),
  counted('retention.overdue', 'newsletter', 'leads', 'high', (bakery) => overdueLeads(bakery, inNewsletter)),
  counted('retention.undated', 'catering', 'leads', 'low', () => UNDATED_ENQUIRIES),
  // One asked for it (high), two were made inactive in the books; the newsletter holds one of these.
  counted('retention.not-propagated', 'crm', 'customers', 'high', (bakery) => notPropagated(bakery, inCrm)),
  counted('retention.not-propagated', 'newsletter', 'customers', 'medium', (bakery) =>
    notPropagated(bakery, inNewsletter),
  ),
  counted('consent.missing', 'crm', 'crm', 'high', withoutProof),
  counted('consent.conflict', 'crm', 'crm', 'high', mailedFromCrmAfterLeaving),
  {
    ...counted('consent.conflict', 'newsletter', 'newsletter', 'high', mailedAfterNoToCrm),
    aWeekLater: 'fixed',
  },
];

function counted(
  rule: PlantedFinding['rule'],
  system: string,
  subject: string,
  severity: PlantedFinding['severity'],
  count: (bakery: BakeryPeople) => number,
): PlantedFinding {
  return { ...planted(rule, system, subject, severity), count };
}

/** Who is one customer (E9): the books keep those below a company as one. */
function groupsOf({ customers }: BakeryPeople): readonly Group[] {
  const groups = new Map<string, Customer[]>();
  for (const customer of customers) {
    const company = /^(.*?):/u.exec(customer.booksName ?? '')?.[1];
    const key = company ?? String(customer.index);
    groups.set(key, [...(groups.get(key) ?? []), customer]);
  }
  return [...groups.values()];
}

function overdueCustomers(bakery: BakeryPeople, where: Where): number {
  return groupsOf(bakery).filter((group) => {
    if (!group.some(({ booksName }) => booksName !== null)) return false;
    const last = lastPurchase(group, bakery);
    // The sales report reaches up to the day of the export.
    return isHeld(group, bakery, where) && addTerm(last, CUSTOMERS_KEPT) <= bakery.setting.today;
  }).length;
}

function lastPurchase(group: Group, { orders }: BakeryPeople): string {
  const own = new Set(group.map(({ index }) => index));
  return latest(
    orders.filter(({ customer, amount }) => own.has(customer.index) && amount > 0).map(({ on }) => on),
  );
}

function overdueLeads(bakery: BakeryPeople, where: Where): number {
  const end = activityKnownUntil(bakery);
  const { opening } = bakery.setting;
  return bakery.customers.filter((lead) => {
    if (lead.habit !== 'lead' || !where(lead, bakery)) return false;
    const known = [
      hubspotActivityOn(lead, opening),
      hubspotOptInOn(lead, opening),
      mailchimpOptInOn(lead, bakery),
    ];
    const last = latest(known) || lead.created;
    return addTerm(last, LEADS_KEPT) <= end;
  }).length;
}

/** The earliest of the last days that the tools show (E11); the sales report reaches up to the day of the export. */
function activityKnownUntil(bakery: BakeryPeople): string {
  const { opening, today } = bakery.setting;
  const hubspot = bakery.customers.flatMap((customer) => [
    customer.created,
    hubspotActivityOn(customer, opening),
    hubspotOptInOn(customer, opening),
  ]);
  const mailchimp = bakery.customers.map((customer) => mailchimpOptInOn(customer, bakery));
  return [latest(hubspot), latest(mailchimp), today].toSorted()[0] ?? today;
}

function mailchimpOptInOn(customer: Customer, bakery: BakeryPeople): string {
  return inNewsletter(customer, bakery) ? confirmedOn(customer, bakery.setting.opening) : '';
}

function notPropagated(bakery: BakeryPeople, where: Where): number {
  return bakery.customers.filter(
    (customer) =>
      (hasAskedToBeErased(customer.index) || isInactiveInBooks(customer.index)) && where(customer, bakery),
  ).length;
}

function withoutProof(bakery: BakeryPeople): number {
  const { opening } = bakery.setting;
  return groupsOf(bakery).filter(
    (group) =>
      group.some(isMailedFromCrm) && group.every((customer) => hubspotOptInOn(customer, opening) === ''),
  ).length;
}

function mailedFromCrmAfterLeaving(bakery: BakeryPeople): number {
  const { opening, state } = bakery.setting;
  return groupsOf(bakery).filter((group) => {
    const left = latest(
      group
        .filter((customer) => newsletterOf(customer, state) === 'unsubscribed')
        .map((customer) => unsubscribedOn(customer, opening)),
    );
    return (
      left !== '' &&
      group.some((customer) => isMailedFromCrm(customer) && hubspotOptInOn(customer, opening) <= left)
    );
  }).length;
}

/** HubSpot does not say when: such a no stands, whatever the newsletter knows. */
function mailedAfterNoToCrm(bakery: BakeryPeople): number {
  const { state } = bakery.setting;
  return groupsOf(bakery).filter(
    (group) =>
      group.some(isOptedOutInHubspot) &&
      group.some((customer) => newsletterOf(customer, state) === 'subscribed'),
  ).length;
}

function isMailedFromCrm(customer: Customer): boolean {
  return customer.email !== null && isMarketingContact(customer) && !isOptedOutInHubspot(customer);
}

function isHeld(group: Group, bakery: BakeryPeople, where: Where): boolean {
  return group.some((customer) => where(customer, bakery));
}

/** "" of none. */
function latest(days: readonly string[]): string {
  return days.toSorted().at(-1) ?? '';
}
