import { Column } from 'typeorm';

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

/** Plain data, kept as JSON text: the one place that knows how a database keeps JSON. */
export function JsonColumn(name: string): PropertyDecorator {
  return Column({ type: 'simple-json', name });
}
