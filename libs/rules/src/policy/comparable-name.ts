/** A name as it is compared everywhere: compatibility characters unfolded, single spaces, lower case (E4, E8). */
export function comparableName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
