import type { Capability, ConnectorId } from '#connectors/contract/fact.js';

/** Where an export is found: a step for the owner, or null where the tool offers none. */
type Steps = Readonly<Record<Capability, string | null>>;

const HUBSPOT_CONTACTS = 'in HubSpot, Contacts > Export view, with all properties, as CSV or XLSX.';
const MAILCHIMP_AUDIENCE =
  'in Mailchimp, Audience > All contacts > Export audience; the zip can go in as it is.';
const QUICKBOOKS_REPORTS =
  'in QuickBooks, Reports > Customer Contact List, and Sales by Customer Detail for all dates; export both.';
const GOOGLE_CONTACTS = 'in Google Contacts, Export > Google CSV.';
const ANY_FILE = 'export it as CSV or XLSX, and name the file under files: of this system in the policy.';

const STEPS: Readonly<Record<ConnectorId, Steps>> = {
  hubspot: {
    fields: HUBSPOT_CONTACTS,
    records: HUBSPOT_CONTACTS,
    people: 'in HubSpot, Settings > Users & Teams > Export users (a super admin can do this).',
    apps: null,
    files: null,
    payees: null,
  },
  mailchimp: {
    fields: MAILCHIMP_AUDIENCE,
    records: MAILCHIMP_AUDIENCE,
    people:
      'in Mailchimp, Account & billing > Settings > Users. Copy it by hand into a file with the columns name,email,role, and name the file under files: of this system in the policy.',
    apps: null,
    files: null,
    payees: null,
  },
  quickbooks: {
    fields: QUICKBOOKS_REPORTS,
    records: QUICKBOOKS_REPORTS,
    people:
      'in QuickBooks, the gear > Manage users. Copy the table with its column titles into a spreadsheet and save it as CSV.',
    apps: null,
    files: null,
    payees: null,
  },
  'google-workspace': {
    fields: GOOGLE_CONTACTS,
    records: GOOGLE_CONTACTS,
    people: 'in the Google Admin console, Directory > Users > Download users, as CSV with all columns.',
    apps: 'in the Google Admin console, Security > Access and data control > API controls > Manage third-party app access > Accessed apps, download the list as CSV.',
    files: null,
    payees: null,
  },
  exports: {
    fields: ANY_FILE,
    records: ANY_FILE,
    people:
      'write down who can open it in a file with the columns name,email,role, and name the file under files: of this system in the policy.',
    apps: null,
    files: null,
    payees: null,
  },
};

/** What the owner does to supply what was not there; null where the tool has no list to download. */
export function supplyStep(connector: ConnectorId, capability: Capability): string | null {
  return STEPS[connector][capability];
}

/** The screen that shows what can not be downloaded; null where there is no such screen. */
export function appsScreen(connector: ConnectorId): string | null {
  return APPS_SCREENS[connector];
}

const APPS_SCREENS: Readonly<Record<ConnectorId, string | null>> = {
  hubspot: 'in HubSpot under Settings > Integrations > Connected apps',
  mailchimp: 'in Mailchimp under Account & billing > Extras > Authorized applications',
  quickbooks: 'in QuickBooks under Apps > My apps',
  'google-workspace': null,
  exports: null,
};

/** What the owner does so that an export holds all columns, not the chosen ones. */
export function allColumnsStep(connector: ConnectorId): string {
  return ALL_COLUMNS[connector];
}

const ALL_COLUMNS: Readonly<Record<ConnectorId, string>> = {
  hubspot: HUBSPOT_CONTACTS,
  mailchimp: MAILCHIMP_AUDIENCE,
  quickbooks: 'in QuickBooks, open the report, customize it, tick every column, and export it again.',
  'google-workspace': GOOGLE_CONTACTS,
  exports: 'export it again with all columns.',
};
