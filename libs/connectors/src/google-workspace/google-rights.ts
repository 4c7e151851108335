import type { Capability } from '../contract/fact.js';
import type { CapabilitySheet } from '../contract/connector.js';

/** All but whom a business pays: Google keeps no books. */
export type GoogleCapability = Exclude<Capability, 'payees'>;

const AUTH = 'https://www.googleapis.com/auth/';

/**
 * The rights of each call, the narrowest that Google has for it.
 * https://developers.google.com/identity/protocols/oauth2/scopes
 */
export const rights = {
  users: `${AUTH}admin.directory.user.readonly`,
  adminRoles: `${AUTH}admin.directory.rolemanagement.readonly`,
  groups: `${AUTH}admin.directory.group.readonly`,
  domains: `${AUTH}admin.directory.domain.readonly`,
  auditLog: `${AUTH}admin.reports.audit.readonly`,
  appGrants: `${AUTH}admin.directory.user.security`,
  files: `${AUTH}drive.metadata.readonly`,
  sheets: `${AUTH}spreadsheets.readonly`,
  contacts: `${AUTH}contacts.readonly`,
} as const;

export type Right = (typeof rights)[keyof typeof rights];

const groupsFor = (reason: string, optional: string) => ({ scope: rights.groups, reason, optional });

const contacts: CapabilitySheet['scopes'] = [
  {
    scope: rights.contacts,
    reason: 'to count which fields of your contacts are filled, and to tell the same customer in other tools',
    optional: 'the address book of the person who connects is not looked at',
  },
];

/** What is read, and why each right is needed, as the owner is told. */
export const googleCapabilities = {
  fields: {
    reads: 'which fields the contacts of the person who connects have, and how many contacts fill them',
    scopes: contacts,
  },
  records: {
    reads: 'these contacts one by one, to find the same customers in your other tools; none is kept',
    scopes: contacts,
  },
  people: {
    reads: 'who can log in, with second factor, suspension, last login and administrator rights',
    scopes: [
      { scope: rights.users, reason: 'to see who has an account, and whether a password alone opens it' },
      {
        scope: rights.adminRoles,
        reason: 'to see who has which administrator rights',
        optional: 'of administrators it is only seen that they are some, not what they may do',
      },
      groupsFor(
        'to see who is an administrator because of a group',
        'administrators who are it through a group are not seen',
      ),
    ],
  },
  apps: {
    reads: 'which other companies’ apps your people let in, what these may reach and what they really read',
    scopes: [
      {
        scope: rights.auditLog,
        reason: 'to read from the log of the last 180 days which apps were let in, used and thrown out',
        optional: 'no app is seen, unless the next right is switched on',
      },
      {
        scope: rights.appGrants,
        reason:
          'to list every app each person let in, also those that were quiet for 180 days. Google has no right that only reads this list: the same right could throw apps out and log people out. Plumbline only reads, and refuses to send anything else',
        optional: 'apps that did nothing for 180 days are not seen',
        onlyIfChosen: true,
      },
    ],
  },
  files: {
    reads: 'which spreadsheets people outside your business can open; what stands in them is not read',
    scopes: [
      { scope: rights.files, reason: 'to see the names of files and who can open them, not what is in them' },
      {
        scope: rights.sheets,
        reason:
          'to read the first row of the spreadsheets that outsiders can open: it tells a list of customers from a price list. Nothing below the first row is read',
        optional: 'only the name of a file tells whether it looks like a list of customers',
      },
      {
        scope: rights.domains,
        reason: 'to know all of your own domains, so that colleagues are not taken for strangers',
        optional: 'people are yours only if their domain stands in your policy',
      },
      groupsFor(
        'to see whether outsiders are in a group that a file is shared with',
        'outsiders who are in one of your groups are not seen',
      ),
    ],
  },
} as const satisfies Readonly<Record<GoogleCapability, CapabilitySheet>>;
