import { sensitivityOf } from '#connectors/contract/category.js';
import type { FieldFact, RecordsFact } from '#connectors/contract/fact.js';
import type { FieldClassifier } from '../classify/classifier.js';
import type { InventoryField } from '../engine/inventory.js';
import { ValueSample } from './value-sample.js';

interface Profile {
  fact: FieldFact;
  filled: number;
  readonly sample: ValueSample;
}

/** Turns the records of one system into one profile per field, while they stream by. Values end here. */
export class FieldProfiles {
  private readonly profiles = new Map<string, Profile>();
  /** Records per object and list: fill rates are over all files together (E28). */
  private readonly records = new Map<string, number>();

  addField(fact: FieldFact): void {
    this.profileOf(fact);
  }

  addRecords({ fields, rows, object, list }: RecordsFact): void {
    const profiles = fields.map((field) => this.profileOf(field));
    const key = objectKey(object, list);
    this.records.set(key, (this.records.get(key) ?? 0) + rows.length);
    for (const row of rows) {
      for (let column = 0; column < profiles.length; column += 1) {
        const value = row[column];
        const profile = profiles[column];
        if (value === undefined || profile === undefined || value.length === 0) continue;
        const trimmed = value.trim();
        if (trimmed.length === 0) continue;
        profile.filled += 1;
        profile.sample.add(trimmed);
      }
    }
  }

  /** One verdict per field; the samples are dropped with this object. */
  classified(classify: FieldClassifier): readonly InventoryField[] {
    return [...this.profiles]
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([, profile]) => this.classifiedField(profile, classify));
  }

  private classifiedField({ fact, filled, sample }: Profile, classify: FieldClassifier): InventoryField {
    const { object, list = null, name, label, type, custom } = fact;
    const records = this.records.get(objectKey(object, fact.list)) ?? 0;
    const verdict = fact.category
      ? {
          category: fact.category,
          sensitivity: sensitivityOf(fact.category),
          confidence: 1,
          reason: 'The tool itself defines this field, and it is known what it holds.',
        }
      : classify({
          system: fact.source.connector,
          object,
          name,
          label,
          type,
          options: fact.options ?? [],
          sampleValues: sample.values(),
        });
    // What was not read is said of no record: neither full nor empty.
    return { object, list, name, label, type, custom, ...verdict, records: fact.unread ? 0 : records, filled };
  }

  private profileOf(fact: FieldFact): Profile {
    const key = JSON.stringify([fact.object, fact.list ?? null, fact.name]);
    let profile = this.profiles.get(key);
    if (!profile) {
      profile = { fact, filled: 0, sample: new ValueSample() };
      this.profiles.set(key, profile);
    } else if (fact.label < profile.fact.label) {
      // Two files may spell a header differently; which came first must not matter (law 6).
      profile.fact = fact;
    }
    return profile;
  }
}

function objectKey(object: string, list: string | undefined): string {
  return JSON.stringify([object, list ?? null]);
}
