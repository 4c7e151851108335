/** Signs that steer the direction of writing: in a name they would turn the words beside it around. */
const DIRECTION_SIGNS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** What is no sign to read, but for the tab and the line break. */
const CONTROLS = /(?![\t\n])\p{Cc}|\p{Cs}|[\uFFF9-\uFFFB]/gu;

/** A text of anybody as it may stand in a document: right-to-left letters stay, and turn nothing else around. */
export function readable(text: string): string {
  return text.replace(DIRECTION_SIGNS, '').replace(CONTROLS, '\uFFFD');
}
