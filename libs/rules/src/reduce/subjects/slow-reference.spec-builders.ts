/**
 * The join as anybody would write it who has ten customers and all day: nested loops over plain objects, straight from
 * E8 to E14 and docs/decisions/0008. It shares no code with the real one.
 */
export interface PlainRecord {
  readonly system: string;
  readonly list: string | null;
  readonly isSale: boolean;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly own: string;
  readonly created: string;
  readonly activity: string;
  readonly optIn: string;
  /** "" none, "undated", or a day. */
  readonly optOut: string;
  readonly isMarketed: boolean;
  readonly isTombstone: boolean;
  readonly purchase: string;
  readonly isUndatedPurchase: boolean;
  readonly lines: number;
}

export interface PlainFeed {
  readonly system: string;
  readonly from: string;
  readonly to: string;
}

export interface PlainBusiness {
  readonly asOf: string;
  readonly systems: readonly string[];
  readonly unreadable: readonly string[];
  readonly hasSales: boolean;
  readonly salesFeed: PlainFeed | null;
  readonly activityFeeds: readonly PlainFeed[];
  readonly records: readonly PlainRecord[];
  readonly erasures: readonly { readonly email: string; readonly phone: string; readonly date: string }[];
}

interface Person {
  readonly records: PlainRecord[];
  readonly erased: string[];
  readonly emails: Set<string>;
  readonly owns: Set<string>;
  readonly phones: Set<string>;
  isOfStaff: boolean;
  readonly maybe: Set<Person>;
}

export interface Expected {
  readonly retention: readonly Readonly<Record<string, number>>[];
  readonly consent: readonly Readonly<Record<string, number | string>>[];
  readonly deletions: Readonly<Record<string, number>>;
}

const ROLES = new Set(['info', 'office', 'sales']);

export function slowReference(business: PlainBusiness): Readonly<Record<string, Expected>> {
  const persons = personsOf(business).filter(({ isOfStaff }) => !isOfStaff);
  return Object.fromEntries(
    business.systems.map((system) => [
      system,
      {
        retention: [
          retention(business, persons, system, 'customers', system === 'books' ? 84 : 24),
          retention(business, persons, system, 'leads', 12),
        ],
        consent: consent(persons, business, system),
        deletions: deletions(business, persons, system),
      },
    ]),
  );
}

function email(raw: string): string {
  let [local = '', domain = ''] = raw.trim().toLowerCase().split('@');
  local = local.split('+')[0] ?? '';
  if (domain === 'googlemail.com') domain = 'gmail.com';
  if (domain === 'gmail.com') local = local.split('.').join('');
  return `${local}@${domain}`;
}

function phone(raw: string): string {
  return raw.replaceAll(/[^0-9]/g, '').slice(-10);
}

function own(raw: string): string {
  return (raw.split(':')[0] ?? '').trim().toLowerCase();
}

function isStaff(raw: string): boolean {
  return raw.toLowerCase().includes('sweetcrumb.example');
}

function personsOf({ records, erasures }: PlainBusiness): readonly Person[] {
  const isShared = (key: string, keysOf: (record: PlainRecord) => readonly string[]): boolean => {
    for (const one of records) {
      const holders = records.filter(
        (other) =>
          !other.isSale &&
          other.system === one.system &&
          other.list === one.list &&
          keysOf(other).includes(key),
      );
      if (holders.length > 5) return true;
    }
    return false;
  };
  const emailsOf = (record: PlainRecord) => record.emails.filter((one) => one !== '').map(email);
  const phonesOf = (record: PlainRecord) => record.phones.filter((one) => one !== '').map(phone);
  const usableEmails = (emails: readonly string[]) =>
    new Set(emails.filter((one) => !ROLES.has(one.split('@')[0] ?? '') && !isShared(one, emailsOf)));
  const usablePhones = (phones: readonly string[]) =>
    new Set(phones.filter((one) => !isShared(one, phonesOf)));

  let persons: Person[] = [];
  for (const record of records) {
    const person: Person = {
      records: [record],
      erased: [],
      emails: usableEmails(emailsOf(record)),
      owns: new Set(record.own === '' ? [] : [`${record.system} ${own(record.own)}`]),
      phones: usablePhones(phonesOf(record)),
      isOfStaff: record.emails.some(isStaff),
      maybe: new Set(),
    };
    if (record.isSale && person.emails.size + person.owns.size + person.phones.size === 0) continue;
    // Staff is nobody's record, and whoever it joins by address or own key is staff too.
    if (person.isOfStaff && person.emails.size + person.owns.size === 0) continue;
    persons.push(person);
  }
  for (const request of erasures) {
    const emails = usableEmails(request.email === '' ? [] : [email(request.email)]);
    const phones = usablePhones(request.phone === '' ? [] : [phone(request.phone)]);
    if (emails.size + phones.size === 0) continue;
    persons.push({
      records: [],
      erased: [request.date === '' ? '9999-99-99' : request.date],
      emails,
      owns: new Set(),
      phones,
      isOfStaff: isStaff(request.email) && emails.size > 0,
      maybe: new Set(),
    });
  }

  persons = mergeWhile(
    persons,
    (one, other) => overlap(one.emails, other.emails) || overlap(one.owns, other.owns),
  );
  const addressed = persons.filter(({ emails }) => emails.size > 0);
  const loners = mergeWhile(
    persons.filter(({ emails }) => emails.size === 0),
    (one, other) => overlap(one.phones, other.phones),
  );
  const owners = loners.map((loner) => addressed.filter((person) => overlap(person.phones, loner.phones)));
  const left: Person[] = [];
  loners.forEach((loner, at) => {
    const [owner, ...others] = owners[at] ?? [];
    if (owner && others.length === 0) absorb(owner, loner);
    else {
      left.push(loner);
      for (const one of owners[at] ?? []) {
        if (one.isOfStaff || loner.isOfStaff) continue;
        one.maybe.add(loner);
        loner.maybe.add(one);
      }
    }
  });
  return [...addressed, ...left];
}

function mergeWhile(start: readonly Person[], isSame: (one: Person, other: Person) => boolean): Person[] {
  const persons = [...start];
  for (let again = true; again;) {
    again = false;
    for (let i = 0; i < persons.length && !again; i += 1) {
      for (let j = i + 1; j < persons.length && !again; j += 1) {
        const [one, other] = [persons[i], persons[j]];
        if (one && other && isSame(one, other)) {
          absorb(one, other);
          persons.splice(j, 1);
          again = true;
        }
      }
    }
  }
  return persons;
}

function absorb(one: Person, other: Person): void {
  one.records.push(...other.records);
  one.erased.push(...other.erased);
  for (const each of other.emails) one.emails.add(each);
  for (const each of other.owns) one.owns.add(each);
  for (const each of other.phones) one.phones.add(each);
  one.isOfStaff ||= other.isOfStaff;
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((each) => other.has(each));
}

/** Everybody whose dates count for a person. */
function couldBe(person: Person): readonly PlainRecord[] {
  return [person, ...person.maybe].flatMap(({ records }) => records);
}

function last(days: readonly string[], asOf: string): string {
  return (
    days
      .map((day) => (day > asOf ? asOf : day))
      .toSorted()
      .at(-1) ?? ''
  );
}

function isCustomer(person: Person): boolean {
  return couldBe(person).some(
    ({ system, isSale, purchase, isUndatedPurchase }) =>
      (system === 'books' && !isSale) || purchase !== '' || isUndatedPurchase,
  );
}

/** By hand: the same day so many months later, or the last of that month. */
function later(day: string, count: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const months = year * 12 + (month - 1) + count;
  const [y, m] = [Math.floor(months / 12), (months % 12) + 1];
  const isLeap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const longest = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1] ?? 31;
  return `${y}-${String(m).padStart(2, '0')}-${String(Math.min(date, longest)).padStart(2, '0')}`;
}

function isFresh(feed: PlainFeed, asOf: string): boolean {
  return (Date.parse(asOf) - Date.parse(feed.to)) / 86_400_000 <= 35;
}

function salesReading({ unreadable, salesFeed, hasSales, asOf, records }: PlainBusiness): PlainFeed | null {
  const ofBooks = records.filter(({ system }) => system === 'books');
  // Names alone tell nobody outside the books who bought.
  if (ofBooks.some((sale) => sale.isSale && sale.own !== '') && ofBooks.every(({ isSale }) => isSale))
    return null;
  if (unreadable.includes('books') || !hasSales || salesFeed === null || !isFresh(salesFeed, asOf))
    return null;
  return { ...salesFeed, to: salesFeed.to > asOf ? asOf : salesFeed.to };
}

function activityReading(business: PlainBusiness): PlainFeed | null {
  const { unreadable, activityFeeds, asOf } = business;
  const sales = salesReading(business);
  if (unreadable.length > 0 || sales === null) return null;
  const feeds = [sales, ...activityFeeds];
  if (feeds.some((feed) => !isFresh(feed, asOf))) return null;
  const ends = feeds.map(({ to }) => (to > asOf ? asOf : to)).toSorted();
  const starts = feeds.map(({ from }) => from).toSorted();
  return { system: '', from: starts.at(-1) ?? '', to: ends[0] ?? '' };
}

/** Records, or lines of sales where there is no record. */
function heldIn(person: Person, system: string): number {
  const here = person.records.filter((record) => record.system === system && !record.isTombstone);
  const staff = here.filter((record) => !record.emails.some(isStaff));
  const records = staff.filter(({ isSale }) => !isSale);
  return records.length > 0 ? records.length : staff.reduce((sum, { lines }) => sum + lines, 0);
}

function retention(
  business: PlainBusiness,
  persons: readonly Person[],
  system: string,
  kind: 'customers' | 'leads',
  term: number,
): Readonly<Record<string, number>> {
  const counts = { held: 0, unjudged: 0, overdue: 0, overdueRecords: 0, undated: 0, undatedRecords: 0 };
  const sales = salesReading(business);
  const activity = activityReading(business);
  const window = kind === 'customers' ? sales : activity;
  for (const person of persons) {
    const held = heldIn(person, system);
    if (held === 0 || isCustomer(person) !== (kind === 'customers')) continue;
    counts.held += 1;
    const all = couldBe(person);
    const bought = last(
      all.map(({ purchase }) => purchase),
      business.asOf,
    );
    const did = last(
      all.flatMap(({ activity: a, optIn }) => [a, optIn]),
      business.asOf,
    );
    const made = last(
      all.map(({ created }) => created),
      business.asOf,
    );
    const trigger = kind === 'customers' ? bought : last([bought, did], business.asOf);
    const other = kind === 'customers' ? last([did, made], business.asOf) : made;
    let verdict = 'unjudged';
    if (business.unreadable.includes(system) || window === null || sales === null) verdict = 'unjudged';
    else if (all.some(({ isUndatedPurchase }) => isUndatedPurchase)) verdict = 'unjudged';
    else if (trigger !== '') verdict = later(trigger, term) <= window.to ? 'overdue' : 'kept';
    else if (activity === null) verdict = 'unjudged';
    else {
      const isLong = later(window.from, term) <= window.to;
      const isRecent = other !== '' && later(other, term) > window.to;
      if (other === '' && (kind === 'leads' || !isLong)) verdict = 'undated';
      else if (isLong) verdict = isRecent ? 'kept' : 'overdue';
    }
    if (verdict === 'unjudged') counts.unjudged += 1;
    if (verdict === 'overdue')
      [counts.overdue, counts.overdueRecords] = [counts.overdue + 1, counts.overdueRecords + held];
    if (verdict === 'undated')
      [counts.undated, counts.undatedRecords] = [counts.undated + 1, counts.undatedRecords + held];
  }
  return counts;
}

function consent(
  persons: readonly Person[],
  { records, asOf }: PlainBusiness,
  system: string,
): readonly Readonly<Record<string, number | string>>[] {
  if (system === 'books') return [];
  const lists = [...new Set(records.filter((record) => record.system === system).map(({ list }) => list))];
  return lists
    .map((list) => {
      const counts = { list: list ?? '', marketed: 0, missing: 0, conflicts: 0 };
      for (const person of persons) {
        const here = person.records.filter(
          (record) => record.system === system && record.list === list && !record.emails.some(isStaff),
        );
        const marketed = here.filter((record) => record.isMarketed && !record.isTombstone);
        if (marketed.length === 0) continue;
        counts.marketed += 1;
        if (here.every(({ optIn }) => optIn === '')) counts.missing += 1;
        const outs = person.records
          .filter((record) => record.system !== system && !record.emails.some(isStaff))
          .map(({ optOut }) => optOut)
          .filter((optOut) => optOut !== '');
        const stands = (optIn: string) =>
          outs.some((out) => out === 'undated' || optIn === '' || optIn <= (out > asOf ? asOf : out));
        if (marketed.some(({ optIn }) => stands(optIn))) counts.conflicts += 1;
      }
      return counts;
    })
    .toSorted((left, right) => (left.list < right.list ? -1 : 1));
}

function deletions(
  business: PlainBusiness,
  persons: readonly Person[],
  system: string,
): Readonly<Record<string, number>> {
  const counts = { requested: 0, unjudged: 0, deletedElsewhere: 0 };
  const sales = salesReading(business);
  // She may have bought or opted in where nobody looked.
  const isBlind = sales === null || ['crm', 'newsletter'].some((one) => business.unreadable.includes(one));
  for (const person of persons) {
    if (heldIn(person, system) === 0) continue;
    const all = couldBe(person);
    const bought = last(
      all.map(({ purchase }) => purchase),
      business.asOf,
    );
    if (system === 'books') {
      // Tax: kept for seven years, whoever asks.
      if (sales === null || all.some(({ isUndatedPurchase }) => isUndatedPurchase)) continue;
      if (bought !== '' && later(bought, 84) > sales.to) continue;
    }
    const optedIn = last(
      person.records.filter((record) => !record.emails.some(isStaff)).map(({ optIn }) => optIn),
      business.asOf,
    );
    const asked =
      [person, ...person.maybe]
        .flatMap(({ erased }) => erased)
        .toSorted()
        .at(-1) ?? '';
    const isErased = asked !== '' && last([bought, optedIn], business.asOf) <= asked;
    const isDeleted = business.systems.some((other) => {
      if (other === system) return false;
      const there = person.records.filter(
        (record) => record.system === other && !record.isSale && !record.emails.some(isStaff),
      );
      return there.length > 0 && there.every(({ isTombstone }) => isTombstone);
    });
    const isUnjudged = isErased && isBlind && asked !== '9999-99-99';
    if (isUnjudged) counts.unjudged += 1;
    if (isErased && !isUnjudged) counts.requested += 1;
    else if (isDeleted) counts.deletedElsewhere += 1;
  }
  return counts;
}
