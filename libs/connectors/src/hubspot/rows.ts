import type { FieldFact } from '../contract/fact.js';
import type { Refusal } from '../contract/refusal.js';
import { changedShape } from '../kit/guard/refusals.js';
import { refusedError } from './hubspot-api.js';
import type { CrmRecord } from './record.schema.js';
import { notGiven } from './shortfalls.js';

/** Makes rows of records: one cell for each field, in their order. */
export class Rows {
  /** The properties to ask for. */
  readonly names: readonly string[];
  private readonly missing = new Set<string>();

  constructor(readonly fields: readonly FieldFact[]) {
    this.names = fields.map(({ name }) => name);
  }

  /** Throws a ReadRefusedError for a value of a form that HubSpot's never have. */
  of({ id, properties }: CrmRecord): readonly string[] {
    return this.fields.map(({ name, role }) => {
      if (role === 'record_id') return id;
      const value = properties[name];
      if (typeof value === 'string') return value;
      if (value === undefined) this.missing.add(name);
      else if (value !== null) throw refusedError(changedShape('HubSpot', `results[].properties.${name}`));
      return '';
    });
  }

  /** Properties that were not in the answers at all: an unset one comes as null. */
  get shortfall(): Refusal | null {
    return this.missing.size === 0 ? null : notGiven([...this.missing]);
  }
}
