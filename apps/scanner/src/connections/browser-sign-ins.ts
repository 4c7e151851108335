import { Inject, Injectable } from '@nestjs/common';
import { UserActionError } from '#connectors/contract/error.js';
import type { WayToConnect } from '#connectors/contract/vendor-connector.js';
import type { AskedRights } from '#connectors/kit/oauth/asked-rights.js';
import { OAuthRefusedError } from '#connectors/kit/oauth/oauth-refused-error.js';
import { SIGN_IN_WITHIN_MS } from '#connectors/kit/oauth/pending-sign-ins.js';
import type { SignIn } from '#connectors/kit/oauth/sign-in.js';
import type { AnyVendorConnector } from '#connectors/registry.js';
import type { Connection } from './connection.js';
import { type Beside, Connections } from './connections.js';
import { checkName } from './new-connection.js';
import { type BroughtLogin, loginTyped, type TypedAnswers } from './typed-answers.js';

/** A sign-in at a vendor as it begins in the service. */
export interface SignInToBegin {
  readonly organization: string;
  readonly name: string | null;
  readonly connector: AnyVendorConnector;
  readonly way: WayToConnect;
  readonly rights: AskedRights;
  readonly answers: TypedAnswers;
  /** Where the vendor sends the browser back to. */
  readonly redirectUri: string;
  /** Where it began, which may be another name of this computer: the mark is known only there. */
  readonly beganAt: string;
  /** A mark that only the browser holds in which it began. */
  readonly browser: string;
  /** Stored with the connection: who made it. */
  readonly beside: Beside;
}

interface Begun extends Omit<SignInToBegin, 'rights' | 'answers' | 'browser'> {
  readonly signIn: SignIn;
  readonly login: BroughtLogin;
  readonly endsAt: number;
}

/** Nobody has more windows open; a flood must not fill the memory. */
const MOST_BEGUN = 1_000;

/**
 * Sign-ins at vendors that were begun in the service, until the browser comes back or ten minutes are over. In memory
 * alone: what was typed in is stored when there is a login to store with it.
 */
@Injectable()
export class BrowserSignIns {
  private readonly begun = new Map<string, Begun>();

  constructor(@Inject(Connections) private readonly connections: Connections) {}

  /** The address at the vendor to open. */
  async begin(asked: SignInToBegin): Promise<string> {
    const { connector, answers, rights, redirectUri, browser } = asked;
    checkName(asked.name);
    const login = loginTyped(answers, rights);
    if (login.clientId === null)
      throw new UserActionError({ message: 'The client ID is missing.', step: 'Type it in.' });
    const app = { clientId: login.clientId, clientSecret: login.secrets.client_secret ?? null };
    await this.connections.checkKey();
    const signIn = this.connections.signIn(connector, app);
    const address = await signIn.begin(redirectUri, rights, browser);
    const state = new URL(address).searchParams.get('state') ?? '';
    this.dropOld();
    const { organization, name, way, beside, beganAt } = asked;
    const endsAt = this.now() + SIGN_IN_WITHIN_MS;
    this.begun.set(state, {
      organization,
      name,
      connector,
      way,
      beside,
      beganAt,
      redirectUri,
      signIn,
      login,
      endsAt,
    });
    return this.connections.means.simulation.url(connector.id, address);
  }

  /** What is known of the sign-in of that `state`; null: nothing. */
  known(state: string): Pick<SignInToBegin, 'organization' | 'beganAt' | 'redirectUri'> | null {
    return this.begun.get(state) ?? null;
  }

  /**
   * Takes the address that the browser landed on, received or pasted, and connects.
   * @throws UserActionError with what to do; VendorFailedError
   */
  async finish(landedOn: string, browser: string | null): Promise<Connection> {
    const state = stateIn(landedOn);
    const begun = this.begun.get(state);
    if (begun === undefined) throw new OAuthRefusedError('attempt-unknown', 'The tool');
    this.begun.delete(state);
    const { signIn, login, organization, name, connector, way, beside } = begun;
    const { tokens, account } = await signIn.finish(landedOn, browser);
    const brought = { organization, name, connector, way: way.id, ...login, tokens };
    return this.connections.connect({ ...brought, account: account ?? login.account }, beside);
  }

  /** None of an organization that is deleted is finished any more. */
  forget(organization: string): void {
    for (const [state, begun] of this.begun)
      if (begun.organization === organization) this.begun.delete(state);
  }

  private dropOld(): void {
    for (const [state, { endsAt }] of this.begun) {
      if (endsAt <= this.now() || this.begun.size >= MOST_BEGUN) this.begun.delete(state);
    }
  }

  private now(): number {
    return this.connections.means.now().getTime();
  }
}

/** The `state` in an address that a browser landed on; "" if there is none. */
export function stateIn(address: string): string {
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : null;
  return url?.searchParams.get('state') ?? '';
}
