import type { z } from 'zod';
import { missingRights, rightsOf } from '#connectors/kit/oauth/asked-rights.js';
import type { AnyVendorConnector } from '#connectors/registry.js';
import type { Connection } from '../connections/connection.js';
import type { ConnectionShown, ConnectorShown } from './connection-shapes.js';

export function connectionShown(
  connection: Connection,
  connector: AnyVendorConnector | null,
  systems: readonly string[] | null,
): z.input<typeof ConnectionShown> {
  const { name, connector: id, account, way, asked, granted, health } = connection;
  const { connectedAt, lastUsedAt, loginEndsAt } = connection;
  const problem = health.problem && { message: health.problem.message, step: health.problem.step };
  const missing = connector === null ? [] : missingRights(connector, granted);
  return {
    name,
    connector: id,
    title: connector?.title ?? id,
    simulated: connection.vendorKind === 'simulated',
    systems: systems && [...systems],
    account,
    way,
    asked: [...asked],
    granted: granted && [...granted],
    health: { state: health.state, problem, notices: [...health.notices] },
    missing: missing.map(({ scope, costs }) => ({ scope, costs: [...costs] })),
    connected_at: connectedAt,
    last_used_at: lastUsedAt,
    login_ends_at: loginEndsAt,
  };
}

/** `redirectFor`: where the browser comes back to after a sign-in here; null: it can not, so the address is pasted. */
export function connectorShown(
  connector: AnyVendorConnector,
  place: 'laptop' | 'server',
  redirectUri: string | null,
): z.input<typeof ConnectorShown> {
  const { id, title, capabilities, ways, conditions, cannotRead, revokeByHand } = connector;
  return {
    id,
    title,
    reads: Object.entries(capabilities).map(([capability, { reads }]) => ({ capability, what: reads })),
    rights: rightsOf(connector).map(({ scope, reasons, costs, isOptional, isOnlyIfChosen }) => ({
      scope,
      reasons: [...reasons],
      costs: [...costs],
      optional: isOptional,
      only_if_chosen: isOnlyIfChosen,
    })),
    ways: ways.map((way) => ({
      id: way.id,
      title: way.title,
      works_here: way.where.includes(place) && (way.id !== 'oauth' || redirectUri !== null),
      redirect_uri: way.id === 'oauth' ? redirectUri : null,
      steps: way.guide.map(({ text, copy }) => ({
        text,
        copy: copy?.(redirectUri ?? 'https://your-business.example/') ?? null,
      })),
      fields: way.fields.map(({ name, label, isSecret }) => ({ name, label, secret: isSecret })),
    })),
    no_read_only_right: connector.noReadOnlyRight ?? null,
    conditions: conditions.map(({ text, source, seen }) => ({ text, source, seen })),
    cannot_read: cannotRead.map(({ reason, step }) => ({ what: reason, step })),
    revoke_by_hand: revokeByHand,
  };
}
