import type { Role } from './role.js';

/** What a program may do with an API token: look, or also act. Never who may do what: that is for persons. */
export const tokenScopes = ['read', 'act'] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** The most that a scope allows. */
export const ROLE_OF_SCOPE = { read: 'viewer', act: 'admin' } as const satisfies Record<TokenScope, Role>;
