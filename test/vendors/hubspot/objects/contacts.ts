import { daysBefore } from '#scanner/example/calendar.js';
import type { Customer } from '#scanner/example/customer.js';
import { hubspotContactColumns } from '#scanner/example/hubspot-contacts.js';
import { hubspotLogins } from '#scanner/example/staff-logins.js';
import { Random } from '#scanner/example/random.js';
import { lastChangedOn } from '#scanner/example/relationship.js';
import type { VendorContext } from '../../core/simulated-vendor.js';
import { ownerIdOf } from '../hubspot-ids.js';
import { defaultContactProperties, SUBSCRIPTIONS } from '../properties/default-contact-properties.js';
import type { HubspotSize } from '../hubspot-size.js';
import { furtherProperties, furtherValue } from '../properties/further-properties.js';
import { customProperty, options, type PropertyDefinition } from '../properties/property.js';
import { type CrmObjectType, type CrmRecord, idAt, placeOfId } from './crm-object.js';
import { instantOf } from './instants.js';

const IDS = { first: 104_500_001, step: 7 };
const ARCHIVED_IDS = { first: 98_200_003, step: 11 };

/** The bakery's contacts: the people of the example's export, with the same values in the API's form. */
export function contacts(
  { bakery, has }: VendorContext,
  { properties = 0 }: Partial<HubspotSize> = {},
): CrmObjectType {
  const { setting } = bakery;
  const definitionsFor = (isEnterprise: boolean): readonly PropertyDefinition[] => {
    const own = [
      ...defaultContactProperties(),
      ...customDefinitions(setting.state === 'a-week-later', setting.opening, isEnterprise),
    ];
    const madeOn = instantOf(daysBefore(setting.opening, 1_200), 7);
    return [...own, ...furtherProperties(properties - own.length, madeOn)];
  };
  // Told anew for every page: made once.
  const definitions = { usual: definitionsFor(false), enterprise: definitionsFor(true) };
  return {
    name: 'contacts',
    typeId: '0-1',
    singular: 'contact',
    defaultProperties: ['createdate', 'email', 'firstname', 'hs_object_id', 'lastmodifieddate', 'lastname'],
    properties: () => (has('enterprise') ? definitions.enterprise : definitions.usual),
    count: (archived) => (archived ? bakery.formerCount : bakery.size),
    record: (place, archived) =>
      archived
        ? contactRecord(
            bakery.former(place),
            idAt(ARCHIVED_IDS, place),
            setting,
            daysBefore(setting.opening, 5 + (place % 80)),
          )
        : contactRecord(bakery.customer(place), idAt(IDS, place), setting, null),
    placeOf: (id, archived) => placeOfId(archived ? ARCHIVED_IDS : IDS, id),
    searchedText: ['firstname', 'lastname', 'email', 'phone', 'company'],
  };
}

interface Seen {
  readonly customer: Customer;
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The cell of the export's column of that header; "" where it is empty. */
  readonly cell: (header: string) => string;
}

type Value = (seen: Seen) => string | null;

function contactRecord(
  customer: Customer,
  id: string,
  { seed, opening }: VendorContext['bakery']['setting'],
  archivedOn: string | null,
): CrmRecord {
  const cell = (header: string): string =>
    COLUMNS.get(header)?.value(customer, new Random(seed, `${header} ${customer.index}`), opening) ?? '';
  const updatedAt = instantOf(archivedOn ?? lastChangedOn(customer, opening), customer.index + 3);
  const createdAt = instantOf(customer.created, customer.index);
  const seen: Seen = { customer, id, createdAt, updatedAt, cell };
  return {
    id,
    createdAt,
    updatedAt,
    archivedAt: archivedOn === null ? null : updatedAt,
    value(property) {
      const further = furtherValue(property, customer.index);
      return further === undefined ? (VALUES.get(property)?.(seen) ?? null) : further;
    },
  };
}

const COLUMNS = new Map(hubspotContactColumns.map((column) => [column.header, column]));

/** HubSpot's own columns of the export, by property. */
const OWN: Readonly<Record<string, Value>> = {
  hs_object_id: ({ id }) => id,
  createdate: ({ createdAt }) => createdAt,
  lastmodifieddate: ({ updatedAt }) => updatedAt,
  firstname: text('First Name'),
  lastname: text('Last Name'),
  // HubSpot keeps addresses in lower case, whatever was typed.
  email: ({ cell }) => filled(cell('Email').trim().toLowerCase()),
  phone: text('Phone Number'),
  fax: text('Fax Number'),
  address: text('Street Address'),
  city: text('City'),
  state: text('State/Region'),
  zip: text('Postal Code'),
  country: text('Country/Region'),
  company: text('Company Name'),
  jobtitle: text('Job Title'),
  message: text('Message'),
  date_of_birth: text('Date of birth'),
  gender: text('Gender'),
  hs_analytics_first_url: text('First Page Seen'),
  hs_analytics_first_referrer: text('First Referring Site'),
  hubspot_owner_id: ({ cell }) => {
    const owner = hubspotLogins.find(({ name }) => name === cell('Contact owner'));
    return owner === undefined ? null : ownerIdOf(owner.email);
  },
  hs_lead_status: ({ cell }) => filled(cell('Lead Status').toUpperCase()),
  lifecyclestage: ({ cell }) => filled(cell('Lifecycle Stage').toLowerCase()),
  hs_language: ({ cell }) => LANGUAGES[cell('Preferred language')] ?? null,
  notes_last_updated: ({ cell, customer }) => {
    const day = cell('Last Activity Date').slice(0, 10);
    return day === '' ? null : instantOf(day, customer.index + 11);
  },
  // Unset is null, never "false": nobody was asked.
  hs_email_optout: ({ cell }) => (cell('Unsubscribed from all email') === '' ? null : 'true'),
  hs_marketable_status: ({ cell }) => String(cell('Marketing contact status') === 'Marketing contact'),
};

/** What the export leaves out and the API has. */
const BEYOND_THE_EXPORT: Readonly<Record<string, Value>> = {
  // Copies of other fields: calculated.
  hs_full_name_or_email: ({ cell }) => filled(`${cell('First Name')} ${cell('Last Name')}`.trim()),
  hs_searchable_calculated_phone_number: ({ customer }) => customer.phone,
  hs_legal_basis: ({ customer }) => {
    if (customer.habit === 'lead') return null;
    return customer.index % 3 === 0
      ? 'Legitimate interest – existing customer;Performance of a contract'
      : null;
  },
  [`hs_email_optout_${SUBSCRIPTIONS[1][0]}`]: ({ cell }) =>
    cell('Unsubscribed from all email') === '' ? null : 'true',
  hs_object_source_label: ({ customer }) => (customer.index % 4 === 0 ? 'IMPORT' : 'FORM'),
  hs_was_imported: ({ customer }) => (customer.index % 4 === 0 ? 'true' : null),
  hs_is_contact: () => 'true',
};

const LANGUAGES: Readonly<Record<string, string>> = { English: 'en', Spanish: 'es' };

/** The form of the bakery's own properties; text where nothing stands here. */
const CUSTOM_TYPES: Readonly<Record<string, Partial<PropertyDefinition> & Pick<PropertyDefinition, 'type'>>> =
  {
    Birthday: { type: 'date' },
    'Newsletter Opt In Date': { type: 'date' },
    'Delivery Phone': { type: 'phone_number' },
    'Second Phone': { type: 'phone_number' },
    'Birthday Campaign Sent': {
      type: 'enumeration',
      fieldType: 'radio',
      options: options([
        ['Yes', 'Yes'],
        ['No', 'No'],
      ]),
    },
  };

const CUSTOM_HEADERS = hubspotContactColumns
  .map(({ header }) => header)
  .slice(hubspotContactColumns.findIndex(({ header }) => header === 'Fav Flavour'));

const VALUES: ReadonlyMap<string, Value> = new Map([
  ...Object.entries(OWN),
  ...Object.entries(BEYOND_THE_EXPORT),
  ...CUSTOM_HEADERS.map((header) => [nameOf(header), text(header)] as const),
  [
    'refund_bank_account',
    ({ customer }: Seen) => (customer.index % 30 === 2 ? `0312${customer.index}` : null),
  ],
]);

/**
 * The bakery's own properties. Unlike an export with chosen columns, the account has them all; one was added in the
 * week between the states, one deleted long ago, and the largest plan marks two as sensitive.
 */
function customDefinitions(
  isLater: boolean,
  opening: string,
  isEnterprise: boolean,
): readonly PropertyDefinition[] {
  const madeOn = instantOf(daysBefore(opening, 900), 5);
  const present = CUSTOM_HEADERS.filter((header) => isLater || COLUMNS.get(header)?.only !== 'a-week-later');
  return [
    ...present.map((header) =>
      customProperty(
        {
          name: nameOf(header),
          label: header,
          type: 'string',
          ...CUSTOM_TYPES[header],
          ...(isEnterprise && header === 'Dietary Allergies'
            ? { dataSensitivity: 'sensitive' as const, sensitiveDataCategories: ['HIPAA'] }
            : {}),
        },
        COLUMNS.get(header)?.only === 'a-week-later' ? instantOf(opening, 9) : madeOn,
      ),
    ),
    ...(isEnterprise
      ? [
          customProperty(
            {
              name: 'refund_bank_account',
              label: 'Refund Bank Account',
              type: 'string',
              dataSensitivity: 'highly_sensitive',
              sensitiveDataCategories: ['FINANCIAL'],
            },
            madeOn,
          ),
        ]
      : []),
    customProperty(
      {
        name: 'loyalty_card_no',
        label: 'Loyalty Card No',
        type: 'string',
        archived: true,
        archivedAt: instantOf(daysBefore(opening, 40), 2),
      },
      madeOn,
    ),
  ];
}

/** As HubSpot makes a name of a label. */
function nameOf(header: string): string {
  return header.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '_');
}

function text(header: string): Value {
  return ({ cell }) => filled(cell(header));
}

function filled(value: string): string | null {
  return value === '' ? null : value;
}
