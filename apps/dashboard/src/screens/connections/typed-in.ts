/** What was typed into a line of a form, without the spaces around it; "" if there is no such line. */
export function typedIn(typed: FormData, name: string): string {
  const value = typed.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
