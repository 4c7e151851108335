/** Who can open a file, beside its owner. Addresses stand for people or groups. */
export type Sharing =
  | { readonly with: 'anyone' | 'anyone-with-link' }
  | { readonly with: 'domain'; readonly domain: string; readonly isFound?: boolean }
  | { readonly with: 'person' | 'group'; readonly email: string; readonly role?: 'writer' | 'commenter' };

/** A file that the bakery really has. */
export interface OfficeFile {
  readonly name: string;
  readonly type: 'sheet' | 'xlsx' | 'csv' | 'document' | 'pdf' | 'image' | 'folder' | 'shortcut';
  /** The place of the owner among the staff; null: it lies in the shared drive. */
  readonly owner: number | null;
  readonly sharing: readonly Sharing[];
  /** Sheets only: tabs with their first rows. */
  readonly tabs?: readonly SheetTab[];
  readonly isTrashed?: true;
  /** Days before the first day of the bakery. */
  readonly changedBefore: number;
}

export interface SheetTab {
  readonly title: string;
  readonly isHidden?: true;
  readonly rows: readonly (readonly (string | number | boolean)[])[];
  /** How many rows the tab has altogether. */
  readonly rowCount: number;
}

const LINK: Sharing = { with: 'anyone-with-link' };
const JO = 'jo@pixelpantry.example';
const TEAM: Sharing = { with: 'group', email: 'team@sweetcrumb.example' };

/** Shared too far, shared rightly, and harmless: what a scanner must tell apart. */
export const officeFiles: readonly OfficeFile[] = [
  {
    // The one to find: everybody's birthday, for anybody who has the link.
    name: 'Customer list 2026',
    type: 'sheet',
    owner: 0,
    sharing: [LINK],
    tabs: [
      {
        title: 'Customers',
        rows: [
          ['First name', 'Last name', 'Email', 'Phone', 'Birthday', 'Notes'],
          ['Ada', 'Becker', 'ada.becker@example.com', '+1 201-555-0100', '1971-03-02', 'no nuts'],
        ],
        rowCount: 812,
      },
    ],
    changedBefore: 12,
  },
  {
    // The web designer still has it.
    name: 'Catering orders',
    type: 'sheet',
    owner: 1,
    sharing: [
      TEAM,
      { with: 'person', email: 'sam@sweetcrumb.example', role: 'writer' },
      { with: 'person', email: JO, role: 'writer' },
    ],
    tabs: [
      {
        title: 'Orders',
        rows: [['Event date', 'Customer name', 'Phone', 'Email', 'Guests', 'Allergies', 'Notes']],
        rowCount: 96,
      },
    ],
    changedBefore: 2,
  },
  {
    // An uploaded workbook: its first row cannot be read through the Sheets API.
    name: 'catering list 2023 (old).xlsx',
    type: 'xlsx',
    owner: 0,
    sharing: [{ with: 'domain', domain: 'ledgerpartners.example' }],
    changedBefore: 1000,
  },
  { name: 'weihnachtsmarkt-kunden.csv', type: 'csv', owner: 0, sharing: [LINK], changedBefore: 350 },
  {
    // Its own tab is harmless; a hidden one is a list of customers.
    name: 'Newsletter drafts',
    type: 'sheet',
    owner: 2,
    sharing: [{ with: 'anyone' }, TEAM],
    tabs: [
      { title: 'Ideas', rows: [['Month', 'Topic', 'Picture']], rowCount: 40 },
      {
        title: "Maria's list",
        isHidden: true,
        rows: [['Name', 'E-mail', 'Signed up', 'City']],
        rowCount: 530,
      },
    ],
    changedBefore: 31,
  },
  {
    // For the suppliers' group, in which nobody but Tom is from here.
    name: 'Wholesale contacts',
    type: 'sheet',
    owner: 1,
    sharing: [
      { with: 'group', email: 'suppliers@sweetcrumb.example' },
      // As a writer she is told with whom it is shared.
      { with: 'person', email: 'maria@sweetcrumb.example', role: 'writer' },
    ],
    tabs: [
      {
        title: 'Sheet1',
        rows: [['Company', 'Contact person', 'Telephone', 'Email', 'Delivery address']],
        rowCount: 61,
      },
    ],
    changedBefore: 77,
  },
  {
    // In the shared drive: no `permissions` in the list; permissions.list tells of the outsider.
    name: 'Wedding clients',
    type: 'sheet',
    owner: null,
    sharing: [{ with: 'person', email: 'ruth.amsel@example.org' }],
    tabs: [
      {
        title: 'Clients',
        rows: [['Couple', 'Wedding date', 'Email', 'Phone', 'Budget']],
        rowCount: 54,
      },
    ],
    changedBefore: 20,
  },
  {
    // Harmless, and public on purpose.
    name: 'Price list',
    type: 'sheet',
    owner: 0,
    sharing: [{ with: 'anyone' }],
    tabs: [
      {
        title: 'Prices',
        rows: [
          ['Product', 'Size', 'Price', 'Shelf life (days)'],
          ['Sourdough loaf', '800 g', 8.5, 4],
        ],
        rowCount: 24,
      },
    ],
    changedBefore: 48,
  },
  { name: 'Autumn menu.pdf', type: 'pdf', owner: 2, sharing: [{ with: 'anyone' }, TEAM], changedBefore: 60 },
  { name: 'Shop window.jpg', type: 'image', owner: 2, sharing: [LINK], changedBefore: 90 },
  { name: 'Press kit', type: 'folder', owner: 2, sharing: [LINK, TEAM], changedBefore: 200 },
  {
    // It only sounds like customers: an opinion poll without names.
    name: 'Customer survey results',
    type: 'sheet',
    owner: 2,
    sharing: [LINK, TEAM],
    tabs: [{ title: 'Answers', rows: [['Question', 'Yes', 'No', 'Comment']], rowCount: 12 }],
    changedBefore: 140,
  },
  {
    // Nobody wrote into it yet.
    name: 'New customers',
    type: 'sheet',
    owner: 0,
    sharing: [LINK],
    tabs: [{ title: 'Sheet1', rows: [], rowCount: 1000 }],
    changedBefore: 5,
  },
  {
    // Within the house, one of whose domains is another one.
    name: 'Customer phone numbers',
    type: 'sheet',
    owner: 4,
    sharing: [
      { with: 'domain', domain: 'sweetcrumb-catering.example' },
      { with: 'person', email: 'maria@sweetcrumb.example' },
    ],
    tabs: [{ title: 'Sheet1', rows: [['Name', 'Phone']], rowCount: 300 }],
    changedBefore: 15,
  },
  {
    // Lena's alone, for anybody with the link: in Maria's list it does not stand, only whoever reads as Lena finds it.
    name: 'Subscribers August',
    type: 'sheet',
    owner: 2,
    sharing: [LINK],
    tabs: [{ title: 'Sheet1', rows: [['Email', 'First name', 'Birthday']], rowCount: 1240 }],
    changedBefore: 86,
  },
  {
    // Thrown away, and listed unless somebody asks for trashed=false.
    name: 'Old customers',
    type: 'sheet',
    owner: 0,
    sharing: [LINK],
    tabs: [{ title: 'Sheet1', rows: [['Name', 'Email']], rowCount: 120 }],
    isTrashed: true,
    changedBefore: 500,
  },
  {
    // From outside, shared with Maria: it is not ours, and she may not see who else has it.
    name: 'Market stalls 2026',
    type: 'sheet',
    owner: -1,
    sharing: [{ with: 'person', email: 'maria@sweetcrumb.example' }],
    tabs: [{ title: 'Stalls', rows: [['Stall', 'Business', 'Contact', 'Phone']], rowCount: 44 }],
    changedBefore: 25,
  },
  {
    name: 'Customer list 2026',
    type: 'shortcut',
    owner: 1,
    sharing: [{ with: 'person', email: 'maria@sweetcrumb.example' }],
    changedBefore: 11,
  },
];
