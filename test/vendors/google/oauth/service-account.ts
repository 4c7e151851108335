import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { TokenStore } from '../../core/token-store.js';

export const SERVICE_ACCOUNT_EMAIL = 'plumbline@sweet-crumb-office.iam.gserviceaccount.example';
const CLIENT_ID = '107000000000000000042';

let keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject } | null = null;
/** What a super admin entered under "Domain-wide delegation", by simulated Google; absent: everything. */
const delegated = new WeakMap<TokenStore, readonly string[]>();

/** The JSON file that the Cloud console hands out for the bakery's service account: another key in every process. */
export function serviceAccountKeyFile(): string {
  keys ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
  return JSON.stringify({
    type: 'service_account',
    project_id: 'sweet-crumb-office',
    private_key_id: 'simulated-key-1',
    private_key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }),
    client_email: SERVICE_ACCOUNT_EMAIL,
    client_id: CLIENT_ID,
    auth_uri: 'https://accounts.google.com/o/oauth2/auth',
    token_uri: 'https://oauth2.googleapis.com/token',
    universe_domain: 'googleapis.com',
  });
}

/** Null: nobody asked for a key yet, so that no signature can be right. */
export function serviceAccountPublicKey(): KeyObject | null {
  return keys?.publicKey ?? null;
}

/** Limits what the service account may do in other people's names; until then it may do everything. */
export function delegate(tokens: TokenStore, scopes: readonly string[]): void {
  delegated.set(tokens, scopes);
}

export function isDelegated(tokens: TokenStore, scope: string): boolean {
  return delegated.get(tokens)?.includes(scope) ?? true;
}
