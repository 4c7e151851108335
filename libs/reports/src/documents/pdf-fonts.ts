import { Font } from '@react-pdf/renderer';
import { fontFiles } from '../fonts/font-files.js';
import { LONGEST_WORD, PIECE } from './column-shares.js';
import { FONTS } from './pdf-pages.js';

const [TEXT = '', OTHER_SCRIPTS = ''] = FONTS;

/** What we ask of a font; its types leave it open. */
interface Letters {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

/** Where a letter is in no font; both have it. */
const NO_LETTER = '\u25A1';

Font.register({
  family: TEXT,
  fonts: [{ src: fontFiles.regular }, { src: fontFiles.semiBold, fontWeight: 600 }],
});
Font.register({
  family: OTHER_SCRIPTS,
  fonts: [{ src: fontFiles.otherScripts }, { src: fontFiles.otherScriptsBold, fontWeight: 600 }],
});
// No syllables: names and addresses are not English. What is too long is broken anywhere: ids, names without spaces.
Font.registerHyphenationCallback((word) =>
  word.length <= LONGEST_WORD ? [word] : [...(word.match(new RegExp(`[^]{1,${PIECE}}`, 'gu')) ?? [])],
);

/** What the fonts can print. */
export interface PdfLetters {
  /** A sign that no font has is a square. */
  readonly printable: (text: string) => string;
  /** Whether a text has such signs. */
  readonly lacks: (text: string) => boolean;
}

/** Loads the fonts at the first call. */
export async function pdfLetters(): Promise<PdfLetters> {
  const families = [TEXT, OTHER_SCRIPTS];
  await Promise.all(
    families.flatMap((fontFamily) => [
      Font.load({ fontFamily, fontWeight: 400 }),
      Font.load({ fontFamily, fontWeight: 600 }),
    ]),
  );
  const fonts = families.map(
    (fontFamily) => Font.getFont({ fontFamily, fontWeight: 400 }).data as Letters | null,
  );
  const hasLetter = (codePoint: number) =>
    fonts.some((font) => font?.hasGlyphForCodePoint(codePoint) === true);
  const known = new Map<string, string>();
  const print = (sign: string): string => {
    const made = known.get(sign) ?? (hasLetter(sign.codePointAt(0) ?? 0) ? sign : NO_LETTER);
    known.set(sign, made);
    return made;
  };
  return {
    printable: (text) => Array.from(text, print).join(''),
    lacks: (text) => Array.from(text).some((sign) => sign !== NO_LETTER && print(sign) === NO_LETTER),
  };
}
