import type { Capability, ConnectorId } from '#connectors/contract/fact.js';

const HANDMADE =
  'copy it by hand into a file with the columns name,email,role, and name that file under files: of the system in the policy';

const HUBSPOT_CONTACTS =
  'In HubSpot: Contacts > Export view, with all properties on all records, as CSV or XLSX.';
const MAILCHIMP_AUDIENCE =
  'In Mailchimp: Audience > All contacts > Export audience; the zip can go in as it is.';
const QUICKBOOKS_REPORTS =
  'In QuickBooks: Reports > Customer Contact List, and Reports > Sales by Customer Detail for all dates; export both.';
const GOOGLE_CONTACTS = 'In Google Contacts: Export > Google CSV.';
const ANY_FILE =
  'Export the list from its tool as CSV or XLSX, and name the file under files: of the system in the policy.';

/** Where the export is that fills a gap: one step for the owner, for each kind of tool and what it can tell. */
const STEPS: Readonly<Record<ConnectorId, Readonly<Record<Capability, string>>>> = {
  hubspot: {
    fields: HUBSPOT_CONTACTS,
    records: HUBSPOT_CONTACTS,
    people: 'In HubSpot: Settings > Users & Teams > Export users (a super admin can do this).',
    apps: 'HubSpot has no export of its connected apps. Look through Settings > Integrations > Connected apps yourself.',
  },
  mailchimp: {
    fields: MAILCHIMP_AUDIENCE,
    records: MAILCHIMP_AUDIENCE,
    people: `In Mailchimp: Account & billing > Settings > Users. There is no export: ${HANDMADE}.`,
    apps: 'Mailchimp has no export of its connected apps. Look through Account & billing > Extras > Authorized applications yourself.',
  },
  quickbooks: {
    fields: QUICKBOOKS_REPORTS,
    records: QUICKBOOKS_REPORTS,
    people:
      'In QuickBooks: Settings (the gear) > Manage users. There is no export: copy the table with its column titles into a spreadsheet and save it as CSV.',
    apps: 'QuickBooks has no export of its connected apps. Look through Apps > My apps yourself.',
  },
  'google-workspace': {
    fields: GOOGLE_CONTACTS,
    records: GOOGLE_CONTACTS,
    people: 'In the Google Admin console: Directory > Users > Download users, as CSV with all columns.',
    apps: 'In the Google Admin console: Security > Access and data control > API controls > Manage third-party app access > Accessed apps, download the list as CSV.',
  },
  exports: {
    fields: ANY_FILE,
    records: ANY_FILE,
    people: `Look up the users in the settings of the tool; ${HANDMADE}.`,
    apps: 'Look through the connected apps in the settings of the tool yourself.',
  },
};

/** What the owner does to supply what was not there. */
export function supplyStep(connector: ConnectorId, capability: Capability): string {
  return STEPS[connector][capability];
}

/** What the owner does so that an export holds all columns, not the chosen ones. */
export function allColumnsStep(connector: ConnectorId): string {
  switch (connector) {
    case 'hubspot':
      return 'In HubSpot: Contacts > Export view, choose all properties instead of those in your view, and scan again.';
    case 'quickbooks':
      return 'In QuickBooks: open the report, Customize > Rows/Columns, tick every column, export it and scan again.';
    case 'mailchimp':
    case 'google-workspace':
    case 'exports':
      return 'Export it again with all columns, and scan again.';
  }
}
