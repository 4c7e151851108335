import type { CapabilitySheet, ScopeReason } from '../../contract/connector.js';
import { capabilities, type Capability } from '../../contract/fact.js';
import type { OAuthFacts } from '../../contract/vendor-connector.js';

/** The rights of one sign-in, as the vendor names them. */
export interface AskedRights {
  readonly needed: readonly string[];
  /** May be refused, by a person or by her plan, and less is read. */
  readonly optional: readonly string[];
}

export interface RightsSheet {
  readonly capabilities: Readonly<Partial<Record<Capability, CapabilitySheet>>>;
  readonly oauth: Pick<OAuthFacts, 'baseScopes'>;
}

/** A right with everything that it is good for. */
export interface Right {
  readonly scope: string;
  readonly reasons: readonly string[];
  /** What is lost without it. */
  readonly costs: readonly string[];
  readonly isOptional: boolean;
  /** Wider than what it is needed for: only if the owner switches it on. */
  readonly isOnlyIfChosen: boolean;
}

/** Every right that the connector's capabilities name, each once, needed ones first. */
export function rightsOf({ capabilities: sheets }: Pick<RightsSheet, 'capabilities'>): readonly Right[] {
  const rights = new Map<string, Right>();
  for (const capability of capabilities) {
    const sheet = sheets[capability];
    for (const reason of sheet?.scopes ?? []) {
      const cost = reason.optional ?? `not read: ${sheet?.reads ?? capability}`;
      rights.set(reason.scope, withReason(rights.get(reason.scope), reason, cost));
    }
  }
  return [...rights.values()].toSorted((a, b) => Number(a.isOptional) - Number(b.isOptional));
}

/** What to ask for; `without`: optional rights that the person does not want to give; `chosen`: wider ones that she does. */
export function askedRights(
  sheet: RightsSheet,
  without: readonly string[] = [],
  chosen: readonly string[] = [],
): AskedRights {
  const rights = rightsOf(sheet);
  const needed = rights.filter(({ isOptional }) => !isOptional).map(({ scope }) => scope);
  const optional = rights
    .filter(
      ({ isOptional, isOnlyIfChosen, scope }) => isOptional && (!isOnlyIfChosen || chosen.includes(scope)),
    )
    .map(({ scope }) => scope);
  return {
    needed: [...new Set([...sheet.oauth.baseScopes, ...needed])],
    optional: optional.filter((scope) => !without.includes(scope)),
  };
}

/** The rights that are not there, with what each costs; none where the vendor does not tell what it granted. */
export function missingRights(
  sheet: Pick<RightsSheet, 'capabilities'>,
  granted: readonly string[] | null,
): readonly Right[] {
  // A wider right that nobody switched on is not missing.
  return granted === null
    ? []
    : rightsOf(sheet).filter(({ scope, isOnlyIfChosen }) => !isOnlyIfChosen && !granted.includes(scope));
}

function withReason(
  known: Right | undefined,
  { scope, reason, optional, onlyIfChosen }: ScopeReason,
  cost: string,
): Right {
  return {
    scope,
    reasons: [...new Set([...(known?.reasons ?? []), reason])],
    costs: [...new Set([...(known?.costs ?? []), cost])],
    // Needed by one capability is needed.
    isOptional: (known?.isOptional ?? true) && optional !== undefined,
    isOnlyIfChosen: (known?.isOnlyIfChosen ?? true) && onlyIfChosen === true,
  };
}
