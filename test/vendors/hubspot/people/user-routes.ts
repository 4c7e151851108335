import { type Login, SUPER_ADMIN } from '#scanner/example/staff-logins.js';
import { jsonAnswer, type SimulatedAnswer } from '../../core/simulated-answer.js';
import type { Route, SimulatedRequest } from '../../core/simulated-vendor.js';
import type { HubspotErrors } from '../hubspot-errors.js';
import { userIdOf } from '../hubspot-ids.js';
import { atEach, PATHS } from '../hubspot-versions.js';
import { limitOf, sliceOf } from '../paging.js';
import type { HubspotStaff } from './hubspot-staff.js';

const LARGEST_PAGE = 100;
const USERS = [['crm.objects.users.read'], ['settings.users.read']];

/** Permission sets: a name and nothing more, as the API tells it. */
const ROLES = [
  { id: '410077', name: 'Marketing', requiresBillingWrite: false },
  { id: '410078', name: 'Sales', requiresBillingWrite: false },
] as const;

/** Teams and who is in them, by place of work. */
const TEAMS: readonly {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
  readonly alsoIn: readonly string[];
}[] = [
  { id: '9310', name: 'Shop', members: ['tom@', 'sam@', 'ben@'], alsoIn: ['maria@'] },
  { id: '9311', name: 'Newsletter', members: ['lena@', 'jo@'], alsoIn: [] },
];

/** Users, permission sets and teams. Whoever was deactivated is not among them; no last login is told. */
export function userRoutes(staff: HubspotStaff, errors: HubspotErrors): readonly Route[] {
  const users = (): readonly UserBody[] => staff.users().map(userBody);
  return [
    ...atEach(PATHS.users, '', (path): Route => ({
      method: 'GET',
      path,
      scopes: USERS,
      answer: (request) => list(users(), request, errors),
    })),
    ...atEach(PATHS.users, '/roles', (path): Route => ({
      method: 'GET',
      path,
      scopes: USERS,
      answer: () => jsonAnswer({ results: ROLES }),
    })),
    ...atEach(PATHS.users, '/teams', (path): Route => ({
      method: 'GET',
      path,
      scopes: [['settings.users.teams.read']],
      answer: () => jsonAnswer({ results: teamBodies(users()) }),
    })),
    ...atEach(PATHS.users, '/{userId}', (path): Route => ({
      method: 'GET',
      path,
      scopes: USERS,
      answer({ parameters, query }) {
        const key = query.get('idProperty') === 'EMAIL' ? 'email' : 'id';
        const found = users().find((user) => user[key] === parameters['userId']);
        return found === undefined ? errors.objectNotFound() : jsonAnswer(found);
      },
    })),
  ];
}

/** A team of the account, as an owner carries it. */
export function teamsOf(email: string): readonly { id: string; name: string; primary: boolean }[] {
  return TEAMS.flatMap(({ id, name, members, alsoIn }): { id: string; name: string; primary: boolean }[] => {
    const isIn = (starts: readonly string[]): boolean =>
      starts.some((start) => email.toLowerCase().startsWith(start));
    if (isIn(members)) return [{ id, name, primary: true }];
    return isIn(alsoIn) ? [{ id, name, primary: false }] : [];
  });
}

interface UserBody {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly roleId?: string;
  readonly roleIds: readonly string[];
  readonly primaryTeamId?: string;
  readonly secondaryTeamIds: readonly string[];
  readonly superAdmin: boolean | string;
}

function userBody({ name, email, role }: Login): UserBody {
  const [firstName = '', ...rest] = name.split(' ');
  const set = ROLES.find((one) => one.name === role);
  const teams = teamsOf(email);
  const primary = teams.find(({ primary: isPrimary }) => isPrimary);
  const isSuperAdmin = role === SUPER_ADMIN;
  return {
    id: userIdOf(email),
    email,
    firstName,
    lastName: rest.join(' '),
    ...(set === undefined ? {} : { roleId: set.id }),
    roleIds: set === undefined ? [] : [set.id],
    ...(primary === undefined ? {} : { primaryTeamId: primary.id }),
    secondaryTeamIds: teams.filter(({ primary: isPrimary }) => !isPrimary).map(({ id }) => id),
    // An example of HubSpot's own shows it as text.
    superAdmin: email.startsWith('sam@') ? String(isSuperAdmin) : isSuperAdmin,
  };
}

function list(users: readonly UserBody[], request: SimulatedRequest, errors: HubspotErrors): SimulatedAnswer {
  const limit = limitOf(request.query, LARGEST_PAGE, LARGEST_PAGE);
  if (limit === null) return errors.invalid(`limit must be between 1 and ${LARGEST_PAGE}`, 'limit');
  const page = sliceOf(users, limit, request);
  return page === null ? errors.invalid('after is no cursor', 'after') : jsonAnswer(page);
}

function teamBodies(users: readonly UserBody[]): readonly unknown[] {
  return TEAMS.map(({ id, name }) => ({
    id,
    name,
    userIds: users.filter(({ primaryTeamId }) => primaryTeamId === id).map((user) => user.id),
    secondaryUserIds: users
      .filter(({ secondaryTeamIds }) => secondaryTeamIds.includes(id))
      .map((user) => user.id),
  }));
}
