import { sensitivityOf } from '#connectors/contract/category.js';
import type { FieldFact, RecordsFact } from '#connectors/contract/fact.js';
import type { FieldClassifier } from '../classify/classifier.js';
import type { InventoryField } from '../engine/inventory.js';
import type { NoteReader } from './notes/note-reader.js';
import { NotesTally } from './notes/notes-tally.js';
import { hasWords, NO_NOTES, type NoteCells, noteCellsOf } from './notes/which-cells.js';
import { type Reference, referenceTo } from './subjects/references.js';
import { SAMPLE_SIZE } from './subjects/tally.js';
import { ValueSample } from './value-sample.js';

interface Profile {
  fact: FieldFact;
  filled: number;
  /** Records of files that have the column. */
  offered: number;
  readonly sample: ValueSample;
  /** Made with the first note. */
  notes: NotesTally | null;
}

/** Reads the notes among the cells. */
export interface NoteReading {
  readonly reader: NoteReader;
  /** Records that are named; absent: as many as a finding keeps. */
  readonly sampleSize?: number;
}

/** Turns the records of one system into one profile per field, while they stream by. Values end here. */
export class FieldProfiles {
  private readonly profiles = new Map<string, Profile>();
  /** Records per object and list: fill rates are over all files together (E28). */
  private readonly records = new Map<string, number>();
  private readonly noteCells = new WeakMap<FieldFact, NoteCells>();

  /** `notes` is null where nobody judges what stands in them. */
  constructor(private readonly notes: NoteReading | null) {}

  addField(fact: FieldFact): void {
    this.profileOf(fact);
  }

  addRecords(records: RecordsFact): void {
    // Nobody can empty, or fill, a field of somebody who is not there.
    if (records.tombstones === true) return;
    const { fields, rows, object, list } = records;
    const profiles = fields.map((field) => this.profileOf(field));
    const key = objectKey(object, list);
    this.records.set(key, (this.records.get(key) ?? 0) + rows.length);
    for (const profile of new Set(profiles)) profile.offered += rows.length;
    const noteCells = fields.map((field) => this.noteCellsOf(field));
    // Where the tool says what a field holds, nobody has to look.
    const samples = fields.map((field, column) =>
      field.category === undefined ? profiles[column]?.sample : undefined,
    );
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at];
      if (row === undefined) continue;
      for (let column = 0; column < profiles.length; column += 1) {
        const value = row[column];
        const profile = profiles[column];
        if (value === undefined || profile === undefined || value.length === 0) continue;
        const trimmed = value.trim();
        if (trimmed.length === 0) continue;
        profile.filled += 1;
        samples[column]?.add(trimmed);
        const cells = noteCells[column] ?? NO_NOTES;
        if (trimmed.length >= cells.shortest && hasWords(trimmed, cells.fewestWords)) {
          this.addNote(profile, trimmed, records, at);
        }
      }
    }
  }

  /** One verdict per field; the samples are dropped with this object. */
  classified(classify: FieldClassifier): readonly InventoryField[] {
    return [...this.profiles]
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([, profile]) => this.classifiedField(profile, classify));
  }

  private addNote(profile: Profile, cell: string, records: RecordsFact, at: number): void {
    if (this.notes === null) return;
    profile.notes ??= new NotesTally(this.notes.sampleSize ?? SAMPLE_SIZE);
    profile.notes.addNote();
    const kinds = this.notes.reader.kindsIn(cell);
    if (kinds !== 0) profile.notes.addFind(kinds, referenceIn(records, at));
  }

  /** Once for each field of each file. */
  private noteCellsOf(fact: FieldFact): NoteCells {
    const known = this.noteCells.get(fact);
    if (known !== undefined) return known;
    const cells = this.notes === null ? NO_NOTES : noteCellsOf(fact);
    this.noteCells.set(fact, cells);
    return cells;
  }

  private classifiedField(profile: Profile, classify: FieldClassifier): InventoryField {
    const { fact, filled, offered, sample, notes } = profile;
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
    return {
      object,
      list,
      name,
      label,
      type,
      custom,
      ...verdict,
      records: fact.unread ? 0 : records,
      filled,
      ...(offered < records && { offered }),
      ...(notes && { notes: notes.measure(this.notes?.reader.allowedIn(fact) ?? 0) }),
    };
  }

  private profileOf(fact: FieldFact): Profile {
    const key = JSON.stringify([fact.object, fact.list ?? null, fact.name]);
    let profile = this.profiles.get(key);
    if (!profile) {
      profile = { fact, filled: 0, offered: 0, sample: new ValueSample(), notes: null };
      this.profiles.set(key, profile);
    } else if (fact.label < profile.fact.label) {
      // Two files may spell a header differently; which came first must not matter (law 6).
      profile.fact = fact;
    }
    return profile;
  }
}

/** Where a person finds the record of row `at`: by its id, else by file and row. */
function referenceIn({ fields, rows, file, lines }: RecordsFact, at: number): Reference | null {
  const id = fields.findIndex(({ role }) => role === 'record_id');
  return referenceTo(rows[at]?.[id] ?? '', file ?? '', lines?.[at] ?? 0);
}

function objectKey(object: string, list: string | undefined): string {
  return JSON.stringify([object, list ?? null]);
}
