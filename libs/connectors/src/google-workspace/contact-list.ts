import { BugError } from '../contract/error.js';
import type { Refusal } from '../contract/refusal.js';
import type { FieldFact, RecordsFact, Source } from '../contract/fact.js';
import type { VendorSession } from '../contract/vendor-access.js';
import type { ResourceEnd } from '../kit/read-resource.js';
import { googleContactFields } from '../kit/vendor-fields/google-contact.js';
import { contactCells, joined, PERSON_FIELDS } from './contact-cells.js';
import { googleCalls } from './google-calls.js';
import { googlePages } from './google-read.js';
import { rights } from './google-rights.js';
import { type Contact, ContactsPage, OwnFieldsPage } from './people.schema.js';
import { refusals } from './refusals.js';

const OBJECT = 'contact';
/** A name that somebody typed once is more likely a note than a field. */
const LEAST_CONTACTS = 2;

/** A field with where its value stands in a contact. */
interface Column {
  readonly field: FieldFact;
  readonly cell: (contact: Contact) => string;
}

/** The contacts of the person who connected. First the fields, then the records. */
export class ContactList {
  private columns: readonly Column[] | null = null;
  private problem: unknown = null;

  constructor(
    private readonly session: VendorSession,
    private readonly source: Source,
  ) {}

  async *fields(): AsyncGenerator<FieldFact, ResourceEnd> {
    const { source, session } = this;
    const count: Count = { seen: new Set(), total: 0 };
    try {
      const names = await ownFieldNames(session, count);
      this.columns = [...vendorColumns(source), ...ownColumns(names, source)];
    } catch (error) {
      this.problem = error;
      throw error;
    }
    for (const { field } of this.columns) yield field;
    return endOf(count);
  }

  async *records(): AsyncGenerator<RecordsFact, ResourceEnd> {
    const { columns, source, session } = this;
    if (columns === null) {
      throw this.problem ?? new BugError({ message: 'Records were asked for before their fields' });
    }
    const fields = columns.map(({ field }) => field);
    const count: Count = { seen: new Set(), total: 0 };
    for await (const contacts of contactPages(session, count)) {
      const fresh = contacts.filter(({ resourceName }) => !count.seen.has(resourceName));
      for (const { resourceName } of fresh) count.seen.add(resourceName);
      const rows = fresh.map((contact) => columns.map(({ cell }) => cell(contact)));
      if (rows.length > 0) yield { kind: 'records', source, object: OBJECT, fields, rows };
    }
    return endOf(count);
  }
}

/** How many contacts came, and how many there are by Google's own count. */
interface Count {
  readonly seen: Set<string>;
  total: number;
}

function endOf({ seen, total }: Count): ResourceEnd {
  return seen.size < total ? { shortfall: CONTACTS_LEFT_OUT } : {};
}

const CONTACTS_LEFT_OUT: Refusal = { ...refusals.listIncomplete, status: 'partial' };

function vendorColumns(source: Source): readonly Column[] {
  const id: FieldFact = {
    kind: 'field',
    source,
    object: OBJECT,
    name: 'resourceName',
    label: '',
    type: 'string',
    custom: false,
    category: 'none',
    role: 'record_id',
  };
  return [
    { field: id, cell: ({ resourceName }) => resourceName },
    ...contactCells.map(([name, label, values]): Column => {
      const known = googleContactFields.find((field) => field.name === name);
      const field: FieldFact = {
        kind: 'field',
        source,
        object: OBJECT,
        name,
        label,
        type: 'string',
        custom: false,
        ...(known?.category !== undefined && { category: known.category }),
        ...(known?.role !== undefined && { role: known.role }),
      };
      return { field, cell: (contact) => joined(values(contact)) };
    }),
  ];
}

/** A field for each name that people gave to fields of their own; what has no such name is one field together. */
function ownColumns(names: ReadonlyMap<string, string>, source: Source): readonly Column[] {
  const column = (name: string, label: string, isIts: (key: string) => boolean): Column => ({
    field: { kind: 'field', source, object: OBJECT, name, label, type: 'string', custom: true },
    cell: ({ userDefined = [] }) =>
      joined(userDefined.filter(({ key = '' }) => isIts(plain(key))).map(({ value }) => value)),
  });
  return [
    ...[...names]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, label]) => column(name, label, (key) => key === name)),
    column('userDefined', 'Custom fields', (key) => !names.has(key)),
  ];
}

/** Names of fields of their own, with one way in which they are written. */
async function ownFieldNames(session: VendorSession, count: Count): Promise<ReadonlyMap<string, string>> {
  const holders = new Map<string, Set<string>>();
  const labels = new Map<string, string>();
  for await (const contacts of ownFieldPages(session, count)) {
    for (const { resourceName, userDefined = [] } of contacts) {
      count.seen.add(resourceName);
      for (const { key = '' } of userDefined) {
        const name = plain(key);
        if (!isFieldName(name)) continue;
        const known = holders.get(name);
        if (known) known.add(resourceName);
        else holders.set(name, new Set([resourceName]));
        const label = labels.get(name);
        if (label === undefined || key.trim() < label) labels.set(name, key.trim());
      }
    }
  }
  const named = [...labels].filter(([name]) => (holders.get(name)?.size ?? 0) >= LEAST_CONTACTS);
  return new Map(named);
}

const VENDOR_NAMES = new Set([
  'resourcename',
  'userdefined',
  ...contactCells.map(([name]) => name.toLowerCase()),
]);

/** What looks like an address or a number is somebody's value in the wrong place (law 1). */
function isFieldName(name: string): boolean {
  return name !== '' && name.length <= 80 && !VENDOR_NAMES.has(name) && !/@|\d{3}/u.test(name);
}

function plain(key: string): string {
  return key.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/gu, ' ');
}

const LIST = { pageSize: 1000, sortOrder: 'LAST_MODIFIED_ASCENDING' } as const;

function contactPages(session: VendorSession, count: Count): AsyncGenerator<readonly Contact[], void> {
  const personFields = PERSON_FIELDS.join(',');
  const fields = `nextPageToken,totalItems,connections(resourceName,${personFields})`;
  return googlePages(session, rights.contacts, ContactsPage, {
    call: (page) => googleCalls.contacts({ ...LIST, personFields, fields, ...page }),
    items: (answer) => counted(answer, count),
  });
}

function ownFieldPages(
  session: VendorSession,
  count: Count,
): AsyncGenerator<readonly Pick<Contact, 'resourceName' | 'userDefined'>[], void> {
  const fields = 'nextPageToken,totalItems,connections(resourceName,userDefined)';
  return googlePages(session, rights.contacts, OwnFieldsPage, {
    call: (page) => googleCalls.contacts({ ...LIST, personFields: 'userDefined', fields, ...page }),
    items: (answer) => counted(answer, count),
  });
}

function counted<Item>(
  {
    connections = [],
    totalItems = 0,
  }: { connections?: readonly Item[] | undefined; totalItems?: number | undefined },
  count: Count,
): readonly Item[] {
  count.total = Math.max(count.total, totalItems);
  return connections;
}
