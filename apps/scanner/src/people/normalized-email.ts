/** One text for every way of writing an address: how persons are told apart. */
export function normalizedEmail(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase();
}
