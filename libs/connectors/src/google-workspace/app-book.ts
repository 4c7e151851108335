import type { AppFact, AppReading, Source } from '../contract/fact.js';
import { shortScope } from '../kit/short-scope.js';
import type { AppLogMemory, AppMemory, GrantMemory } from './app-log-memory.js';
import type { AppEvent } from './reports.schema.js';

const DAY_MS = 86_400_000;
/** A grant of which nothing is heard for so long counts as ended (E16). */
const QUIET_MS = 180 * DAY_MS;
/** What an app was about to read when it was thrown out may be logged a little later. */
const AFTERMATH_MS = DAY_MS;
/** A grant that was taken back is forgotten when no line of before is read again. */
const OVER_AFTER_MS = 7 * DAY_MS;

/** What stands on one line of the log, beside the event itself. */
export interface LoggedAt {
  /** Ms since 1970. */
  readonly at: number;
  /** Google's opaque id of the person; '' where it was nobody. */
  readonly person: string;
  /** It will not be read again. */
  readonly isSettled: boolean;
}

/**
 * Adds up what the log says of each app. Events may come in any order, and again next time: of grants only the latest of
 * each kind counts, and bytes are remembered of settled days only.
 */
export class AppBook {
  private readonly apps: Map<string, AppMemory>;
  /** What was read on days that will be read again. */
  private readonly unsettled = new Map<string, AppMemory['reads']>();

  constructor(before: AppLogMemory['apps']) {
    this.apps = new Map(Object.entries(structuredClone(before)));
  }

  add(event: AppEvent, { at, person, isSettled }: LoggedAt): void {
    const clientId = valueIn(event, 'client_id');
    const app = this.appOf(clientId, event, at);
    const grant = (app.grants[person] ??= { authorizedAt: 0, usedAt: 0, revokedAt: 0, scopes: {} });
    switch (event.name) {
      case 'authorize':
        grant.authorizedAt = Math.max(grant.authorizedAt, at);
        for (const scope of listIn(event, 'scope')) {
          grant.scopes[scope] = Math.max(grant.scopes[scope] ?? 0, at);
        }
        return;
      case 'revoke':
        grant.revokedAt = Math.max(grant.revokedAt, at);
        return;
      case 'activity':
        grant.usedAt = Math.max(grant.usedAt, at);
        addReading(isSettled ? app.reads : this.unsettledOf(clientId), event, at);
        return;
      default:
    }
  }

  /** Every app that somebody has let in and not thrown out, by client id. */
  facts(source: Source, now: number): readonly AppFact[] {
    return [...this.apps].flatMap(([clientId, app]): readonly AppFact[] => {
      const standing = Object.values(app.grants).filter((grant) => stands(grant, now));
      if (standing.length === 0) return [];
      const reads = addedUp(app.reads, this.unsettled.get(clientId) ?? {});
      return [
        {
          kind: 'app',
          source,
          name: app.name || clientId,
          clientId,
          scopes: scopesOf(standing, reads),
          users: standing.length,
          reads,
          lastSeen: dayOf(Math.max(...standing.map(lastEventOf))),
        },
      ];
    });
  }

  /** What to go on with next time, without what is over for good. */
  remembered(now: number): AppLogMemory['apps'] {
    const kept = [...this.apps].flatMap(([clientId, app]): readonly (readonly [string, AppMemory])[] => {
      const grants = Object.entries(app.grants).filter(
        ([, grant]) => stands(grant, now) || grant.revokedAt > now - OVER_AFTER_MS,
      );
      return grants.length === 0 ? [] : [[clientId, { ...app, grants: Object.fromEntries(grants) }]];
    });
    return Object.fromEntries(kept);
  }

  private unsettledOf(clientId: string): AppMemory['reads'] {
    const known = this.unsettled.get(clientId) ?? {};
    this.unsettled.set(clientId, known);
    return known;
  }

  private appOf(clientId: string, event: AppEvent, at: number): AppMemory {
    let app = this.apps.get(clientId);
    if (app === undefined) {
      app = { name: '', namedAt: 0, grants: {}, reads: {} };
      this.apps.set(clientId, app);
    }
    const name = valueIn(event, 'app_name');
    const isLater = at > app.namedAt || (at === app.namedAt && name < app.name);
    if (name !== '' && isLater) Object.assign(app, { name, namedAt: at });
    return app;
  }
}

export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function addReading(reads: AppMemory['reads'], event: AppEvent, at: number): void {
  const api = (valueIn(event, 'product_bucket') || valueIn(event, 'api_name') || 'OTHER').toUpperCase();
  const reading = (reads[api] ??= { bytes: 0, lastDay: '' });
  const bytes = Number(event.parameters?.find(({ name }) => name === 'num_response_bytes')?.intValue ?? 0);
  if (Number.isSafeInteger(bytes) && bytes > 0) reading.bytes += bytes;
  const day = dayOf(at);
  if (day > reading.lastDay) reading.lastDay = day;
}

function stands(grant: GrantMemory, now: number): boolean {
  const { authorizedAt, usedAt, revokedAt } = grant;
  if (lastEventOf(grant) < now - QUIET_MS) return false;
  return revokedAt === 0 || authorizedAt > revokedAt || usedAt > revokedAt + AFTERMATH_MS;
}

function lastEventOf({ authorizedAt, usedAt }: GrantMemory): number {
  return Math.max(authorizedAt, usedAt);
}

/** What it may reach; of a grant older than the log only which services it used is known, which have capital letters. */
function scopesOf(standing: readonly GrantMemory[], reads: readonly AppReading[]): readonly string[] {
  const given = standing.flatMap(({ scopes, revokedAt }) =>
    Object.entries(scopes).flatMap(([scope, at]) => (at > revokedAt ? [shortScope(scope)] : [])),
  );
  const scopes = given.length > 0 ? given : reads.map(({ api }) => serviceName(api));
  return [...new Set(scopes)].toSorted();
}

/** `GSUITE_ADMIN` is "Gsuite admin": told from a scope by its capital letter. */
function serviceName(api: string): string {
  const words = api.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function addedUp(...parts: readonly AppMemory['reads'][]): readonly AppReading[] {
  const sums = new Map<string, AppReading>();
  for (const [api, { bytes, lastDay }] of parts.flatMap((reads) => Object.entries(reads))) {
    const known = sums.get(api) ?? { api, bytes: 0, lastDay: '' };
    sums.set(api, {
      api,
      bytes: known.bytes + bytes,
      lastDay: lastDay > known.lastDay ? lastDay : known.lastDay,
    });
  }
  return [...sums.values()].toSorted((one, other) => (one.api < other.api ? -1 : 1));
}

function valueIn(event: AppEvent, name: string): string {
  const parameter = event.parameters?.find((one) => one.name === name);
  return parameter?.value ?? parameter?.multiValue?.[0] ?? '';
}

function listIn(event: AppEvent, name: string): readonly string[] {
  const parameter = event.parameters?.find((one) => one.name === name);
  return parameter?.multiValue ?? (parameter?.value === undefined ? [] : [parameter.value]);
}
