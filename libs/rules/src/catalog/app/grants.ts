import { UNCLAIMED, type InventoryApp, type SystemInventory } from '../../engine/inventory.js';
import type { RuleInput, Violation } from '../../engine/rule.js';
import { comparableName } from '../../policy/comparable-name.js';
import type { Policy, PolicyApp } from '../../policy/policy.js';
import { wholeResource } from '../reading.js';
import { sortedOnce } from '../wording.js';
import { isService, isSignInOnly, shortScope } from './scopes.js';
import { readingLines } from './what-it-read.js';

/** A third-party app with a grant that matters, and what the policy says of it. */
export interface AppGrant {
  readonly system: SystemInventory;
  readonly app: InventoryApp;
  readonly declared: PolicyApp | null;
  /** How the policy's entry was recognised; a name is a likeness, not proof (E16). */
  readonly match: 'client id' | 'by name only' | null;
}

/** Every grant that is not blocked, not sign-in only, and not this tool's own (E16). */
export function appGrants({
  policy,
  inventory,
}: Pick<RuleInput, 'policy' | 'inventory'>): readonly AppGrant[] {
  return inventory.systems
    .filter(({ system }) => system !== UNCLAIMED)
    .flatMap((system) =>
      system.apps.filter(isJudged).map((app) => {
        const { declared, match } = declarationOf(policy, system.system, app);
        return { system, app, declared, match };
      }),
    );
}

/** A grant that reaches something, whatever the policy says. */
function isJudged(app: InventoryApp): boolean {
  return app.access !== 'blocked' && !isSignInOnly(app.scopes) && !isThisTool(app);
}

/** What is the same app in another scan. */
export function isSameApp(left: InventoryApp, right: InventoryApp): boolean {
  return left.clientId !== null && right.clientId !== null
    ? left.clientId === right.clientId
    : comparableName(left.name) === comparableName(right.name);
}

/** This tool may stand in the policy's list like any other app. */
export function isOurName(name: string): boolean {
  return comparableName(name) === 'plumbline';
}

/** Everything of a finding about an app but its words. */
export function aboutApp({ system, app, match }: AppGrant): Omit<Violation, 'title' | 'message' | 'remedy'> {
  const scopes = sortedOnce(app.scopes);
  return {
    system: system.system,
    connector: system.connector,
    account: system.account,
    objectType: 'app',
    objectId: app.clientId ?? comparableName(app.name),
    subject: app.name,
    readFrom: [wholeResource(system.system, 'apps')],
    evidence: {
      scopes,
      users: app.users,
      client_id: app.clientId,
      ...(match === null ? {} : { matched: match }),
      ...(app.reads && { reads: readingLines(app.reads) }),
      // From a log a grant is "given or used since" its first day (E16).
      ...(app.lastSeen !== undefined && { last_seen: app.lastSeen }),
    },
    content: { scopes },
  };
}

/** By client id where the policy gives one, else by name; an entry that names systems speaks of those (E16). */
function declarationOf(
  policy: Policy,
  system: string,
  app: InventoryApp,
): Pick<AppGrant, 'declared' | 'match'> {
  const here = policy.apps.filter(({ systems }) => systems.length === 0 || systems.includes(system));
  const byId = here.find(({ clientId }) => clientId !== null && clientId === app.clientId);
  if (byId) return { declared: byId, match: 'client id' };
  const byName = here.find(
    ({ clientId, name }) =>
      // Where both sides give an id, another id is another app, however it calls itself.
      (clientId === null || app.clientId === null) && comparableName(name) === comparableName(app.name),
  );
  return byName ? { declared: byName, match: 'by name only' } : { declared: null, match: null };
}

/**
 * Plumbline only ever asks to read; an app of its name that may write is somebody else's. A service alone ("Drive")
 * does not tell reading from writing, and so speaks against nobody.
 */
function isThisTool({ name, scopes }: InventoryApp): boolean {
  return (
    isOurName(name) &&
    scopes
      .map(shortScope)
      .every(
        (scope) =>
          isService(scope) ||
          scope.endsWith('.readonly') ||
          scope === 'admin.directory.user.security' ||
          isSignInOnly([scope]),
      )
  );
}
