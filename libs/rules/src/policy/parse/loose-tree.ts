/** Looks into a policy that may have anything anywhere: what has another shape counts as empty. */
export type Block = Readonly<Record<string, unknown>>;

export function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asBlock(value: unknown): Block {
  return isBlock(value) ? value : {};
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The texts among `value` or its entries, trimmed. */
export function asTexts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value])
    .filter((entry) => typeof entry === 'string')
    .map((entry) => entry.trim());
}
