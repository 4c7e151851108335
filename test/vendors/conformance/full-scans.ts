import { googleWorkspaceConnector } from '#connectors/google-workspace/google-workspace.connector.js';
import { hubspotConnector } from '#connectors/hubspot/hubspot.connector.js';
import { Transport } from '#connectors/kit/guard/transport.js';
import { askedRights, rightsOf } from '#connectors/kit/oauth/asked-rights.js';
import { guardedFetch } from '#connectors/kit/oauth/guarded-fetch.js';
import { OAuthClient } from '#connectors/kit/oauth/oauth-client.js';
import { Secret } from '#connectors/kit/secret.js';
import { mailchimpConnector } from '#connectors/mailchimp/mailchimp.connector.js';
import { quickbooksConnector } from '#connectors/quickbooks/quickbooks.connector.js';
import type { AnyVendorConnector } from '#connectors/registry.js';
import { readAll } from '#connectors/testing/read-all.js';
import { browse } from '../../connections/browser.js';
import { googleAccount } from '../../google-workspace/google-account.js';
import { hubspotAccount, keyCredential } from '../../hubspot/hubspot-account.js';
import { mailchimpAccount, unrenewable } from '../../mailchimp/mailchimp-account.js';
import { quickbooksAccount } from '../../quickbooks/quickbooks-account.js';
import type { RecordedExchange } from '../core/recorded-exchange.js';
import type { RunningVendor } from '../core/running-vendor.js';

const RECORDED = { recordAnswers: true, enforceLimits: false } as const;
/** More than one page of everything that is listed in pages. */
const SIZE = 450;

/** Everything that our connector sends to HubSpot, with the answers: signing in, a first scan, one that reads on, both plans. */
export async function scansOfHubspot(): Promise<readonly RecordedExchange[]> {
  await using account = await hubspotAccount({ size: SIZE, ...RECORDED });
  const { vendors, kept } = account;
  await signInAndOut(hubspotConnector, vendors.hubspot);
  const { needed, optional } = askedRights(hubspotConnector);
  for (const plan of ['starter', 'enterprise']) {
    if (plan === 'enterprise') vendors.hubspot.setCondition(plan);
    const credential = keyCredential(vendors.hubspot.issueKey([...needed, ...optional]).text);
    await hubspotConnector.identify(account.session({ credential }));
    await readAll(hubspotConnector, account.session({ credential, alsoRead: ['lifecyclestage'] }));
    await readAll(hubspotConnector, account.session({ credential, before: kept.memory }));
  }
  return vendors.exchanges;
}

/** The same for Google: as the owner of a business, with the wider right switched on, and with a private account. */
export async function scansOfGoogle(): Promise<readonly RecordedExchange[]> {
  await using account = await googleAccount({ size: SIZE, ...RECORDED });
  const { vendors, kept } = account;
  await signInAndOut(googleWorkspaceConnector, vendors.google);
  const everyRight = rightsOf(googleWorkspaceConnector).map(({ scope }) => scope);
  for (const settings of [{}, { rights: everyRight }]) {
    await googleWorkspaceConnector.identify(account.session(settings));
    await readAll(googleWorkspaceConnector, account.session({ ...settings, before: kept.memory }));
  }
  vendors.google.setCondition('personal-account');
  await readAll(googleWorkspaceConnector, account.session());
  return vendors.exchanges;
}

/** The same for QuickBooks, with classic custom fields and with enhanced ones, and with a subscription that ended. */
export async function scansOfQuickbooks(): Promise<readonly RecordedExchange[]> {
  await using account = await quickbooksAccount({ size: SIZE, ...RECORDED });
  const { vendors } = account;
  await signInAndOut(quickbooksConnector, vendors.quickbooks);
  await quickbooksConnector.identify(account.session());
  for (const condition of [null, 'enhanced-custom-fields', 'subscription-ended', 'user-lost-access']) {
    if (condition !== null) vendors.quickbooks.setCondition(condition);
    await readAll(quickbooksConnector, account.session());
  }
  return vendors.exchanges;
}

/**
 * The same for Mailchimp: several audiences, more than a page of members, by token and by key; with fields for data
 * protection; and by logins that may see less and less.
 */
export async function scansOfMailchimp(): Promise<readonly RecordedExchange[]> {
  const size = { size: 2600, mailchimp: { audiences: 2, mergeFields: 40 } };
  await using account = await mailchimpAccount({ ...size, ...RECORDED });
  const { vendors, kept } = account;
  await signInAndOut(mailchimpConnector, vendors.mailchimp);
  const credential = unrenewable(vendors.mailchimp.grant([]).access.text);
  await mailchimpConnector.identify(account.session({ credential }));
  await readAll(mailchimpConnector, account.session({ credential, alsoRead: ['location', 'notes'] }));
  for (const condition of ['gdpr-fields', 'manager', 'author', 'user-disabled']) {
    vendors.mailchimp.setCondition(condition);
    await readAll(mailchimpConnector, account.session({ before: kept.memory }));
  }
  return vendors.exchanges;
}

/** Consent, code for tokens, renewal, and taken back: every request of our OAuth client. */
async function signInAndOut(connector: AnyVendorConnector, vendor: RunningVendor): Promise<void> {
  vendor.consent.mode = 'allow';
  const transport = new Transport(vendor.origin);
  try {
    const client = new OAuthClient(
      connector,
      { clientId: vendor.client.id, clientSecret: new Secret(vendor.client.secret) },
      { fetch: guardedFetch(connector, transport), now: () => new Date() },
    );
    const redirectUri = vendor.client.redirectUris.find((uri) => uri.startsWith('https:')) ?? '';
    const redirect = await client.authorize(redirectUri, askedRights(connector));
    const { pathname, search } = new URL(redirect.address);
    const { address } = await browse(vendor.origin + pathname + search, redirectUri);
    const { refreshToken } = await client.exchange(new URL(address), redirect);
    // Where logins never end there is nothing to renew them with, and they are taken back by hand.
    if (refreshToken === null && connector.oauth.revokeUrl === null) return;
    if (refreshToken === null) throw new Error(`${connector.title} gave nothing to renew the login with.`);
    await client.refresh(refreshToken);
    await client.revoke(refreshToken, 'refresh_token');
  } finally {
    transport.drop();
  }
}
