import type { Grant } from './log-memory.js';
import type { SecurityEvent } from './security-event.schema.js';

interface AccessKind {
  readonly kind: string;
  readonly given: RegExp;
  readonly takenBack: string;
  /** A key of a person has no number of its own. */
  readonly isPersonal?: true;
  readonly nameOf: (id: string, person: string) => string;
}

/** By which events of the security log access is given, used on, and taken back. HubSpot gives numbers, no names. */
const KINDS: readonly AccessKind[] = [
  {
    kind: 'app',
    given: /^INSTALL_INTEGRATION$/u,
    takenBack: 'UNINSTALL_INTEGRATION',
    nameOf: (id) => `HubSpot app ${id}`,
  },
  {
    kind: 'private app',
    given: /^PRIVATE_APP_(ACCESS_TOKEN_(CREATE|ROTATE)|SCOPE_GROUPS_UPDATE)$/u,
    takenBack: 'PRIVATE_APP_ACCESS_TOKEN_DEACTIVATE',
    nameOf: (id) => `Private app ${id}`,
  },
  {
    kind: 'service key',
    given: /^SERVICE_KEY_(CREATE|ROTATE|AUTO_ROTATE|PERMISSIONS_UPDATE)$/u,
    takenBack: 'SERVICE_KEY_DEACTIVATE',
    nameOf: (id) => `Service key ${id}`,
  },
  {
    kind: 'personal key',
    given: /^PERSONAL_ACCESS_KEY_(CREATE|ROTATE)$/u,
    takenBack: 'PERSONAL_ACCESS_KEY_DEACTIVATE',
    isPersonal: true,
    nameOf: (_, person) => `Personal access key of ${person}`,
  },
];

export interface GrantsAfter {
  /** In a fixed order. */
  readonly grants: readonly Grant[];
  /** How often access was given to something that the log does not name. */
  readonly unnamed: number;
}

/** Who has access after these events, whatever their order; those that were told before may be told again. */
export function grantsAfter(before: readonly Grant[], events: readonly SecurityEvent[]): GrantsAfter {
  const grants = new Map(before.map((grant) => [keyOf(grant), grant]));
  let unnamed = 0;
  for (const event of events.toSorted(byTime)) {
    const kind = KINDS.find(({ given, takenBack }) => given.test(event.type) || takenBack === event.type);
    if (kind === undefined) continue;
    const grant = grantOf(kind, event);
    if (grant === null) unnamed += 1;
    else if (kind.takenBack === event.type) grants.delete(keyOf(grant));
    else grants.set(keyOf(grant), grant);
  }
  return {
    grants: [...grants.values()].toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1)),
    unnamed,
  };
}

function grantOf({ kind, isPersonal, nameOf }: AccessKind, event: SecurityEvent): Grant | null {
  const user = event.userId?.toString() ?? '';
  const person = event.actingUser?.trim().toLowerCase() || `user ${user}`;
  const id = isPersonal ? user || person : (event.objectId ?? '');
  if (id === '') return null;
  return { kind, id, name: nameOf(id, person), lastSeen: event.createdAt.slice(0, 10) };
}

function keyOf({ kind, id }: Pick<Grant, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

/** Of two at one instant the smaller id first: HubSpot counts them up. */
function byTime(left: SecurityEvent, right: SecurityEvent): number {
  const span = Date.parse(left.createdAt) - Date.parse(right.createdAt);
  return span === 0 ? left.id.localeCompare(right.id, 'en', { numeric: true }) : span;
}
