import { renderToBuffer } from '@react-pdf/renderer';
import { pdfLetters } from './pdf-fonts.js';
import { pdfPages } from './pdf-pages.js';
import { pdfSizes, type PdfSizes } from './pdf-style.js';
import type { PlainDocument } from './plain-document.js';
import { readable } from './readable-text.js';

/** The size of letters, in points: what should fit one sheet is tried from the largest on. */
const USUAL = 9;
const ON_ONE_PAGE: readonly number[] = [9, 8.5, 8, 7.6, 7.3, 7, 6.7, 6.4];

/** Said on every page, where it is so. */
const LACKING = 'A square stands for a letter that this PDF has no font for; the HTML shows it.';

/**
 * A document as a PDF: its fonts are in it, and the same document and instant give the same bytes. What should fit one
 * sheet and does not, in letters that can be read, takes several of the usual size.
 */
export async function documentAsPdf(given: PlainDocument, createdAt: Date): Promise<Uint8Array> {
  const { printable, lacks } = await pdfLetters();
  const shown = (text: string) => printable(readable(text).replaceAll(/\s+/gu, ' '));
  const isLacking = lacks(readable(JSON.stringify(given)));
  const document = isLacking ? { ...given, foot: `${given.foot} · ${LACKING}` } : given;
  const inSizes = (sizes: PdfSizes) => renderToBuffer(pdfPages(document, { createdAt, sizes, shown }));
  const onOnePage = document.isOnePage
    ? await largestOnOnePage((size) => inSizes(pdfSizes(size, true)))
    : null;
  return onOnePage ?? inSizes(pdfSizes(USUAL, false));
}

/** Null where not even the smallest letters fit. Halves what is left to try: each try is a whole document. */
async function largestOnOnePage(inSize: (size: number) => Promise<Uint8Array>): Promise<Uint8Array | null> {
  let best: Uint8Array | null = null;
  let sizes = ON_ONE_PAGE;
  while (sizes.length > 0) {
    const middle = Math.floor(sizes.length / 2);
    const bytes = await inSize(sizes[middle] ?? USUAL);
    const fits = pagesOf(bytes) === 1;
    if (fits) best = bytes;
    sizes = fits ? sizes.slice(0, middle) : sizes.slice(middle + 1);
  }
  return best;
}

/** Every page of a PDF is an object of its own, and none of them is compressed. */
function pagesOf(bytes: Uint8Array): number {
  return [
    ...Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/\/Type \/Page\b/gu),
  ].length;
}
