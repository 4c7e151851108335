/** Words of every export of an audience, which tell one list from another as little as dates do (E20). */
const NOT_A_NAME =
  /^(non|un|non-?subscribed|unsubscribed|subscribed|cleaned|archived|transactional|pending|members?|contacts?|e?mails?|audiences?|exports?|segments?|lists?|csv|zip|copy|of|the|all|download(ed)?|mailchimp|\d+)$/;
const MONTH = /^(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*$/;

/**
 * What tells a list from others, in its name or in that of a file of it: without dates, ids and the words that every
 * export has; lower case. Null if nothing is left: such a list is known by its system (E20).
 */
export function tellingName(name: string): string | null {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\.(csv|tsv|zip|xlsx)(#\d+)?$/, '')
    .split(/[\s_()[\].,-]+/)
    .filter((word) => word !== '' && !NOT_A_NAME.test(word) && !MONTH.test(word) && !isId(word));
  return words.length === 0 ? null : words.join(' ');
}

/** `a1b2c3d4e5`, `us21`, `2026w47`: letters and digits mixed as people do not. */
function isId(word: string): boolean {
  return /^(?=.*\d)[0-9a-f]{6,}$/.test(word) || /^\d{4}(q|w|kw)?\d*$/.test(word) || /^us\d+$/.test(word);
}
