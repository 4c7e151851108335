import { randomBytes } from 'node:crypto';
import { Body, Controller, Delete, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { BugError, UserActionError } from '#connectors/contract/error.js';
import type { WayToConnect } from '#connectors/contract/vendor-connector.js';
import type { AnyVendorConnector } from '#connectors/registry.js';
import type { Policy } from '#rules/policy/policy.js';
import { AuditLog } from '../audit/audit-log.js';
import { BrowserSignIns, stateIn } from '../connections/browser-sign-ins.js';
import { chosenRights } from '../connections/chosen-rights.js';
import { connectedSystems } from '../connections/connected-systems.js';
import type { Connection } from '../connections/connection.js';
import { type Beside, Connections } from '../connections/connections.js';
import { checkedAnswers, loginTyped } from '../connections/typed-answers.js';
import type { AccessedOrganization } from '../people/caller.js';
import { PolicyToday } from '../policies/policy-today.js';
import { SETTINGS_IN_FORCE } from '../service/settings-in-force.js';
import type { Settings } from '../settings/settings.js';
import { InOrganization, Needs } from './access.js';
import { Answers } from './answers.js';
import { browserMark } from './browser-mark.js';
import { ConnectionName, ConnectionShown, ConnectionToMake, ConnectorShown } from './connection-shapes.js';
import { placeOf, redirectUriHere } from './redirect-uri.js';
import { connectionShown, connectorShown } from './show-connection.js';

const SignInBegun = z.object({
  address: z.string().meta({ description: 'What to open in this browser' }),
  redirect_uri: z
    .string()
    .meta({ description: 'Where the browser comes back to, as registered at the tool' }),
  comes_back: z
    .boolean()
    .meta({ description: 'False: copy the address that the browser lands on, and send it to finish' }),
});
const LandedOn = z.strictObject({ landed_on: z.string().max(8_000) });
const Disconnected = z.object({
  revocation: z.enum(['done', 'failed', 'not possible']),
  by_hand: z.string().nullable().meta({ description: 'How to take the login back at the tool yourself' }),
});

/** Logins to the tools of an organization: made, looked at, tried, taken back. */
@Controller('api/v1/organizations/:organization')
export class ConnectionsController {
  constructor(
    @Inject(Connections) private readonly connections: Connections,
    @Inject(BrowserSignIns) private readonly signIns: BrowserSignIns,
    @Inject(PolicyToday) private readonly policies: PolicyToday,
    @Inject(AuditLog) private readonly auditLog: AuditLog,
    @Inject(SETTINGS_IN_FORCE) private readonly settings: Settings,
  ) {}

  @Get('connectors')
  @Needs('viewer')
  @Answers('The tools that can be connected, and how', z.object({ items: z.array(ConnectorShown) }))
  listConnectors(@Req() request: FastifyRequest) {
    const place = placeOf(this.settings);
    return {
      items: this.connections.means.connectors.map((connector) =>
        connectorShown(connector, place, redirectUriHere(connector, this.settings, request.headers.host)),
      ),
    };
  }

  @Get('connections')
  @Needs('viewer')
  @Answers('All connections, by name', z.object({ items: z.array(ConnectionShown) }))
  async listConnections(@InOrganization() { organization }: AccessedOrganization) {
    const all = await this.connections.list(organization);
    const systemsOf = await this.systemsRead(organization, all);
    return { items: all.map((connection) => this.shown(connection, systemsOf)) };
  }

  @Post('connections')
  @Needs('admin')
  @Answers('The connection, and how it is', ConnectionShown, 201)
  async makeConnection(
    @InOrganization() accessed: AccessedOrganization,
    @Body({ schema: ConnectionToMake }) body: ConnectionToMake,
  ) {
    const { connector, way } = this.chosen(body);
    if (isSignIn(way)) {
      throw new UserActionError({
        message: 'This way to connect goes through a page of the tool.',
        step: 'Begin it with connections/sign-in.',
      });
    }
    const rights = chosenRights(connector, body);
    const login = loginTyped(checkedAnswers(way, body.answers), rights);
    const tokens = way.id === 'service-account' ? await this.delegatedTokens(connector, login) : null;
    const { organization } = accessed;
    const brought = { organization, name: body.name, connector, way: way.id, ...login, tokens };
    return this.show(
      organization,
      await this.connections.connect(brought, this.recorded(accessed, 'connection.made', connector.id)),
    );
  }

  @Post('connections/sign-in')
  @Needs('admin')
  @Answers('Where to sign in at the tool', SignInBegun)
  async beginSignIn(
    @InOrganization() accessed: AccessedOrganization,
    @Body({ schema: ConnectionToMake }) body: ConnectionToMake,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { connector, way } = this.chosen(body);
    const here = redirectUriHere(connector, this.settings, request.headers.host);
    const redirectUri = way.id === 'oauth' ? here : body.redirect_uri;
    if (!isSignIn(way) || redirectUri === null) {
      throw new UserActionError({
        message: `${connector.title} can not send you back to this address.`,
        step: 'Choose the way that ends by pasting the address, and name a page of your own as redirect_uri.',
      });
    }
    const browser = randomBytes(32).toString('base64url');
    const address = await this.signIns.begin({
      organization: accessed.organization,
      name: body.name,
      connector,
      way,
      rights: chosenRights(connector, body),
      answers: checkedAnswers(way, body.answers),
      redirectUri,
      beganAt: this.settings.PLUMBLINE_PUBLIC_URL ?? `http://${request.headers.host ?? ''}`,
      browser,
      beside: this.recorded(accessed, 'connection.made', connector.id),
    });
    browserMark.give(reply, browser, this.settings);
    return { address, redirect_uri: redirectUri, comes_back: way.id === 'oauth' };
  }

  @Post('connections/sign-in/finish')
  @Needs('admin')
  @Answers('The connection, and how it is', ConnectionShown, 201)
  async finishSignIn(
    @InOrganization() { organization }: AccessedOrganization,
    @Body({ schema: LandedOn }) { landed_on: landedOn }: z.output<typeof LandedOn>,
    @Req() request: FastifyRequest,
  ) {
    const known = this.signIns.known(stateIn(landedOn));
    if (known !== null && known.organization !== organization) {
      throw new UserActionError({
        message: 'That sign-in was begun for another organization.',
        step: 'Go there, and paste the address again.',
      });
    }
    return this.show(
      organization,
      await this.signIns.finish(landedOn, browserMark.of(request, this.settings)),
    );
  }

  @Post('connections/:name/test')
  @Needs('admin')
  @Answers('The connection as it is now', ConnectionShown)
  async testConnection(
    @InOrganization() { organization }: AccessedOrganization,
    @Param('name', { schema: ConnectionName }) name: string,
  ) {
    return this.show(organization, await this.connections.test(organization, name));
  }

  @Delete('connections/:name')
  @Needs('admin')
  @Answers('What became of the login at the tool; here nothing of it is left', Disconnected)
  async disconnect(
    @InOrganization() accessed: AccessedOrganization,
    @Param('name', { schema: ConnectionName }) name: string,
  ) {
    const beside = this.recorded(accessed, 'connection.removed', name);
    const { revocation, byHand } = await this.connections.disconnect(accessed.organization, name, beside);
    return { revocation, by_hand: byHand };
  }

  private chosen(body: ConnectionToMake): {
    readonly connector: AnyVendorConnector;
    readonly way: WayToConnect;
  } {
    const connector = this.connections.connector(body.connector);
    const way = connector.ways.find(({ id }) => id === body.way);
    if (way) return { connector, way };
    throw new UserActionError({
      message: `${connector.title} can not be connected in that way.`,
      step: `Choose one of: ${connector.ways.map(({ id }) => id).join(', ')}.`,
    });
  }

  private async delegatedTokens(connector: AnyVendorConnector, login: ReturnType<typeof loginTyped>) {
    const { key } = login.secrets;
    if (key === undefined || login.subject === null)
      throw new BugError({
        message: 'A way to connect does not ask for what it needs.',
        details: { connector: connector.id },
      });
    return this.connections.serviceAccountTokens(connector, key, login.subject, login.asked);
  }

  private recorded({ organization, caller }: AccessedOrganization, action: string, target: string): Beside {
    return (manager) => this.auditLog.record(manager, { organization, actor: caller, action, target });
  }

  private async show(organization: string, connection: Connection) {
    const all = await this.connections.list(organization);
    return this.shown(connection, await this.systemsRead(organization, all));
  }

  private shown(connection: Connection, systemsOf: (name: string) => readonly string[] | null) {
    const connector = this.connections.means.connectors.find(({ id }) => id === connection.connector);
    return connectionShown(connection, connector ?? null, systemsOf(connection.name));
  }

  /** Which systems of the policy are read with the connection of a name. */
  private async systemsRead(
    organization: string,
    all: readonly Connection[],
  ): Promise<(name: string) => readonly string[] | null> {
    const policy = await this.policies.policy(organization);
    if (policy === null) return () => null;
    const pairs = connectedOrUnclear(
      policy,
      all.map((connection) => ({ connection })),
    );
    return (name) => pairs.filter(({ open }) => open.connection.name === name).map(({ system }) => system);
  }
}

/** Where two could be meant the scan says so, and what to write into the policy; until then none is read. */
function connectedOrUnclear(policy: Policy, all: readonly { readonly connection: Connection }[]) {
  try {
    return connectedSystems(policy, all);
  } catch (error) {
    if (error instanceof UserActionError) return [];
    throw error;
  }
}

function isSignIn({ id }: WayToConnect): boolean {
  return id === 'oauth' || id === 'paste-back';
}
