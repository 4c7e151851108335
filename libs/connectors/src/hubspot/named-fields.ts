/** Tells the fields that a person named, by name or label, without case. */
export function namedFields(
  names: readonly string[],
): (field: { readonly name: string; readonly label: string }) => boolean {
  const named = new Set(names.map(comparable));
  return ({ name, label }) => named.size > 0 && (named.has(comparable(name)) || named.has(comparable(label)));
}

function comparable(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/gu, ' ');
}
