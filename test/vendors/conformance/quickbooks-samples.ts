import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Recorded {
  readonly interactions: readonly {
    readonly response: { readonly status: number; readonly body: unknown };
  }[];
}
interface Faults {
  readonly faults: Readonly<Record<string, { readonly status: number; readonly body: object }>>;
}

/** What a value is in JSON. */
type Kind = 'list' | 'string' | 'number' | 'boolean' | 'object' | 'nothing';

/** Answers of Intuit's own servers that were recorded, as kinds of values by place: `Customer.BillAddr.City`. */
export class QuickbooksSamples {
  private readonly kinds = new Map<string, Set<Kind>>();
  private readonly errors: readonly { readonly status: number; readonly shape: string }[];
  /** Names beside the records of an answer to a query. */
  readonly beside = new Set<string>();

  /** `folder` holds recorded answers in `recorded`, and error bodies in `faults.json`. */
  constructor(folder: string) {
    for (const name of readdirSync(path.join(folder, 'recorded'))) {
      const { interactions } = read(path.join(folder, 'recorded', name)) as Recorded;
      for (const { response } of interactions) if (response.status === 200) this.take(response.body);
    }
    const { faults } = read(path.join(folder, 'faults.json')) as Faults;
    this.errors = Object.values(faults).map(({ status, body }) => ({ status, shape: shapeOf(body) }));
  }

  /** Whether such a member was ever recorded: `Invoice.CustomField`. */
  hasSeen(place: string): boolean {
    return this.kinds.has(place);
  }

  /** Members of a record that come as another kind of value than was recorded. */
  differencesOf(entity: string, record: unknown): readonly string[] {
    const found = new Map<string, Set<Kind>>();
    collect(entity, record, found);
    return [...found].flatMap(([place, kinds]) => {
      const recorded = this.kinds.get(place);
      const others = recorded === undefined ? [] : [...kinds].filter((kind) => !recorded.has(kind));
      return others.map(
        (kind) => `${place} was recorded as ${[...(recorded ?? [])].join(', ')}, not ${kind}`,
      );
    });
  }

  /** Whether an error body of this form is known with this status. */
  knowsError(status: number, body: unknown): boolean {
    const shape = shapeOf(body);
    return this.errors.some((one) => one.status === status && one.shape === shape);
  }

  private take(body: unknown): void {
    if (!isObject(body)) return;
    const response = body['QueryResponse'];
    for (const [name, value] of Object.entries(isObject(response) ? response : body)) {
      if (name === 'time') continue;
      if (isObject(response) && !Array.isArray(value)) this.beside.add(name);
      for (const record of Array.isArray(value) ? value : [value]) {
        if (isObject(record)) collect(name, record, this.kinds);
      }
    }
  }
}

function collect(place: string, value: unknown, into: Map<string, Set<Kind>>): void {
  into.set(place, (into.get(place) ?? new Set()).add(kindOf(value)));
  if (Array.isArray(value)) for (const one of value) collect(`${place}.*`, one, into);
  else if (isObject(value))
    for (const [name, part] of Object.entries(value)) collect(`${place}.${name}`, part, into);
}

function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  const kind = typeof value;
  return kind === 'string' || kind === 'number' || kind === 'boolean' ? kind : 'object';
}

/** Names and kinds in order, without values and without the time, which some recorded errors lack. */
function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(shapeOf))].join()}]`;
  if (!isObject(value)) return kindOf(value);
  const members = Object.entries(value)
    // A recorded error has an empty element, another one none.
    .filter(([name]) => name !== 'time' && name !== 'element')
    .map(([name, part]) => `${name}:${shapeOf(part)}`);
  return `{${members.toSorted().join()}}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
