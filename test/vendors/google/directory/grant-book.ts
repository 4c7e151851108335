import type { SimulatedClock } from '../../core/simulated-clock.js';
import type { Grant, TokenStore } from '../../core/token-store.js';
import { ACCESS_TOKEN_MS } from '../oauth/token-lifetimes.js';
import { type AppGrant, appGrantsOf } from './app-grants.js';
import { bakeryLogins } from './staff.js';
import type { Workspace } from './workspace.js';

/** All grants: those that the bakery's staff gave, and those given to the simulation itself, Plumbline's among them. */
export interface GrantBook {
  readonly ofTheBakery: () => readonly AppGrant[];
  readonly ofOurs: () => readonly AppGrant[];
  /** Told when a grant is taken back. */
  readonly noteRevoked: (grant: Grant) => void;
}

export function grantBook(workspace: Workspace, tokens: TokenStore, clock: SimulatedClock): GrantBook {
  const { bakery, staff } = workspace;
  const revoked = new Map<Grant, number>();
  let planted: readonly AppGrant[] | null = null;
  return {
    ofTheBakery() {
      planted ??= appGrantsOf(bakery.setting, staff, bakeryLogins(bakery.setting).length);
      return planted;
    },
    ofOurs: () => ownGrants(workspace, tokens, (grant) => revoked.get(grant) ?? clock.now()),
    noteRevoked(grant) {
      if (!revoked.has(grant)) revoked.set(grant, clock.now());
    },
  };
}

function ownGrants(
  { member }: Workspace,
  tokens: TokenStore,
  revokedAt: (grant: Grant) => number,
): readonly AppGrant[] {
  const seen = new Set<Grant>();
  return tokens.all().flatMap(({ grant, kind, expiresAt }): readonly AppGrant[] => {
    const person = grant === null ? null : member(grant.user);
    if (grant === null || person === null || kind !== 'access' || seen.has(grant)) return [];
    seen.add(grant);
    return [
      {
        app: {
          name: grant.client.name,
          clientId: grant.client.id,
          scopes: grant.scopes,
          users: 1,
          grantedBefore: 0,
          revokedBefore: null,
          habits: [],
        },
        member: person,
        // The first access token was made with the grant.
        grantedAt: (expiresAt ?? 0) - ACCESS_TOKEN_MS,
        revokedAt: grant.revoked ? revokedAt(grant) : null,
      },
    ];
  });
}
