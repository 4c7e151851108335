import type { GuideStep, WayToConnect } from '../contract/vendor-connector.js';
import { rightsOf } from '../kit/oauth/asked-rights.js';
import { CAPABILITIES } from './sheet.js';

const rights = rightsOf({ capabilities: CAPABILITIES });
const needed = rights.filter(({ isOptional }) => !isOptional).map(({ scope }) => scope);
const optional = rights.filter(({ isOptional }) => isOptional).map(({ scope }) => scope);

/** Both kinds of key look alike: `pat-na1-` and a row of letters and digits. */
const KEY = /^[\w-]{20,400}$/u;
const CLIENT_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/iu;
const CLIENT_SECRET = /^[\w-]{20,200}$/u;

const byKey: WayToConnect = {
  id: 'key',
  title: 'With a service key (or the token of a private app that you already have)',
  where: ['laptop', 'server'],
  guide: [
    {
      text: 'Log in to HubSpot as a super admin. Open Settings (the gear), then Integrations > Service Keys. In some accounts they stand under Development > Keys > Service Keys.',
    },
    { text: 'Choose "Create service key" and call it', copy: () => 'Plumbline' },
    ...permissions('Add these permissions, and no others. All of them only read:', needed),
    ...permissions('If your plan offers them, add these too; without them less is seen:', optional),
    { text: 'Save, then copy the key and paste it here. HubSpot shows it to super admins only.' },
    {
      text: 'You have a private app of the old kind already? Open Settings > Integrations > Private Apps, choose it, compare its scopes with the list above, and copy its access token instead.',
    },
  ],
  fields: [{ name: 'key', label: 'Service key or access token', isSecret: true, pattern: KEY }],
};

const byOAuth: WayToConnect = {
  id: 'oauth',
  title: 'By signing in (OAuth), for a server with an https address',
  where: ['server'],
  guide: [
    {
      text: 'Log in to HubSpot as a super admin. Open Development (or developers.hubspot.com) and create an app with sign-in by OAuth, to be used in your own account only.',
    },
    { text: 'As redirect URL enter exactly', copy: (redirectUri) => redirectUri },
    ...permissions('As required scopes enter', ['oauth', ...needed]),
    ...permissions('As optional scopes enter', optional),
    { text: 'Save, and copy the client id and the client secret of the app into the fields below.' },
    { text: 'Then sign in: HubSpot shows the permissions once more and asks which account is meant.' },
  ],
  fields: [
    { name: 'client_id', label: 'Client ID', isSecret: false, pattern: CLIENT_ID },
    { name: 'client_secret', label: 'Client secret', isSecret: true, pattern: CLIENT_SECRET },
  ],
};

export const WAYS: readonly WayToConnect[] = [byKey, byOAuth];

function permissions(text: string, scopes: readonly string[]): readonly GuideStep[] {
  return scopes.length === 0 ? [] : [{ text, copy: () => scopes.join('\n') }];
}
