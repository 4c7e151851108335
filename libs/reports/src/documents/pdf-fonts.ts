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

/** Makes of a text what the fonts can print: a sign that neither has is a square. Loads the fonts at the first call. */
export async function printableText(): Promise<(text: string) => string> {
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
  return (text) => Array.from(text, print).join('');
}
