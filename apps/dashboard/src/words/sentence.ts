/** "to see who left" as "To see who left." */
export function asSentence(text: string): string {
  const begun = text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
  return /[.!?]$/u.test(begun) ? begun : `${begun}.`;
}
