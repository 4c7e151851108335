import type { ConnectField, GuideStep, WayToConnect } from '../contract/vendor-connector.js';
import { ACCOUNTING } from './sheet.js';

const clientId: ConnectField = {
  name: 'client_id',
  label: 'Client ID',
  isSecret: false,
  pattern: /^[A-Za-z0-9]{30,100}$/u,
};
const clientSecret: ConnectField = {
  name: 'client_secret',
  label: 'Client secret',
  isSecret: true,
  pattern: /^[A-Za-z0-9]{20,100}$/u,
};
const refreshToken: ConnectField = {
  name: 'refresh_token',
  label: 'Refresh token',
  isSecret: true,
  pattern: /^[\w.-]{20,512}$/u,
};
const companyId: ConnectField = {
  name: 'account',
  label: 'Company ID (realm ID)',
  isSecret: false,
  pattern: /^\d{6,20}$/u,
};

const APP: readonly GuideStep[] = [
  {
    text: 'Open the page below, logged in with the Intuit account of an admin of your QuickBooks company, and choose "Create an app". Take "QuickBooks Online and Payments" if you are asked for a platform, and call it Plumbline.',
    copy: () => 'https://developer.intuit.com/dashboard',
  },
  {
    text: 'As permission choose Accounting and nothing else. It is the only one there is for the books, and it covers reading and writing; Plumbline only reads, and its own guard is what holds that.',
    copy: () => ACCOUNTING,
  },
  {
    text: 'Open the settings of the app for Production. Intuit asks some questions about the app and for web addresses (terms, privacy, launch, disconnect, Reconnect URL): those of your own web site will do. Nobody but you uses this app.',
  },
];

const KEYS: GuideStep = {
  text: 'Open Keys & credentials, switch to Production, and copy the client ID and the client secret into the fields below.',
};

const byOAuth: WayToConnect = {
  id: 'oauth',
  title: 'By signing in with Intuit, for a server with an https address',
  where: ['server'],
  guide: [
    ...APP,
    {
      text: 'Under Redirect URIs for Production add exactly this address:',
      copy: (redirectUri) => redirectUri,
    },
    KEYS,
    { text: 'Then sign in as an admin of the company, choose the company, and press Connect.' },
  ],
  fields: [clientId, clientSecret],
};

const byPasteBack: WayToConnect = {
  id: 'paste-back',
  title: 'By signing in with Intuit, on your own computer',
  where: ['laptop'],
  guide: [
    ...APP,
    {
      text: 'Intuit sends nobody back to a computer of your own, only to https addresses. So under Redirect URIs for Production add this address, which must be yours:',
      copy: (redirectUri) => redirectUri,
    },
    KEYS,
    {
      text: 'Then sign in as an admin of the company, choose the company, and press Connect. The browser ends at the address above, and it does not matter if it shows an error there: copy the whole address from its address line and paste it here.',
    },
  ],
  fields: [clientId, clientSecret],
};

const byRefreshToken: WayToConnect = {
  id: 'refresh-token',
  title: "With a refresh token from Intuit's OAuth playground, where you have no web address at all",
  where: ['laptop', 'server'],
  guide: [
    ...APP,
    {
      text: "Under Redirect URIs for Production add the address of Intuit's own playground:",
      copy: () => 'https://developer.intuit.com/v2/OAuth2Playground/RedirectUrl',
    },
    KEYS,
    {
      text: 'Open the playground, choose the app (Production), tick the scope below, press "Get authorization code", and connect your company as an admin.',
      copy: () => `https://developer.intuit.com/app/developer/playground\n${ACCOUNTING}`,
    },
    {
      text: 'Copy the Realm ID into the field Company ID. Then press "Get tokens", and copy the refresh token. Do not press "Refresh" there afterwards: that would end the token you copied.',
    },
  ],
  fields: [clientId, clientSecret, refreshToken, companyId],
};

/** In the order the guide offers them. */
export const WAYS: readonly WayToConnect[] = [byOAuth, byPasteBack, byRefreshToken];
