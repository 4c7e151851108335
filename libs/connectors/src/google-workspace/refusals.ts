import type { Refusal } from '../contract/refusal.js';
import type { NotTold } from '../contract/vendor-connector.js';

const AT_NEXT_SCAN = 'Nothing to do: it is tried again at the next scan.';

/** What Google may refuse, in the words of a receipt. */
export const refusals = {
  notAdministrator: {
    status: 'denied',
    reason: 'only an administrator of the Google Workspace may see this',
    actor: 'user',
    step: 'Connect Google Workspace again, logged in as a super administrator; that person must have logged in to the Admin console once.',
  },
  notThere: {
    status: 'unsupported',
    reason: 'Google does not have this for the account',
    actor: 'user',
    step: 'Nothing to do, unless this account belongs to a Google Workspace: then connect again, logged in as its administrator.',
  },
  personalAccount: {
    status: 'unsupported',
    reason: 'a private Google account has no administrator',
    actor: 'user',
    step: 'Nothing to do. Which apps may reach the account is shown at myaccount.google.com/connections.',
  },
  notSupported: {
    status: 'unsupported',
    reason: 'Google does not offer this for the document',
    actor: 'vendor',
    step: 'Nothing to do.',
  },
  sharingNotShown: {
    status: 'unsupported',
    reason: 'Google does not show this login who else can open the file',
    actor: 'user',
    step: 'Let the owner of the file connect, or whoever may share it.',
  },
  blockedByAdministrator: {
    status: 'denied',
    reason: 'the administrator of the Google Workspace blocks Plumbline',
    actor: 'user',
    step: 'Let the administrator trust the app in the Google Admin console under Security > Access and data control > API controls > Manage third-party app access.',
  },
  notData: {
    status: 'failed',
    reason: 'Google answered with a page instead of data',
    actor: 'vendor',
    step: AT_NEXT_SCAN,
  },
  notUnderstood: {
    status: 'failed',
    reason: 'Google did not take our question',
    actor: 'us',
    step: 'This is for the makers of Plumbline: Google may have changed its interface. Update Plumbline.',
  },
  listIncomplete: {
    status: 'failed',
    reason: 'Google left out a part of a list',
    actor: 'vendor',
    step: AT_NEXT_SCAN,
  },
  pagesRepeat: {
    status: 'failed',
    reason: 'Google gave the same page twice',
    actor: 'vendor',
    step: AT_NEXT_SCAN,
  },
} as const satisfies Readonly<Record<string, Refusal>>;

/** What no right opens. https://developers.google.com/workspace/drive/api/guides/search-files */
export const neverTold: readonly NotTold[] = [
  {
    reason:
      'Drive shows the files of the person who connects, what others share with her, and shared drives; files that only others can see are not found',
    step: 'Keep lists of customers in a shared drive that this person can open.',
  },
  {
    reason: 'Google shows contacts only to the person whose they are',
    step: 'Let the others export theirs (Google Contacts > Export > Google CSV), and name these files in your policy under a system of their own.',
  },
  refusals.personalAccount,
];

/** `scope`: which right; null where Google does not tell. */
export function scopeNotGranted(scope: string | null): Refusal {
  return {
    status: 'denied',
    reason: 'the permission was not granted',
    actor: 'user',
    step: 'Connect Google Workspace again and leave every box ticked when Google asks what Plumbline may see.',
    ...(scope !== null && { scope }),
  };
}

/** What Google calls the APIs on the page where they are switched on. */
const APIS: Readonly<Record<string, string>> = {
  'admin.googleapis.com': 'Admin SDK API',
  'drive.googleapis.com': 'Google Drive API',
  'people.googleapis.com': 'People API',
  'sheets.googleapis.com': 'Google Sheets API',
};

/** `service` as Google names it; anything that is not one of ours is not repeated. */
export function apiNotEnabled(service: string): Refusal {
  const api = APIS[service];
  const place =
    api === undefined
      ? 'console.cloud.google.com/apis/library, search for Admin SDK API, Google Drive API, People API and Google Sheets API'
      : `console.cloud.google.com/apis/library/${service}`;
  return {
    status: 'denied',
    reason: api === undefined ? 'an interface of Google is switched off' : `the ${api} is switched off`,
    actor: 'user',
    step: `Open ${place}, choose the project in which you made Plumbline's client, and press Enable. It works a few minutes later.`,
  };
}
