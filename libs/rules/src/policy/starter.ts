/**
 * The page that `plumbline policy init` writes: a policy that can be used as it is, with everything else as examples
 * to switch on. What the machine can not guess (people, country, terms) stays off, so that a first scan invents nothing.
 */
export function starterPolicy(): string {
  return STARTER;
}

const STARTER = `## Your data policy: what you keep about customers, why, where, who may see it, and for how long.
## Plumbline compares your tools with this page and tells you where practice has left it.
##
## How to fill it in
##   Lines with ## explain. They change nothing.
##   Lines with one # are examples that are switched off. To use one, delete the # at the start of its lines
##   and change the words to yours. What stays off is not judged, and the report says so.
##   Keep the spaces at the start of a line: they show what belongs together.
##   Check the page at any time:  npx --no-install plumbline policy check policy.yaml

plumbline: 1

## The name of your business.
organization: My business

## Who answers for this page. This person decides when something may stay as it is for a while.
#owner: maria@mybusiness.example

## Your country, in two letters, tells how dates and phone numbers are written. Your time zone tells which day is today.
#country: US
#time_zone: America/New_York

## Your own e-mail addresses end in this. People with such an address are staff, not customers.
#domains: [mybusiness.example]


## ---- Where customer data may live ------------------------------------------------------------------------------
## One line per tool: a name of your choice, the kind of tool, and what you use it for (named further down).
## Delete the tools you do not have. If you use other names, use them on the rest of the page too.
systems:
  crm:        { connector: hubspot, purposes: [order_fulfilment, marketing_email] }
  newsletter: { connector: mailchimp, purposes: [marketing_email] }
  books:      { connector: quickbooks, purposes: [order_fulfilment] }
  office:     { connector: google-workspace }
## Spreadsheets and lists of any other origin, by their names in the folder of your exports:
#  sheets:     { connector: exports, files: ["lists/*.xlsx"], purposes: [order_fulfilment] }


## ---- What you use it for ---------------------------------------------------------------------------------------
## In words a customer would understand. The basis is what allows it in law: contract, consent, legal_obligation,
## legitimate_interests.
purposes:
  order_fulfilment: { why: to take and deliver orders, basis: contract }
  marketing_email:  { why: to send the newsletter, basis: consent }


## ---- What you keep ---------------------------------------------------------------------------------------------
## One entry per kind of data: what it is, what for, and the tools that may hold it. What is found in another tool,
## or is not on this list, is reported. Delete what you do not need: the shorter the list, the less can go wrong.
data:
  ## Names, first and last names
  - { category: user.name, for: [order_fulfilment, marketing_email], in: [crm, newsletter, books, office] }
  ## E-mail addresses
  - { category: user.contact.email, for: [order_fulfilment, marketing_email], in: [crm, newsletter, books, office] }
  ## Phone numbers
  - { category: user.contact.phone_number, for: [order_fulfilment], in: [crm, books, office] }
  ## Postal addresses: street, city, state, postal code, country
  - { category: user.contact.address, for: [order_fulfilment], in: [crm, books] }
  ## The company somebody orders for
  - { category: user.contact.organization, for: [order_fulfilment], in: [crm, books] }
  ## What somebody bought
  - { category: user.behavior.purchase_history, for: [order_fulfilment], in: [crm, books] }
  ## Whether somebody wants the newsletter
  - { category: user.privacy_preferences, for: [marketing_email], in: [crm, newsletter] }
  ## Customer numbers
  - { category: user.unique_id, for: [order_fulfilment, marketing_email], in: [crm, newsletter, books, office] }
## Birthdays, but in one field of one tool and nowhere else:
#  - category: user.demographic.date_of_birth
#    for: [marketing_email]
#    in: [newsletter]
#    fields: { newsletter: [BIRTHDAY] }
## Notes about customers:
#  - { category: user.content.private, for: [order_fulfilment], in: [crm] }
## Sensitive data, such as allergies, has to be named exactly. Keep it only if you must:
#  - { category: user.health_and_medical, for: [order_fulfilment], in: [crm] }

## If the report misunderstands a field, say here what it holds; "none" is nothing about a person.
#classify:
#  - { system: crm, object: contact, field: fav_flavour, category: none }


## ---- Who may see it --------------------------------------------------------------------------------------------
## Everybody who can log in somewhere. "also" are other addresses or names of the same person.
#people:
#  - { email: maria@mybusiness.example, also: [maria.crumb], roles: [owner] }
#  - { email: tom@mybusiness.example, roles: [sales] }

## What each role may have at most: viewer (looks), member (works), admin (changes settings and people).
## "everyone" is everybody named above.
#access:
#  - { role: everyone, systems: { office: member } }
#  - { role: owner, systems: { crm: admin, newsletter: admin, books: admin, office: admin } }
#  - { role: sales, systems: { crm: member } }

## Access that nobody used for this long is reported.
#access_rules: { inactive_after: 90 days }

## Apps that may reach your tools, and the rights they may have.
#apps:
#  - { name: Zapier, vendor: Zapier, systems: [office], scopes: [drive.readonly] }


## ---- For how long ----------------------------------------------------------------------------------------------
## Customers have bought something; leads have not. Tax law often asks for longer in the books.
#retention:
#  - { subjects: customers, keep: 24 months, after: last_purchase, longer: [{ system: books, keep: 7 years, because: tax records }] }
#  - { subjects: leads, keep: 12 months, after: last_activity }

## Proof that somebody agreed to be written to.
#consent:
#  - { purpose: marketing_email, in: [newsletter], requires: opt_in_timestamp }

## A list of people who asked to be deleted, beside this file: columns email and/or phone, and date.
#erasures: erasures.csv


## ---- Whom you trust with it ------------------------------------------------------------------------------------
## The companies behind your tools and apps, what they answered, and the agreement you signed with them.
#vendors:
#  - name: Mailchimp
#    systems: [newsletter]
#    vetted: 2026-01-15
#    vet_every: 12 months
#    answers: { data_stays_ours: yes, trains_shared_ai: no, shares_aggregated_data: no, deletion_on_request: yes }
#    evidence: https://mailchimp.com/legal/
#    dpa: { signed: 2025-11-02, expires: 2027-11-02 }
#    country: US


## ---- Keeping it true -------------------------------------------------------------------------------------------
#reviewed: 2026-09-30
#review_every: 3 months
#audit: { every: 3 months, last: 2026-09-30 }
#training:
#  every: 12 months
#  sessions:
#    - { held: 2026-02-10, attended: [maria@mybusiness.example, tom@mybusiness.example] }


## ---- For the page you sign and print ---------------------------------------------------------------------------
#controller: { name: My Business LLC, address: "1 Mill Lane, Fernbrook", email: privacy@mybusiness.example }
#subjects: [customers, newsletter readers]
#security:
#  - Two-step login in every tool
#  - Laptops and phones are encrypted and locked
`;
