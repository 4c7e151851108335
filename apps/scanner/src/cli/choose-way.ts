import { UserActionError } from '#connectors/contract/error.js';
import type { WayToConnect } from '#connectors/contract/vendor-connector.js';
import type { AnyVendorConnector } from '#connectors/registry.js';
import type { Asking } from './ask.js';

export const wayIds = [
  'key',
  'oauth',
  'paste-back',
  'refresh-token',
  'service-account',
] as const satisfies readonly WayToConnect['id'][];

/** The ways from here, those for a laptop first; signing in can always end by pasting the address. */
export function waysFromHere({ ways }: AnyVendorConnector): readonly WayToConnect[] {
  const isHere = (way: WayToConnect) => way.where.includes('laptop');
  return [...ways.filter(isHere), ...ways.filter((way) => !isHere(way))];
}

/** @throws UserActionError for a way that this tool does not offer */
export async function chooseWay(
  connector: AnyVendorConnector,
  wished: WayToConnect['id'] | undefined,
  asking: Asking,
): Promise<WayToConnect> {
  const ways = waysFromHere(connector);
  if (wished !== undefined) return wayOf(ways, wished, connector.title);
  const [first] = ways;
  if (first === undefined || ways.length === 1 || !asking.isPerson)
    return first ?? noWay(connector.title, []);
  const lines = ways.map(({ title }, at) => `  ${at + 1}. ${title}`);
  process.stdout.write(`Ways to connect ${connector.title}, the easiest first:\n\n${lines.join('\n')}\n\n`);
  const answer = await asking.ask('Which one? [1]', false);
  return ways[answer === '' ? 0 : Number(answer) - 1] ?? noWay(connector.title, ways);
}

function wayOf(ways: readonly WayToConnect[], wished: WayToConnect['id'], title: string): WayToConnect {
  const found = ways.find(({ id }) => id === wished);
  if (found) return found;
  const oauth = ways.find(({ id }) => id === 'oauth');
  if (wished === 'paste-back' && oauth) return { ...oauth, id: 'paste-back' };
  return noWay(title, ways);
}

function noWay(title: string, ways: readonly WayToConnect[]): never {
  throw new UserActionError({
    message: `${title} can not be connected in that way.`,
    step: `Choose one with --way: ${ways.map(({ id }) => id).join(', ')}`,
  });
}
