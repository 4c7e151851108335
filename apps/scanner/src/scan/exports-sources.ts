import type { ConnectorId, Source } from '#connectors/contract/fact.js';
import { UNCLAIMED } from '#rules/engine/inventory.js';
import { claimFile } from '#rules/policy/claim-file.js';
import type { Policy } from '#rules/policy/policy.js';

/** A file that no system of the policy claims (E7, E26). */
const NOBODY: Source = { system: UNCLAIMED, connector: 'exports', account: 'exports' };

/** The policy's systems in its order, as exports feed them. */
export function exportsSources(policy: Policy): readonly Source[] {
  const systems = [...policy.systems];
  return systems.map(([system, { connector }]) => {
    const isShared =
      connector !== 'exports' && systems.filter(([, other]) => other.connector === connector).length > 1;
    // An export names no account. Two systems of one tool must not share the identities of their findings.
    return { system, connector, account: isShared ? `exports:${system}` : 'exports' };
  });
}

/** Tells the exports connector which system a file feeds. */
export function claimWith(policy: Policy) {
  const sources = new Map(exportsSources(policy).map((source) => [source.system, source]));
  return (file: {
    readonly path: string;
    readonly recognised: { readonly connector: ConnectorId } | null;
  }) => {
    const claim = claimFile(policy, file);
    return (claim.claimed ? sources.get(claim.system) : undefined) ?? NOBODY;
  };
}
