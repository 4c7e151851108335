import type { WayToConnect } from '../contract/vendor-connector.js';
import { READS_AND_WRITES } from './sheet.js';

const KEY = /^[\w-]{20,80}-us\d{1,2}$/u;
const CLIENT_ID = /^\d{6,20}$/u;
const CLIENT_SECRET = /^[\w-]{20,200}$/u;

const byKey: WayToConnect = {
  id: 'key',
  title: 'With an API key',
  where: ['laptop', 'server'],
  guide: [
    {
      text: 'Log in to Mailchimp as an owner or admin. Click your profile picture, then Account & billing > Extras > API keys.',
    },
    { text: 'Choose "Create A Key", and call it', copy: () => 'Plumbline' },
    { text: READS_AND_WRITES },
    {
      text: 'Copy the key and paste it here, with the ending such as -us6: it says where your account lies. Mailchimp shows the key only once.',
    },
  ],
  fields: [{ name: 'key', label: 'API key', isSecret: true, pattern: KEY }],
};

const byOAuth: WayToConnect = {
  id: 'oauth',
  title: 'By signing in (OAuth), with an app of your own',
  where: ['laptop', 'server'],
  guide: [
    {
      text: 'Log in to Mailchimp as an owner or admin. Click your profile picture, then Account & billing > Extras > Registered apps > Register an app, and call it',
      copy: () => 'Plumbline',
    },
    {
      text: 'Description, company and web site may be those of your business. As redirect URI enter exactly',
      copy: (redirectUri) => redirectUri,
    },
    { text: 'Choose Create, and copy the client ID and the client secret into the fields below.' },
    { text: READS_AND_WRITES },
    { text: 'Then sign in as an owner or admin, and press Allow.' },
  ],
  fields: [
    { name: 'client_id', label: 'Client ID', isSecret: false, pattern: CLIENT_ID },
    { name: 'client_secret', label: 'Client secret', isSecret: true, pattern: CLIENT_SECRET },
  ],
};

/** In the order the guide offers them. */
export const WAYS: readonly WayToConnect[] = [byKey, byOAuth];
