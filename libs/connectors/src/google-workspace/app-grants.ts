import { ReadRefusedError } from '../contract/error.js';
import type { AppFact, Source } from '../contract/fact.js';
import type { VendorSession } from '../contract/vendor-access.js';
import { shortScope } from '../kit/short-scope.js';
import { type AppGrant, AppGrants } from './directory.schema.js';
import { googleCalls } from './google-calls.js';
import { readGoogle } from './google-read.js';
import { rights } from './google-rights.js';
import { userPages } from './people.js';

interface Listed {
  readonly name: string;
  readonly scopes: Set<string>;
  users: number;
}

/** Every app that somebody let in, as Google lists it person by person, with the right that the owner switched on. */
export async function readAppGrants(session: VendorSession, source: Source): Promise<readonly AppFact[]> {
  const apps = new Map<string, Listed>();
  for await (const users of userPages(session)) {
    const able = users.filter(({ suspended, archived }) => !suspended && !archived);
    for (const grants of await Promise.all(able.map(async ({ id }) => grantsOf(session, id)))) {
      for (const grant of grants) addGrant(apps, grant);
    }
  }
  return [...apps].map(([clientId, { name, scopes, users }]) => ({
    kind: 'app',
    source,
    name: name || clientId,
    clientId,
    scopes: [...scopes].toSorted(),
    users,
  }));
}

function addGrant(apps: Map<string, Listed>, { clientId, displayText = '', scopes = [] }: AppGrant): void {
  const app = apps.get(clientId) ?? { name: displayText, scopes: new Set<string>(), users: 0 };
  apps.set(clientId, app);
  app.users += 1;
  for (const scope of scopes) app.scopes.add(shortScope(scope));
}

async function grantsOf(session: VendorSession, user: string): Promise<readonly AppGrant[]> {
  const call = googleCalls.appGrants({ userKey: user, fields: 'items(clientId,displayText,scopes)' });
  try {
    const { items = [] } = await readGoogle(session, rights.appGrants, AppGrants, call);
    return items;
  } catch (error) {
    // Her account was deleted while we read.
    if (error instanceof ReadRefusedError && error.refusal.status === 'unsupported') return [];
    throw error;
  }
}
