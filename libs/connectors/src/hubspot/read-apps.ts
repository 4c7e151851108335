import { ReadRefusedError } from '../contract/error.js';
import type { AppFact } from '../contract/fact.js';
import type { Refusal } from '../contract/refusal.js';
import type { ResourceEnd } from '../kit/read-resource.js';
import { grantsAfter } from './app-grants.js';
import { type HubspotApi, refusedError } from './hubspot-api.js';
import type { HubspotMemory } from './log-memory.js';
import { PATHS } from './paths.js';
import type { AccountReading } from './read-crm-type.js';
import { type SecurityEvent, SecurityPage } from './security-event.schema.js';
import { SCOPES } from './sheet.js';
import { UNNAMED_APP } from './shortfalls.js';
import { isNotForThisLogin } from './verdicts.js';
import { readWholeList, type WholeList } from './whole-list.js';

const EVENTS_A_PAGE = 200;
const DAY_MS = 86_400_000;

/**
 * Apps and keys that have access, as far as HubSpot's security log tells: it has no list of them. The log is read on from
 * where the last scan ended, with a day of overlap. Throws a ReadRefusedError if it can not be read.
 */
export async function* readApps(
  { api, source, session }: AccountReading,
  memory: HubspotMemory,
): AsyncGenerator<AppFact, ResourceEnd> {
  const startedAt = session.now();
  const before = memory.security;
  const { items, shortfall } = await readEvents(api, before?.readUntil ?? null, startedAt);
  const { grants, unnamed } = grantsAfter(before?.grants ?? [], items);
  const since = before?.since ?? items.map(({ createdAt }) => createdAt.slice(0, 10)).toSorted()[0] ?? null;
  for (const { kind, id, name, lastSeen } of grants) {
    // Keys have numbers of their own kinds; only an app's is the one that a policy can name.
    const own = kind === 'app' ? { clientId: id } : { isOwnKey: true as const };
    yield { kind: 'app', source, name, ...own, scopes: [], lastSeen };
  }
  const why = shortfall ?? (unnamed > 0 ? UNNAMED_APP : null);
  // Read on from here only if nothing was left out.
  if (shortfall === null) {
    memory.keep({ security: { readUntil: startedAt.toISOString(), since, grants: [...grants] } });
  }
  return {
    window: { from: since, to: startedAt.toISOString().slice(0, 10) },
    ...(why !== null && { shortfall: why }),
  };
}

async function readEvents(
  api: HubspotApi,
  readUntil: string | null,
  startedAt: Date,
): Promise<WholeList<SecurityEvent>> {
  const from = readUntil === null ? {} : { fromTimestamp: Date.parse(readUntil) - DAY_MS };
  try {
    return await readWholeList<SecurityEvent>({
      pageSize: EVENTS_A_PAGE,
      page: (limit, after) =>
        api.get(SecurityPage, {
          path: PATHS.security,
          scope: SCOPES.security,
          query: { limit, ...from, ...(after !== null && { after }) },
        }),
      isNew: ({ createdAt }) => Date.parse(createdAt) >= startedAt.getTime(),
    });
  } catch (error) {
    const isNotGiven = error instanceof ReadRefusedError && isNotForThisLogin(error.refusal);
    throw isNotGiven ? refusedError(whereToLook(error.refusal)) : error;
  }
}

/** A right that may be refused, or a plan without the log: a known limit, and no failure. */
function whereToLook({ scope }: Refusal): Refusal {
  const more =
    scope === undefined
      ? 'Your HubSpot plan, or whoever made the key, may not see the security log.'
      : `With the permission ${scope} Plumbline reads them from the security log from then on.`;
  return {
    status: 'unsupported',
    reason: 'HubSpot has no list of connected apps',
    actor: 'user',
    step: `Look in HubSpot under Settings > Integrations > Connected apps. ${more}`,
    ...(scope !== undefined && { scope }),
  };
}
