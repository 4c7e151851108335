import type { DocumentSection } from './document-part.js';

/** A whole document before it has a format: what a business signs, files, or hands to somebody who asks. */
export interface PlainDocument {
  /** What it is: "Data Usage Policy". */
  readonly kind: string;
  readonly organization: string;
  /** Lines below the name: what it is as of, what it is made from. */
  readonly standing: readonly string[];
  readonly sections: readonly DocumentSection[];
  readonly signatures: Signatures | null;
  /** At the foot of every page. */
  readonly foot: string;
  /** It is meant to fit one sheet of paper, if its words can be read then. */
  readonly isOnePage: boolean;
  readonly paper: 'A4' | 'LETTER';
}

export interface Signatures {
  readonly pledge: string;
  /** One line for each: an address, or "" for a name to be written by hand. */
  readonly signatories: readonly string[];
}

/** Where letters are written on Letter paper; everywhere else, and where no country is named, it is A4. */
const LETTER_COUNTRIES = new Set([
  'US',
  'CA',
  'MX',
  'CL',
  'CO',
  'CR',
  'DO',
  'GT',
  'PA',
  'PH',
  'PR',
  'SV',
  'VE',
]);

/** The paper of a country, as ISO 3166 has it in two letters. */
export function paperOf(country: string | null): PlainDocument['paper'] {
  return country !== null && LETTER_COUNTRIES.has(country) ? 'LETTER' : 'A4';
}

/** Sections that stand one below the other, and those that stand side by side. */
export type SectionBlock =
  | { readonly kind: 'full'; readonly section: DocumentSection }
  | {
      readonly kind: 'columns';
      readonly left: readonly DocumentSection[];
      readonly right: readonly DocumentSection[];
    };

export function blocksOf(sections: readonly DocumentSection[]): readonly SectionBlock[] {
  const blocks: SectionBlock[] = [];
  for (const section of sections) {
    const last = blocks.at(-1);
    if (section.column === undefined) blocks.push({ kind: 'full', section });
    else {
      const open = last?.kind === 'columns' ? last : { kind: 'columns' as const, left: [], right: [] };
      const grown = { ...open, [section.column]: [...open[section.column], section] };
      blocks.splice(open === last ? -1 : blocks.length, 1, grown);
    }
  }
  return blocks;
}
