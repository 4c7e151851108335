import type { ConnectField, GuideStep, WayToConnect } from '../contract/vendor-connector.js';
import { askedRights } from '../kit/oauth/asked-rights.js';
import { googleCapabilities } from './google-rights.js';
import { googleOAuth } from './oauth-facts.js';

const clientId: ConnectField = {
  name: 'client_id',
  label: 'Client ID',
  isSecret: false,
  pattern: /^[\w-]+\.apps\.googleusercontent\.com$/u,
};
const clientSecret: ConnectField = {
  name: 'client_secret',
  label: 'Client secret',
  isSecret: true,
  pattern: /^[\w-]{16,128}$/u,
};

const theRights = (): string => {
  const { needed, optional } = askedRights({ capabilities: googleCapabilities, oauth: googleOAuth });
  return [...needed, ...optional].join('\n');
};

const PROJECT: readonly GuideStep[] = [
  {
    text: 'Open the Google Cloud console, logged in as an administrator of your Google Workspace, and make a new project. Its name is up to you; it costs nothing.',
    copy: () => 'https://console.cloud.google.com/projectcreate',
  },
  {
    text: 'Switch on these four interfaces one after the other: open each page, check that your new project is chosen at the top, and press Enable.',
    copy: () =>
      ['admin', 'drive', 'people', 'sheets']
        .map((api) => `https://console.cloud.google.com/apis/library/${api}.googleapis.com`)
        .join('\n'),
  },
];

const BRANDING: readonly GuideStep[] = [
  {
    text: 'Tell Google what asks for access: open the page below, press Get started, enter Plumbline as the app name and your own address for support. At Audience choose Internal: only then you need no review by Google, and the login does not end after seven days. A private Gmail account has no Internal: choose External, add your own address under Test users, and press Publish app when all works.',
    copy: () => 'https://console.cloud.google.com/auth/branding',
  },
];

const RIGHTS_STEP: GuideStep = {
  text: 'Open Data access, press Add or remove scopes, paste this list at the bottom under "Manually add scopes", and press Update, then Save.',
  copy: theRights,
};

const CONSENT: GuideStep = {
  text: 'Log in as a super administrator when Google asks, and leave every box ticked: each is one of the rights above, and all of them only read.',
};

/** In the order the guide offers them. */
export const googleWays: readonly WayToConnect[] = [
  {
    id: 'oauth',
    title: 'Log in with Google, through a client of your own',
    where: ['laptop', 'server'],
    guide: [
      ...PROJECT,
      ...BRANDING,
      RIGHTS_STEP,
      {
        text: 'Open Clients and press Create client. If Plumbline runs on your own computer, choose Desktop app: no address is needed. If it runs on a server with https, choose Web application and paste this under Authorized redirect URIs.',
        copy: (redirectUri) => redirectUri,
      },
      { text: 'Press Create. Copy the client ID and the client secret: Google shows the secret only now.' },
      CONSENT,
    ],
    fields: [clientId, clientSecret],
  },
  {
    id: 'service-account',
    title: 'Without a person’s login: a service account with domain-wide delegation',
    where: ['server'],
    guide: [
      ...PROJECT,
      {
        text: 'Open Service accounts, press Create service account, name it Plumbline, and finish without giving it any role.',
        copy: () => 'https://console.cloud.google.com/iam-admin/serviceaccounts',
      },
      {
        text: 'Open it, go to Keys, press Add key > Create new key > JSON. A file is downloaded: it is the login, so keep it like a password. Note the Unique ID under Details.',
      },
      {
        text: 'Open the Google Admin console as a super administrator under Security > Access and data control > API controls > Manage Domain Wide Delegation, press Add new, paste the Unique ID as client ID, and these rights. It can take up to a day until they work.',
        copy: () => theRights().replaceAll('\n', ','),
      },
      {
        text: 'Give the file, and the address of an administrator in whose name Plumbline reads. That person must have logged in to the Admin console once. Contacts and files are hers.',
      },
    ],
    fields: [
      {
        name: 'key',
        label: 'The text of the key file (JSON)',
        isSecret: true,
        pattern: /"type"\s*:\s*"service_account"/u,
      },
      {
        name: 'subject',
        label: 'Address of the administrator',
        isSecret: false,
        pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/u,
      },
    ],
  },
];
