import { inFigures, timeInWords } from './dates.js';

export const exportsWords = {
  title: 'Exports',
  lead: 'Tools that Plumbline does not log in to are read from the files that they export. Hand them over here for the next scan.',
  memory:
    'Files are kept in memory only, never on the disk: they are gone when a scan has read them, after an hour, or when Plumbline stops.',
  drop: 'Drop files or a folder here',
  or: 'CSV, Excel or ZIP, as they come from the tool. Files in folders keep the names of their folders.',
  choose: 'Choose files',
  sending: 'On its way …',
  waiting: 'Waiting for the next scan',
  none: 'No file waits',
  noneStep: 'A scan now reads what is connected, and the folder of your exports if there is one.',
  size: (bytes: number) =>
    bytes < 1_000_000
      ? `${inFigures(Math.ceil(bytes / 1_000))} KB`
      : `${inFigures(Math.round(bytes / 100_000) / 10)} MB`,
  keptUntil: (instant: string) => `kept until ${timeInWords(instant)}`,
  remove: 'Remove',
  removeNamed: (name: string) => `Remove ${name}`,
  notSent: 'Not handed over',
  where: 'Where to find them',
  whereLead: 'Open the tool, and choose what stands beside it. Nothing needs to be changed in the files.',
  files: [
    [
      'HubSpot',
      'Contacts > Export view, all properties. Who has access: Settings > Users & Teams > Export users.',
    ],
    ['Mailchimp', 'Audience > All contacts > Export audience. It comes as a ZIP, and can stay one.'],
    [
      'QuickBooks',
      'Reports > Customer Contact List, and Sales by Customer Detail for all dates: each has an export at its top right.',
    ],
    [
      'Google Workspace',
      'Google Contacts > Export > Google CSV. Who has access: Admin console > Directory > Users > Download users.',
    ],
    [
      'People who asked to be deleted',
      'A CSV file with the columns email and date, with the name that stands after erasures: in the policy. It is compared and forgotten, like every other file.',
    ],
    ['Any other list', 'Save it as CSV or Excel, and name it in the policy under files: of a system.'],
  ] as const,
  viewer: 'Handing over files is for admins and owners.',
};
