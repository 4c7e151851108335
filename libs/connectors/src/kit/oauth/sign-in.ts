import type { AskedRights } from './asked-rights.js';
import type { OAuthClient, OAuthSheet, Redirect } from './oauth-client.js';
import { OAuthRefusedError } from './oauth-refused-error.js';
import { PendingSignIns } from './pending-sign-ins.js';
import type { TokenSet } from './token-set.js';

export interface SignedIn {
  readonly tokens: TokenSet;
  /** The account that the redirect named; null where the vendor does not. */
  readonly account: string | null;
}

const ACCOUNT = /^[\w.@-]{1,120}$/u;

/** The way of a browser to the vendor and back, for one app: the same checks however the last address gets here. */
export class SignIn {
  private readonly pending: PendingSignIns<Redirect>;

  constructor(
    private readonly sheet: OAuthSheet,
    private readonly client: OAuthClient,
    now: () => Date,
  ) {
    this.pending = new PendingSignIns(now);
  }

  /** The address at the vendor to open. */
  async begin(redirectUri: string, rights: AskedRights, browser: string): Promise<string> {
    const { address, ...redirect } = await this.client.authorize(redirectUri, rights);
    this.pending.begin(redirect.state, browser, redirect);
    return address;
  }

  /**
   * Takes the address that the browser landed on, received or pasted.
   * @throws OAuthRefusedError with the problem and its next step; VendorFailedError
   */
  async finish(landedOn: string, browser: string | null): Promise<SignedIn> {
    const { title } = this.sheet;
    const address = URL.canParse(landedOn.trim()) ? new URL(landedOn.trim()) : null;
    if (address === null || !address.searchParams.has('state'))
      throw new OAuthRefusedError('wrong-address', title);
    const redirect = this.pending.take(address.searchParams.get('state'), browser, title);
    if (placeOf(address) !== placeOf(new URL(redirect.redirectUri)))
      throw new OAuthRefusedError('wrong-address', title);
    const tokens = await this.client.exchange(address, redirect);
    return { tokens, account: this.accountIn(address) };
  }

  private accountIn({ searchParams }: URL): string | null {
    const { accountParameter } = this.sheet.oauth;
    if (accountParameter === null) return null;
    const [account, another] = searchParams.getAll(accountParameter);
    if (account === undefined || another !== undefined || !ACCOUNT.test(account))
      throw new OAuthRefusedError('account-not-told', this.sheet.title);
    return account;
  }
}

function placeOf({ origin, pathname }: URL): string {
  return origin + pathname;
}
