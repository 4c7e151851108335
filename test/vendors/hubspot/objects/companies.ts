import { daysBefore } from '#scanner/example/calendar.js';
import { COMPANIES } from '#scanner/example/words.js';
import type { VendorContext } from '../../core/simulated-vendor.js';
import { ownerIdOf } from '../hubspot-ids.js';
import { customProperty, options, ownProperty, type PropertyDefinition } from '../properties/property.js';
import { type CrmObjectType, type CrmRecord, idAt, placeOfId } from './crm-object.js';
import { instantOf } from './instants.js';

const IDS = { first: 20_400_009, step: 3 };
const ARCHIVED_IDS = { first: 19_800_001, step: 3 };

/** Companies that order from the bakery. */
export function companies({ bakery }: VendorContext): CrmObjectType {
  const { opening } = bakery.setting;
  return {
    name: 'companies',
    typeId: '0-2',
    singular: 'company',
    defaultProperties: ['createdate', 'domain', 'hs_lastmodifieddate', 'hs_object_id', 'name'],
    properties: () => [...OWN, ...customs(opening)],
    count: (archived) => (archived ? 1 : Math.max(COMPANIES.length, Math.floor(bakery.size / 50))),
    record: (place, archived) => companyRecord(place, archived, opening),
    placeOf: (id, archived) => placeOfId(archived ? ARCHIVED_IDS : IDS, id),
    searchedText: ['name', 'domain', 'phone', 'website'],
  };
}

function companyRecord(place: number, archived: boolean, opening: string): CrmRecord {
  const branch = Math.floor(place / COMPANIES.length);
  const name = `${COMPANIES[place % COMPANIES.length] ?? ''}${branch === 0 ? '' : ` ${branch + 1}`}`;
  const domain = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-')}.example`;
  const createdAt = instantOf(daysBefore(opening, 200 + ((place * 71) % 900)), place);
  const updatedAt = instantOf(daysBefore(opening, 10 + (place % 90)), place + 1);
  const id = idAt(archived ? ARCHIVED_IDS : IDS, place);
  const values: Readonly<Record<string, string | null>> = {
    name,
    domain,
    website: domain,
    phone: `845-555-01${String(place % 100).padStart(2, '0')}`,
    city: 'Fernbrook',
    state: 'NY',
    country: 'United States',
    industry: place % 3 === 0 ? 'HOSPITALITY' : null,
    numberofemployees: String(4 + ((place * 13) % 80)),
    lifecyclestage: 'customer',
    hubspot_owner_id: place % 2 === 0 ? ownerIdOf('tom@sweetcrumb.example') : null,
    catering_contact: place % 4 === 1 ? 'Robin Hale' : null,
    createdate: createdAt,
    hs_lastmodifieddate: updatedAt,
    hs_object_id: id,
  };
  return {
    id,
    createdAt,
    updatedAt,
    archivedAt: archived ? updatedAt : null,
    value: (property) => values[property] ?? null,
  };
}

const GROUP = { groupName: 'companyinformation' } as const;

const OWN: readonly PropertyDefinition[] = [
  ownProperty({ name: 'name', label: 'Company name', type: 'string', ...GROUP }),
  ownProperty({ name: 'domain', label: 'Company Domain Name', type: 'string', ...GROUP }),
  ownProperty({ name: 'website', label: 'Website URL', type: 'string', ...GROUP }),
  ownProperty({ name: 'phone', label: 'Phone Number', type: 'string', fieldType: 'phonenumber', ...GROUP }),
  ownProperty({ name: 'address', label: 'Street Address', type: 'string', ...GROUP }),
  ownProperty({ name: 'city', label: 'City', type: 'string', ...GROUP }),
  ownProperty({ name: 'state', label: 'State/Region', type: 'string', ...GROUP }),
  ownProperty({ name: 'zip', label: 'Postal Code', type: 'string', ...GROUP }),
  ownProperty({ name: 'country', label: 'Country/Region', type: 'string', ...GROUP }),
  ownProperty({
    name: 'industry',
    label: 'Industry',
    type: 'enumeration',
    options: options([['Hospitality', 'HOSPITALITY']]),
    ...GROUP,
  }),
  ownProperty({ name: 'numberofemployees', label: 'Number of Employees', type: 'number', ...GROUP }),
  ownProperty({ name: 'annualrevenue', label: 'Annual Revenue', type: 'number', ...GROUP }),
  ownProperty({ name: 'description', label: 'Description', type: 'string', fieldType: 'textarea', ...GROUP }),
  ownProperty({
    name: 'lifecyclestage',
    label: 'Lifecycle Stage',
    type: 'enumeration',
    fieldType: 'radio',
    ...GROUP,
  }),
  ownProperty({
    name: 'hubspot_owner_id',
    label: 'Company owner',
    type: 'enumeration',
    externalOptions: true,
    referencedObjectType: 'OWNER',
    ...GROUP,
  }),
  ownProperty({
    name: 'num_associated_contacts',
    label: 'Number of Associated Contacts',
    type: 'number',
    fieldType: 'calculation_rollup',
    ...GROUP,
  }),
  ownProperty({ name: 'createdate', label: 'Create Date', type: 'datetime', ...GROUP }),
  ownProperty({ name: 'hs_lastmodifieddate', label: 'Last Modified Date', type: 'datetime', ...GROUP }),
  ownProperty({ name: 'hs_object_id', label: 'Record ID', type: 'number', ...GROUP }),
];

function customs(opening: string): readonly PropertyDefinition[] {
  return [
    customProperty(
      { name: 'catering_contact', label: 'Catering Contact', type: 'string', ...GROUP },
      instantOf(daysBefore(opening, 700), 4),
    ),
  ];
}
