const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
};

/** The first `longest` code units without accents, case kept: "Straße n°1" gives "Strasse n1". Linear. */
export function foldText(text: string, longest: number): string {
  return text
    .slice(0, longest)
    .normalize('NFKD')
    .slice(0, longest * 2)
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßẞæÆœŒøØłŁđĐı]/g, (letter) => LETTERS[letter] ?? letter);
}
