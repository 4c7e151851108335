/** The colours of a printed page; the same as on the screen (`page-style.ts`). */
export const INK = {
  text: '#23262b',
  soft: '#646b75',
  line: '#dfe2e6',
  accent: '#1f5c4d',
  open: '#8a5a00',
  openPaper: '#fdf6e7',
  bad: '#a12a2a',
  badPaper: '#fcf0f0',
  plainPaper: '#f5f6f7',
} as const;

/** Letters in points, from the size of the text. */
export interface PdfSizes {
  readonly text: number;
  readonly small: number;
  readonly heading: number;
  readonly title: number;
  readonly head: number;
  /** Between paragraphs and rows, and below a section. */
  readonly gap: number;
  readonly section: number;
  readonly lineHeight: number;
  /** Around the page. */
  readonly margin: number;
  /** Above a line to sign on. */
  readonly signing: number;
}

export function pdfSizes(text: number, isOnePage: boolean): PdfSizes {
  return {
    text,
    small: text * 0.88,
    heading: text * 1.22,
    title: text * (isOnePage ? 2 : 2.3),
    head: text * 0.8,
    gap: text * (isOnePage ? 0.15 : 0.4),
    section: text * (isOnePage ? 0.65 : 1.6),
    lineHeight: isOnePage ? 1.22 : 1.35,
    margin: isOnePage ? 22 : 44,
    signing: text * (isOnePage ? 2.3 : 3.6),
  };
}
