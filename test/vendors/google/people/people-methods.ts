import type { SimulatedAnswer } from '../../core/simulated-answer.js';
import type { SimulatedRequest, VendorContext } from '../../core/simulated-vendor.js';
import { googleJson, listMember } from '../answers/google-answer.js';
import { badParameter, rpcError } from '../answers/google-errors.js';
import type { GoogleMethod } from '../answers/google-method.js';
import { pageOf, type PageRules } from '../answers/page.js';
import { named } from '../directory/directory-fields.js';
import type { Workspace } from '../directory/workspace.js';
import { userOf } from '../drive/drive-methods.js';
import { anyOf } from '../google-scopes.js';
import { type Series, seriesBy } from '../series.js';
import { type Contact, contactsOf, otherContactsOf } from './contacts.js';
import { OTHER_CONTACT_FIELDS, PERSON_FIELDS, personResource } from './person-resource.js';

const PAGES: PageRules = {
  size: { parameter: 'pageSize', usual: 100, most: 1000 },
  tooMany: 'refused',
  tokenMs: null,
  hasEmptyPages: false,
};
const VALID_PATHS = 'https://developers.google.com/people/api/rest/v1/people/get';
const SYNC_TOKEN_MS = 7 * 86_400_000;
const PERSON = named('resourceName etag', [...PERSON_FIELDS].join(' '));

/** People v1: whose contacts are the bakery's customers, and they are in Maria's address book alone. */
export function peopleMethods(
  workspace: Workspace,
  { clock }: Pick<VendorContext, 'clock'>,
): readonly GoogleMethod[] {
  const contacts = contactsOf(workspace);
  const others = otherContactsOf(workspace);
  const now = () => clock.now();
  return [
    {
      id: 'people.people.connections.list',
      path: '/v1/people/me/connections',
      scopes: anyOf('contacts', 'contacts.readonly'),
      known: { ...named('nextPageToken nextSyncToken totalItems totalPeople'), connections: PERSON },
      answer(request) {
        const wanted = readMask(request, 'personFields', PERSON_FIELDS);
        if (!(wanted instanceof Set)) return wanted;
        const mine = ofOwner(contacts, request, workspace);
        return listPeople(request, mine, now(), (page) => ({
          ...listMember(
            'connections',
            page.map((contact) => personResource(contact, wanted)),
          ),
          totalPeople: mine.length,
          totalItems: mine.length,
        }));
      },
    },
    {
      id: 'people.otherContacts.list',
      path: '/v1/otherContacts',
      scopes: anyOf('contacts.other.readonly'),
      known: { ...named('nextPageToken nextSyncToken totalSize'), otherContacts: PERSON },
      answer(request) {
        const wanted = readMask(request, 'readMask', OTHER_CONTACT_FIELDS);
        if (!(wanted instanceof Set)) return wanted;
        const mine = ofOwner(others, request, workspace);
        return listPeople(request, mine, now(), (page) => ({
          ...listMember(
            'otherContacts',
            page.map((contact) => personResource(contact, wanted, true)),
          ),
          totalSize: mine.length,
        }));
      },
    },
  ];
}

/** Maria's, or whoever's account it is that stands alone. */
function ofOwner(
  contacts: Series<Contact>,
  request: SimulatedRequest,
  { member }: Workspace,
): Series<Contact> {
  const caller = member(userOf(request));
  return caller === null || caller.index === 0 ? contacts : seriesBy(0, contacts.at);
}

function readMask(
  { query, path }: SimulatedRequest,
  parameter: string,
  valid: ReadonlySet<string>,
): Set<string> | SimulatedAnswer {
  const names = (query.get(parameter) ?? '').split(',').filter((name) => name !== '');
  if (names.length === 0) {
    return badParameter(
      path,
      parameter,
      `${parameter} mask is required. Please specify one or more valid paths. Valid paths are documented at ${VALID_PATHS}.`,
    );
  }
  const unknown = names.find((name) => !valid.has(name));
  return unknown === undefined
    ? new Set(names)
    : badParameter(
        path,
        parameter,
        `Invalid ${parameter} mask path: "${unknown}". Valid paths are documented at ${VALID_PATHS}.`,
      );
}

function listPeople(
  request: SimulatedRequest,
  contacts: Series<Contact>,
  now: number,
  show: (page: readonly Contact[]) => Readonly<Record<string, unknown>>,
): SimulatedAnswer {
  const { query, path } = request;
  const synced = query.get('syncToken');
  const since = synced === null ? null : readSyncToken(synced);
  if (synced !== null && (since === null || now - since > SYNC_TOKEN_MS)) return expiredSyncToken();
  const keeps = ({ updated }: Contact) => since === null || Date.parse(updated) > since;
  const page = pageOf(contacts, request, PAGES, now, keeps);
  if (page === 'bad-size') {
    return badParameter(path, 'pageSize', 'Page size must be between 1 and 1000, inclusive.');
  }
  if (typeof page === 'string') {
    return badParameter(
      path,
      'pageToken',
      page === 'bad-token'
        ? 'Invalid page token.'
        : 'Request parameters must match those of the first call that provided the page token.',
    );
  }
  const isLast = !('nextPageToken' in page.next);
  return googleJson({
    ...show(page.items),
    ...page.next,
    ...(isLast && query.get('requestSyncToken') === 'true' ? { nextSyncToken: syncTokenOf(now) } : {}),
  });
}

function syncTokenOf(now: number): string {
  return Buffer.from(`sync:${Math.floor(now)}`).toString('base64url');
}

function readSyncToken(token: string): number | null {
  const [, at] = /^sync:(\d+)$/u.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  return at === undefined ? null : Number(at);
}

function expiredSyncToken(): SimulatedAnswer {
  return rpcError({
    status: 400,
    message: 'Sync token is expired. Clear local cache and retry call without the sync token.',
    word: 'FAILED_PRECONDITION',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'EXPIRED_SYNC_TOKEN',
        domain: 'people.googleapis.com',
      },
    ],
  });
}
