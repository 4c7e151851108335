/**
 * The path of a file without the dates and ids in its names (law 2): next month's export of the same list is the same
 * part, and a part that is missing next time is not an absence.
 */
export function partName(path: string): string {
  return path.split('/').map(stripped).join('/');
}

/**
 * What an exported list of unknown origin is known by (E20): its path as it stands, or without the dates in its names
 * where there are any, so that next month's download is the same list.
 */
export function listPath(path: string): string {
  const part = partName(path);
  return part === path.toLowerCase() ? path : part;
}

function stripped(name: string): string {
  const end = /(\.[a-z]{1,5}(#\d+)?)$/i.exec(name)?.[1] ?? '';
  const stem = name
    .slice(0, name.length - end.length)
    .replaceAll(/\(\d+\)|\b\d{1,4}([-_.]\d{1,2}){1,2}([-_.T ]\d{1,2}){0,3}\b/g, ' ')
    .split(/([\s_,-]+)/)
    .filter((word) => !isDateOrId(word))
    .join('')
    .replaceAll(/[\s_,-]{2,}/g, (gap) => gap.charAt(0))
    .replaceAll(/^[\s_,-]+|[\s_,-]+$/g, '');
  return (stem === '' ? 'file' : stem.toLowerCase()) + end.toLowerCase();
}

const MONTH =
  /^(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/i;

function isDateOrId(word: string): boolean {
  return /^\d+$/.test(word) || /^(?=.*\d)[0-9a-f]{6,}$/i.test(word) || MONTH.test(word);
}
