import { z } from 'zod';

/** What can be made of what is stored, and as what; the first is for reading on a screen. */
export const DOCUMENT_FORMATS = {
  policy: ['html', 'pdf'],
  notice: ['html', 'pdf'],
  ropa: ['html', 'pdf', 'csv'],
  questionnaire: ['html', 'pdf'],
  audit: ['html', 'pdf'],
  weekly: ['html'],
} as const;

export const documentKinds = ['policy', 'notice', 'ropa', 'questionnaire', 'audit', 'weekly'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentFormats = ['html', 'pdf', 'csv'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

export interface WantedDocument {
  /** The id of the organization. */
  readonly organization: string;
  readonly kind: DocumentKind;
  readonly format: DocumentFormat;
}

/** What the process that writes a document says at its end: the document, or what a person has to do first. */
export const WrittenDocument = z.union([
  z.object({ content: z.instanceof(Uint8Array) }),
  z.object({ message: z.string(), step: z.string() }),
]);
export type WrittenDocument = z.infer<typeof WrittenDocument>;
