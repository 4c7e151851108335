import { Column } from 'typeorm';

const JSON_TEXT = 'simple-json';

/** Text; dates are YYYY-MM-DD, instants ISO 8601 in UTC, so that both sort as text in every database. */
export function TextColumn(name: string): PropertyDecorator {
  return Column({ type: 'text', name });
}

export function OptionalTextColumn(name: string): PropertyDecorator {
  return Column({ type: 'text', name, nullable: true });
}

export function WholeNumberColumn(name: string): PropertyDecorator {
  return Column({ type: 'integer', name });
}

export function OptionalWholeNumberColumn(name: string): PropertyDecorator {
  return Column({ type: 'integer', name, nullable: true });
}

/** Plain data, kept as JSON text: the one place that knows how a database keeps JSON. */
export function JsonColumn(name: string): PropertyDecorator {
  return Column({ type: JSON_TEXT, name });
}

export function OptionalJsonColumn(name: string): PropertyDecorator {
  return Column({ type: JSON_TEXT, name, nullable: true });
}

/** Whether a column was made with `JsonColumn` or `OptionalJsonColumn`. */
export function isJsonColumn({ type }: { readonly type: unknown }): boolean {
  return type === JSON_TEXT;
}
