import { daysBefore } from '#scanner/example/calendar.js';
import type { VendorContext } from '../../core/simulated-vendor.js';
import { ownerIdOf } from '../hubspot-ids.js';
import { customProperty, options, ownProperty, type PropertyDefinition } from '../properties/property.js';
import { type CrmObjectType, type CrmRecord, idAt, placeOfId } from './crm-object.js';
import { instantOf } from './instants.js';

const IDS = { first: 30_700_004, step: 5 };
const ARCHIVED_IDS = { first: 29_900_001, step: 5 };

/** Large orders that somebody follows up. */
export function deals({ bakery }: VendorContext): CrmObjectType {
  const { opening } = bakery.setting;
  return {
    name: 'deals',
    typeId: '0-3',
    singular: 'deal',
    defaultProperties: [
      'amount',
      'closedate',
      'createdate',
      'dealname',
      'dealstage',
      'hs_lastmodifieddate',
      'hs_object_id',
      'pipeline',
    ],
    properties: () => [...OWN, ...customs(opening)],
    count: (archived) => (archived ? 1 : Math.max(3, Math.floor(bakery.size / 20))),
    record: (place, archived) => dealRecord(place, archived, opening),
    placeOf: (id, archived) => placeOfId(archived ? ARCHIVED_IDS : IDS, id),
    searchedText: ['dealname'],
  };
}

function dealRecord(place: number, archived: boolean, opening: string): CrmRecord {
  const createdAt = instantOf(daysBefore(opening, 20 + ((place * 53) % 600)), place);
  const updatedAt = instantOf(daysBefore(opening, 2 + (place % 18)), place + 1);
  const isWon = place % 3 !== 0;
  const id = idAt(archived ? ARCHIVED_IDS : IDS, place);
  const values: Readonly<Record<string, string | null>> = {
    dealname: `${['Wedding cake', 'Breakfast platters', 'Staff party'][place % 3] ?? ''} ${1000 + place}`,
    amount: String(180 + ((place * 37) % 900)),
    closedate: isWon ? updatedAt : null,
    createdate: createdAt,
    dealstage: isWon ? 'closedwon' : 'appointmentscheduled',
    pipeline: 'default',
    hs_lastmodifieddate: updatedAt,
    hs_object_id: id,
    hubspot_owner_id: ownerIdOf('sam@sweetcrumb.example'),
    cake_inscription: place % 3 === 0 ? 'Congratulations' : null,
  };
  return {
    id,
    createdAt,
    updatedAt,
    archivedAt: archived ? updatedAt : null,
    value: (property) => values[property] ?? null,
  };
}

const GROUP = { groupName: 'dealinformation' } as const;

const OWN: readonly PropertyDefinition[] = [
  ownProperty({ name: 'dealname', label: 'Deal Name', type: 'string', ...GROUP }),
  ownProperty({ name: 'amount', label: 'Amount', type: 'number', ...GROUP }),
  ownProperty({ name: 'closedate', label: 'Close Date', type: 'datetime', ...GROUP }),
  ownProperty({ name: 'createdate', label: 'Create Date', type: 'datetime', ...GROUP }),
  ownProperty({
    name: 'dealstage',
    label: 'Deal Stage',
    type: 'enumeration',
    fieldType: 'radio',
    options: options([
      ['Appointment Scheduled', 'appointmentscheduled'],
      ['Closed Won', 'closedwon'],
      ['Closed Lost', 'closedlost'],
    ]),
    ...GROUP,
  }),
  ownProperty({
    name: 'pipeline',
    label: 'Pipeline',
    type: 'enumeration',
    options: options([['Sales', 'default']]),
    ...GROUP,
  }),
  ownProperty({ name: 'dealtype', label: 'Deal Type', type: 'enumeration', fieldType: 'radio', ...GROUP }),
  ownProperty({
    name: 'description',
    label: 'Deal Description',
    type: 'string',
    fieldType: 'textarea',
    ...GROUP,
  }),
  ownProperty({
    name: 'hubspot_owner_id',
    label: 'Deal owner',
    type: 'enumeration',
    externalOptions: true,
    referencedObjectType: 'OWNER',
    ...GROUP,
  }),
  ownProperty({
    name: 'days_to_close',
    label: 'Days to close',
    type: 'number',
    fieldType: 'calculation_equation',
    ...GROUP,
  }),
  ownProperty({ name: 'hs_lastmodifieddate', label: 'Last Modified Date', type: 'datetime', ...GROUP }),
  ownProperty({ name: 'hs_object_id', label: 'Record ID', type: 'number', ...GROUP }),
];

function customs(opening: string): readonly PropertyDefinition[] {
  return [
    customProperty(
      { name: 'cake_inscription', label: 'Cake Inscription', type: 'string', ...GROUP },
      instantOf(daysBefore(opening, 650), 7),
    ),
  ];
}
