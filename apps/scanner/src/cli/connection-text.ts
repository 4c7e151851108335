import { missingRights } from '#connectors/kit/oauth/asked-rights.js';
import type { AnyVendorConnector } from '#connectors/registry.js';
import type { Connection } from '../connections/connection.js';

const WAYS: Readonly<Record<Connection['way'], string>> = {
  key: 'by a key',
  oauth: 'by signing in',
  'paste-back': 'by signing in',
  'refresh-token': 'by a refresh token',
  'service-account': 'by a service account',
};

/** One connection for people: how it is, what it may read, and what each missing right costs. */
export function connectionAsText(connection: Connection, connector: AnyVendorConnector | null): string {
  const { name, account, health, connectedAt, lastUsedAt, way, subject, loginEndsAt } = connection;
  const { problem, notices, state } = health;
  const tool = `${connector?.title ?? connection.connector}${connection.vendorKind === 'simulated' ? ' (simulated)' : ''}`;
  const used = lastUsedAt === null ? 'not used by a scan yet' : `last used ${dayOf(lastUsedAt)}`;
  return printable(
    [
      `${name}: ${tool}${account === null ? '' : `, account ${account}`}: ${state}`,
      `  connected ${dayOf(connectedAt)} ${WAYS[way]}${subject === null ? '' : ` for ${subject}`}, ${used}`,
      ...(loginEndsAt === null ? [] : [`  the login ends by itself on ${dayOf(loginEndsAt)}`]),
      ...(problem === null ? [] : [`  ${problem.message}`, `  What to do: ${problem.step}`]),
      ...notices.flatMap(({ message, step }) => [`  ${message}`, `  What to do: ${step}`]),
      ...(connector === null ? [] : rightsLines(connection, connector)),
    ].join('\n'),
  );
}

function rightsLines({ granted }: Connection, connector: AnyVendorConnector): readonly string[] {
  if (granted === null) {
    return [
      `  ${connector.title} does not tell which rights this login has; a scan says what it could not read`,
    ];
  }
  const missing = missingRights(connector, granted);
  if (missing.length === 0) return ['  every right that Plumbline asks for was granted'];
  return [
    '  rights that were not granted:',
    ...missing.flatMap(({ scope, costs, isOptional }) => [
      `    ${scope}${isOptional ? ' (optional)' : ''}`,
      ...costs.map((cost) => `      ${cost}`),
    ]),
    `  To grant more, connect ${connector.title} again and leave every box ticked.`,
  ];
}

function dayOf(instant: string): string {
  return instant.slice(0, 10);
}

/** Names of accounts and people are somebody's text: they must not steer the terminal. */
function printable(text: string): string {
  return text.replaceAll(/(?!\n)\p{Cc}|\p{Cf}/gu, '?');
}
