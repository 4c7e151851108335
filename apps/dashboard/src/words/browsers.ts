const NAMES = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;

const SYSTEMS = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'Mac'],
  ['CrOS', 'Chromebook'],
  ['Linux', 'Linux'],
] as const;

/** "Firefox on Windows", for what a browser calls itself; that itself, where it is none of these. */
export function browserInWords(text: string): string {
  const name = NAMES.find(([mark]) => text.includes(`${mark}/`))?.[1];
  const system = SYSTEMS.find(([mark]) => text.includes(mark))?.[1];
  if (name === undefined) return text === '' ? 'A browser that does not say which' : text;
  return system === undefined ? name : `${name} on ${system}`;
}
