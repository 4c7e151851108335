import { daysBefore } from '#scanner/example/calendar.js';
import { jsonAnswer, type SimulatedAnswer } from '../../core/simulated-answer.js';
import type { Route, SimulatedRequest, VendorContext } from '../../core/simulated-vendor.js';
import type { HubspotErrors } from '../hubspot-errors.js';
import { ownerIdOf, userIdOf } from '../hubspot-ids.js';
import { atEach, PATHS } from '../hubspot-versions.js';
import { instantOf } from '../objects/instants.js';
import { limitOf, sliceOf } from '../paging.js';
import type { HubspotStaff } from './hubspot-staff.js';
import { teamsOf } from './user-routes.js';

const LARGEST_PAGE = 500;
const USUAL_PAGE = 100;

/** Whoever records may belong to: users, a queue, and, archived, those who were users once. */
export function ownerRoutes(
  context: VendorContext,
  staff: HubspotStaff,
  errors: HubspotErrors,
): readonly Route[] {
  const owners = (isArchived: boolean) => ownersOf(context, staff, isArchived);
  const scopes = [['crm.objects.owners.read'], ['automation']];
  return [
    ...atEach(PATHS.owners, '', (path): Route => ({
      method: 'GET',
      path,
      scopes,
      answer: (request) => list(owners, request, errors),
    })),
    ...atEach(PATHS.owners, '/{ownerId}', (path): Route => ({
      method: 'GET',
      path,
      scopes,
      answer({ parameters, query }) {
        const key = query.get('idProperty') === 'userId' ? 'userIdIncludingInactive' : 'id';
        const found = owners(query.get('archived') === 'true').find(
          (owner) => String(owner[key]) === parameters['ownerId'],
        );
        return found === undefined ? errors.objectNotFound() : jsonAnswer(found);
      },
    })),
  ];
}

interface OwnerBody {
  readonly id: string;
  readonly type: 'PERSON' | 'QUEUE';
  readonly email?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  /** Null for whoever is no user any more; a queue has none at all. */
  readonly userId?: number | null;
  readonly userIdIncludingInactive?: number;
  readonly teams?: readonly { readonly id: string; readonly name: string; readonly primary: boolean }[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archived: boolean;
}

function list(
  all: (isArchived: boolean) => readonly OwnerBody[],
  request: SimulatedRequest,
  errors: HubspotErrors,
): SimulatedAnswer {
  const { query } = request;
  const limit = limitOf(query, USUAL_PAGE, LARGEST_PAGE);
  if (limit === null) return errors.invalid(`limit must be between 1 and ${LARGEST_PAGE}`, 'limit');
  const email = query.get('email');
  const owners = all(query.get('archived') === 'true').filter(
    (owner) => email === null || owner.email === email,
  );
  const page = sliceOf(owners, limit, request);
  return page === null ? errors.invalid('after is no cursor', 'after') : jsonAnswer(page);
}

function ownersOf(
  { bakery: { setting } }: VendorContext,
  staff: HubspotStaff,
  archived: boolean,
): readonly OwnerBody[] {
  const person = (name: string, email: string, index: number): OwnerBody => {
    const [firstName = '', ...rest] = name.split(' ');
    return {
      id: ownerIdOf(email),
      type: 'PERSON',
      email,
      firstName,
      lastName: rest.join(' '),
      userId: archived ? null : Number(userIdOf(email)),
      userIdIncludingInactive: Number(userIdOf(email)),
      ...(archived ? {} : { teams: teamsOf(email) }),
      createdAt: instantOf(daysBefore(setting.opening, 1500 - index * 90), index),
      updatedAt: instantOf(daysBefore(setting.opening, 300 - index), index),
      archived,
    };
  };
  if (archived) {
    return [
      ...staff.former().map(({ name, email }, index) => person(name, email, index)),
      {
        ...person('Gina Holt', 'gina@sweetcrumb.example', 9),
        id: '1203990',
        userIdIncludingInactive: 61_399_004,
      },
    ];
  }
  return [
    ...staff.users().map(({ name, email }, index) => person(name, email, index)),
    {
      id: '1204990',
      type: 'QUEUE',
      createdAt: instantOf(daysBefore(setting.opening, 400), 1),
      updatedAt: instantOf(daysBefore(setting.opening, 400), 1),
      archived: false,
    },
  ];
}
