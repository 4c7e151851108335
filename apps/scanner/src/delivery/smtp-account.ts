import type { Secret } from '#connectors/kit/secret.js';

/** How a mail server is spoken to. `none`: in the open, and so only to this computer itself. */
export const smtpSecurities = ['starttls', 'tls', 'none'] as const;
export type SmtpSecurity = (typeof smtpSecurities)[number];

/** As whom: by a password, or by a token that is good for an hour (OAuth2). */
export type SmtpLogin =
  | { readonly user: string; readonly password: Secret }
  | { readonly user: string; readonly accessToken: () => Promise<Secret> };

export interface SmtpAccount {
  readonly host: string;
  readonly port: number;
  readonly security: SmtpSecurity;
  /** Null: the server asks nobody who he is. */
  readonly login: SmtpLogin | null;
  /** In PEM; null: those that Node trusts. */
  readonly certificateAuthority: string | null;
  /** How long nothing may happen, in milliseconds. */
  readonly patienceMs: number;
}
