/** A header as a name (E20): NFKC, lower case, single spaces. */
export function plainName(header: string): string {
  return header.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

/** A header that comes again gets `#2`, `#3` ... (E27). */
export function numberRepeats(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}#${String(count)}`;
  });
}
