import { UserActionError } from '#connectors/contract/error.js';
import type { ConnectField, WayToConnect } from '#connectors/contract/vendor-connector.js';
import type { AskedRights } from '#connectors/kit/oauth/asked-rights.js';
import { Secret } from '#connectors/kit/secret.js';
import type { NewConnection } from './new-connection.js';

/** What a person typed in to connect, by name. Everything is held as a secret: less to get wrong. */
export type TypedAnswers = ReadonlyMap<ConnectField['name'], Secret>;

/** What somebody brought to connect a tool, but for whose it is and how it is called. */
export type BroughtLogin = Omit<NewConnection, 'organization' | 'name' | 'connector' | 'way'>;

/** @throws UserActionError if that is not what such a field looks like; the message does not repeat it */
export function checkedAnswer({ pattern, label }: ConnectField, text: string): string {
  const value = text.trim();
  if (pattern.test(value)) return value;
  throw new UserActionError({
    message: `That does not look like this: ${label}.`,
    step: 'Copy it once more, from the first character to the last.',
  });
}

/** Everything that a way asks for. @throws UserActionError for what is missing or looks wrong */
export function checkedAnswers(way: WayToConnect, given: Readonly<Record<string, string>>): TypedAnswers {
  return new Map(
    way.fields.map((field) => [field.name, new Secret(checkedAnswer(field, given[field.name] ?? ''))]),
  );
}

/** What was typed in, before anybody signs in with it. */
export function loginTyped(answers: TypedAnswers, rights: AskedRights): BroughtLogin {
  const plain = (name: ConnectField['name']) => answers.get(name)?.reveal() ?? null;
  return {
    clientId: plain('client_id'),
    subject: plain('subject'),
    account: plain('account'),
    asked: [...rights.needed, ...rights.optional],
    secrets: secretsIn(answers),
    tokens: null,
  };
}

function secretsIn(answers: TypedAnswers): NewConnection['secrets'] {
  const secrets: Partial<Record<'client_secret' | 'key' | 'refresh_token', Secret>> = {};
  for (const name of ['client_secret', 'key', 'refresh_token'] as const) {
    const secret = answers.get(name);
    if (secret !== undefined && secret.reveal() !== '') secrets[name] = secret;
  }
  return secrets;
}
