import type { PropertyDefinition } from '../properties/property.js';

/** A record of HubSpot's CRM, wherever its values come from. */
export interface CrmRecord {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archivedAt: string | null;
  /** Null: unset, or no such property. */
  value(property: string): string | null;
}

/** One type of object in the account: its properties, and its records by place. */
export interface CrmObjectType {
  /** As in paths: `contacts`. */
  readonly name: string;
  /** As in paths too: `0-1`. */
  readonly typeId: string;
  readonly singular: string;
  /** Returned when no property is asked for; some always. */
  readonly defaultProperties: readonly string[];
  /** All definitions, archived ones too. */
  readonly properties: () => readonly PropertyDefinition[];
  readonly count: (archived: boolean) => number;
  /** The record at a place; places are in the order of ids. */
  readonly record: (place: number, archived: boolean) => CrmRecord;
  /** The place of an id, or of the next larger one. */
  readonly placeOf: (id: string, archived: boolean) => number;
  /** Which of the record's properties are searched by `query`. */
  readonly searchedText: readonly string[];
}

/** Ids in a row with gaps, as a real account has them. */
export interface IdRow {
  readonly first: number;
  readonly step: number;
}

export function idAt({ first, step }: IdRow, place: number): string {
  return String(first + place * step);
}

export function placeOfId({ first, step }: IdRow, id: string): number {
  return Math.max(0, Math.ceil((Number(id) - first) / step));
}
