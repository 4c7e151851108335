/**
 * Names, labels and paths come from files that anybody may have written. What a terminal would obey instead of
 * show (escape sequences, bells, line breaks) or what turns the reading direction is shown as its code; the two
 * joiners stay, because words of some languages need them.
 */
export function printable(text: string): string {
  return text.toWellFormed().replaceAll(/(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, codeOf);
}

function codeOf(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u{${code}}`;
}
