import type { SimulatedBakery } from '../../bakery/simulated-bakery.js';
import { md5, shortId } from '../mailchimp-ids.js';
import { timesOf } from './member-times.js';
import { bakeryMembers, furtherMembers, personOf, type PlannedMember } from './member-plan.js';
import type { Status } from './statuses.js';

const NAMES = [
  'Sweet Crumb Bakery',
  'Cake club',
  'Bread club',
  'Market stall',
  'Counter sign-up',
  'Wedding cakes',
  'Baking classes',
  'Wholesale',
  'Christmas orders',
  'Coffee cards',
  'Old newsletter',
  'Neighbours',
] as const;

/** By place, and no object for each, so that a million members need little room. */
interface Columns {
  readonly persons: number[];
  readonly lines: number[];
  readonly statuses: Status[];
  readonly changed: number[];
  /** NaN: none. */
  readonly optedIn: number[];
  readonly signedUp: number[];
  readonly gone: Set<number>;
  /** Changed while the account is running. */
  readonly moved: Set<number>;
}

/** One audience. Its members have places from 0 that never change; whoever is deleted leaves an empty one. */
export class Audience {
  readonly number: number;
  readonly id: string;
  readonly webId: number;
  readonly name: string;
  /** Grows with every change, so that nobody remembers what was found before. */
  version = 0;
  private readonly bakery: SimulatedBakery;
  private readonly audiences: number;
  private known: Columns | null = null;
  private placesByName: ReadonlyMap<string, number> | null = null;

  /** The `number`-th of `audiences`; 0 is the bakery's own. */
  constructor(bakery: SimulatedBakery, number: number, audiences: number) {
    this.bakery = bakery;
    this.number = number;
    this.audiences = audiences;
    this.id = shortId(`audience ${number}`);
    this.webId = 105_107 + number * 4;
    const round = Math.floor(number / NAMES.length);
    this.name = `${NAMES[number % NAMES.length] ?? ''}${round === 0 ? '' : ` ${round + 1}`}`;
  }

  get size(): number {
    return this.columns.persons.length;
  }

  member(place: number): PlannedMember {
    const { persons, lines } = this.columns;
    const [person, line] = [persons[place], lines[place]];
    if (person === undefined || line === undefined) throw new Error('The audience has no such member.');
    return { person, line, status: this.status(place) };
  }

  status(place: number): Status {
    return this.columns.statuses[place] ?? 'archived';
  }

  /** `imported`: the instant at which everybody was changed, but for those who were changed since. */
  changed(place: number, imported: number | null = null): number {
    const { changed, moved } = this.columns;
    return (moved.has(place) ? null : imported) ?? changed[place] ?? 0;
  }

  /** NaN where the member never confirmed. */
  optedIn(place: number): number {
    return this.columns.optedIn[place] ?? Number.NaN;
  }

  /** NaN where nobody knows. */
  signedUp(place: number): number {
    return this.columns.signedUp[place] ?? Number.NaN;
  }

  isGone(place: number): boolean {
    return this.columns.gone.has(place);
  }

  /** How many have that status. */
  count(status: Status): number {
    return this.columns.statuses.filter((one, place) => one === status && !this.isGone(place)).length;
  }

  /** The place of a member by MD5 of her address, by the address itself or by her contact id. */
  placeOf(name: string): number | null {
    this.placesByName ??= this.names();
    const place = this.placesByName.get(name.includes('@') ? md5(name.toLowerCase()) : name.toLowerCase());
    return place === undefined || this.isGone(place) ? null : place;
  }

  contactId(place: number): string {
    return md5(`contact ${this.id} ${this.member(place).person}`);
  }

  /** Somebody signs up who was nowhere before. */
  join(at: number): void {
    const { columns, bakery } = this;
    let person = Math.max(bakery.size - 1, ...columns.persons.slice(-1)) + 1;
    while (bakery.customer(person).email === null) person += 1;
    columns.persons.push(person);
    columns.lines.push(person);
    columns.statuses.push('subscribed');
    columns.changed.push(at);
    columns.optedIn.push(at);
    columns.signedUp.push(at);
    columns.moved.add(columns.persons.length - 1);
    this.placesByName = null;
    this.version += 1;
  }

  /** Something of her profile is changed. */
  edit(place: number, at: number): void {
    this.columns.changed[place] = at;
    this.columns.moved.add(place);
    this.version += 1;
  }

  archive(place: number, at: number): void {
    this.columns.statuses[place] = 'archived';
    this.edit(place, at);
  }

  /** For good: no trace is left. */
  delete(place: number): void {
    this.columns.gone.add(place);
    this.version += 1;
  }

  private get columns(): Columns {
    this.known ??= this.planned();
    return this.known;
  }

  private planned(): Columns {
    const { bakery, number } = this;
    const columns: Columns = {
      persons: [],
      lines: [],
      statuses: [],
      changed: [],
      optedIn: [],
      signedUp: [],
      gone: new Set(),
      moved: new Set(),
    };
    const members = number === 0 ? bakeryMembers(bakery) : furtherMembers(bakery, number, this.audiences);
    for (const member of members) {
      const times = timesOf(personOf(bakery, member), member, bakery.setting);
      columns.persons.push(member.person);
      columns.lines.push(member.line);
      columns.statuses.push(member.status);
      columns.changed.push(times.changed);
      columns.optedIn.push(times.optedIn ?? Number.NaN);
      columns.signedUp.push(times.signedUp ?? Number.NaN);
    }
    return columns;
  }

  private names(): ReadonlyMap<string, number> {
    const { bakery } = this;
    const names = new Map<string, number>();
    for (let place = 0; place < this.size; place += 1) {
      const { email } = personOf(bakery, this.member(place));
      names.set(md5((email ?? '').toLowerCase()), place);
      names.set(this.contactId(place), place);
    }
    return names;
  }
}
