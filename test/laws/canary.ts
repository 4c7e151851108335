import { createHash } from 'node:crypto';

/** Values that must appear nowhere, and the columns they stand in. */
export interface Canary {
  readonly what: string;
  readonly value: string;
}

export const canaries: readonly Canary[] = [
  { what: 'e-mail address', value: 'Canary.Quillfeather@zebra-nest.example' },
  { what: 'family name', value: 'Quillfeatherstone' },
  { what: 'phone number', value: '+1 (212) 555-0187' },
  { what: 'street', value: '9417 Xylophone Terrace' },
  { what: 'date of birth', value: '1967-09-13' },
  { what: 'note', value: 'allergic to wolframite dust since the spring' },
  { what: 'card number', value: '4242424242424242' },
  { what: 'social security number', value: '219-09-9999' },
  { what: 'purchase', value: 'Hummingbird wedding cake for Quillfeatherstone' },
  { what: 'password in a note', value: 'Wolframite-Sesame-7781' },
];

/** Everything a value could leave behind: plain, lower case, URL-encoded, base64 at each alignment, digits only, and as a hash. */
export function tracesOf({ value }: Canary): readonly string[] {
  const digits = value.replaceAll(/\D/gu, '');
  const spellings = [...new Set([value, value.toLowerCase(), value.toUpperCase(), value.trim()])];
  return [
    ...spellings,
    encodeURIComponent(value),
    encodeURIComponent(value.toLowerCase()),
    ...(digits.length >= 7 ? [digits] : []),
    ...spellings.flatMap(base64Cores),
    ...[...spellings, ...(digits.length >= 7 ? [digits] : [])].flatMap((text) =>
      ['md5', 'sha1', 'sha256'].flatMap((algorithm) => {
        const hash = createHash(algorithm).update(text).digest();
        return [hash.toString('hex'), hash.toString('hex').toUpperCase(), hash.toString('base64')];
      }),
    ),
  ];
}

/** The part of a value's base64 form that does not depend on what stands before and after it, for all three alignments. */
function base64Cores(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/u, '');
    return encoded.slice(offset === 0 ? 0 : offset + 1, -3);
  });
}

/** The names of the canaries that left a trace in these bytes. */
export function canariesIn(bytes: Buffer | string): readonly string[] {
  const text = typeof bytes === 'string' ? bytes : bytes.toString('latin1');
  return canaries
    .filter((canary) => tracesOf(canary).some((trace) => text.includes(trace)))
    .map(({ what }) => what);
}
