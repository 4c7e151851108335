import type { FieldFact } from '../contract/fact.js';
import type { Refusal } from '../contract/refusal.js';
import { changedShape } from '../kit/guard/refusals.js';
import { refusedError } from './hubspot-api.js';
import type { CrmRecord } from './record.schema.js';
import { notGiven } from './shortfalls.js';

/** Makes rows of records: one cell for each field, in their order. Plain loops: an account has millions of cells. */
export class Rows {
  /** The properties to ask for. */
  readonly names: readonly string[];
  private readonly missing = new Set<string>();
  /** Where the record's id stands; it is no property of it. */
  private readonly idAt: number;

  constructor(readonly fields: readonly FieldFact[]) {
    this.names = fields.map(({ name }) => name);
    this.idAt = fields.findIndex(({ role }) => role === 'record_id');
  }

  /** Throws a ReadRefusedError for a value of a form that HubSpot's never have. */
  of({ id, properties }: CrmRecord): readonly string[] {
    const row: string[] = [];
    for (let at = 0; at < this.names.length; at += 1) {
      const name = this.names[at] ?? '';
      const value = at === this.idAt ? id : properties[name];
      if (typeof value === 'string') {
        row.push(value);
        continue;
      }
      if (value === undefined) this.missing.add(name);
      else if (value !== null) throw refusedError(changedShape('HubSpot', `results[].properties.${name}`));
      row.push('');
    }
    return row;
  }

  /** Properties that were not in the answers at all: an unset one comes as null. */
  get shortfall(): Refusal | null {
    return this.missing.size === 0 ? null : notGiven([...this.missing]);
  }
}
