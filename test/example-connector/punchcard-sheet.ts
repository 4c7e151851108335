import type { ConnectorId } from '#connectors/contract/fact.js';
import type { OAuthFacts, WayToConnect } from '#connectors/contract/vendor-connector.js';

/** A vendor that ships stands in `connectorIds` of the contract; this one is invented. */
export const PUNCHCARD = 'punchcard' as string as ConnectorId;

/** Each right that is asked for, with the reason the owner is shown. */
export const capabilities = {
  fields: {
    reads: 'what your loyalty cards ask customers for',
    scopes: [{ scope: 'cards:read', reason: 'to see which fields a card has' }],
  },
  records: {
    reads: 'which of these fields are filled, card by card; none is kept',
    scopes: [{ scope: 'cards:read', reason: 'to count how many cards fill each field' }],
  },
  people: {
    reads: 'who can log in at the counter',
    scopes: [
      { scope: 'staff:read', reason: 'to list who can log in', optional: 'nobody is seen who can log in' },
    ],
  },
} as const;

export const oauth: OAuthFacts = {
  authorizeUrl: 'https://punchcard.example/authorize',
  tokenUrl: 'https://api.punchcard.example/token',
  revokeUrl: 'https://api.punchcard.example/revoke',
  clientAuthentication: 'body',
  pkce: true,
  loopbackHost: '127.0.0.1',
  authorizeParameters: {},
  baseScopes: [],
  optionalScopesParameter: null,
  accountParameter: null,
  refreshTokenRotates: true,
  refreshTokenDays: 90,
};

/** What a person does who has never seen the vendor's settings. */
export const byKey: WayToConnect = {
  id: 'key',
  title: 'With an access key',
  where: ['laptop', 'server'],
  guide: [
    { text: 'In Punchcard open Settings > Access keys > New key, and tick only' },
    { text: 'these two', copy: () => 'cards:read\nstaff:read' },
    { text: 'Copy the key and paste it here.' },
  ],
  fields: [{ name: 'key', label: 'Access key', isSecret: true, pattern: /^pk_[\da-f]{16,80}$/u }],
};
