/** What is kept of a connection under seal. */
export const secretNames = ['client_secret', 'key', 'access_token', 'refresh_token'] as const;
export type SecretName = (typeof secretNames)[number];
