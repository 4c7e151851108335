import { customProperty, type PropertyDefinition } from './property.js';

const NAME = /^wish_(\d+)$/u;

/** What somebody added over the years and forgot: so many properties, all alike. */
export function furtherProperties(count: number, createdAt: string): readonly PropertyDefinition[] {
  return Array.from({ length: Math.max(0, count) }, (_, place) =>
    customProperty({ name: `wish_${place + 1}`, label: `Wish ${place + 1}`, type: 'string' }, createdAt),
  );
}

/** The value of one of these; undefined: the property is another one. */
export function furtherValue(property: string, person: number): string | null | undefined {
  const place = NAME.exec(property)?.[1];
  if (place === undefined) return undefined;
  return (person + Number(place)) % 3 === 0 ? `kind ${person % 17}` : null;
}
