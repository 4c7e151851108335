/** A record of the books as the interface gives it. Members without a value are left out. */
export type BookRecord = Readonly<Record<string, unknown>> & {
  readonly Id: string;
  readonly MetaData: {
    readonly CreateTime: string;
    readonly LastUpdatedTime: string;
    readonly LastModifiedByRef?: Reference;
  };
};

/** One kind of record, in the order of its ids. Records are made when asked for, always the same. */
export interface EntityType {
  readonly name: string;
  /** Lists of names hide inactive records unless they are asked for. */
  readonly isNameList: boolean;
  count(): number;
  at(place: number): BookRecord;
  /** What enhanced custom fields a record has; absent: the entity has none. */
  readonly enhancedFields?: (place: number) => readonly unknown[];
}

export interface Reference {
  readonly value: string;
  readonly name?: string;
}

export const COMMON = { domain: 'QBO', sparse: false } as const;
export const USD: Reference = { value: 'USD', name: 'United States Dollar' };
