import { UserActionError } from '#connectors/contract/error.js';
import { type AskedRights, askedRights, type Right, rightsOf } from '#connectors/kit/oauth/asked-rights.js';
import type { AnyVendorConnector } from '#connectors/registry.js';

/** Rights a person leaves out, and wider ones she switches on. */
export interface RightsWished {
  readonly without: readonly string[];
  readonly with: readonly string[];
}

/** What to ask for. @throws UserActionError for a right that can not be chosen */
export function chosenRights(
  connector: AnyVendorConnector,
  { without, with: chosen }: RightsWished,
): AskedRights {
  const optional = rightsOf(connector).filter(({ isOptional }) => isOptional);
  const wider = optional.filter(({ isOnlyIfChosen }) => isOnlyIfChosen);
  refuseUnknown(without, optional, 'These can be left out');
  refuseUnknown(chosen, wider, 'These can be asked for as well');
  return askedRights(connector, without, chosen);
}

function refuseUnknown(wished: readonly string[], rights: readonly Right[], these: string): void {
  const scopes = rights.map(({ scope }) => scope);
  if (wished.every((right) => scopes.includes(right))) return;
  throw new UserActionError({
    message: 'That right is not one of those that can be chosen.',
    step: `${these}: ${scopes.join(', ') || 'none'}.`,
  });
}
