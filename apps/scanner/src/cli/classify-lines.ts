import { z } from 'zod';
import type { FieldEvidence } from '#rules/classify/classifier.js';

const id = z.union([z.string(), z.number()]);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const values = z
  .array(z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .nullish()
  .transform((list) => (list ?? []).flatMap((value) => (value === null ? [] : [String(value)])));

const FIELD = z.object({
  id,
  system: text,
  object: text,
  name: text,
  label: text,
  type: text,
  options: values,
  sample_values: values,
});
const NOTE = z.object({ id, text });

/** What is wrong with a line, without anything of the line itself: it may hold a customer's data. */
export class BadLine extends Error {
  override readonly name = 'BadLine';
}

/** One field of the input file. Throws BadLine. */
export function parseFieldLine(line: string): {
  readonly id: string | number;
  readonly evidence: FieldEvidence;
} {
  const field = parsed(line, FIELD);
  const { system, object, name, label, type, options, sample_values: sampleValues } = field;
  return { id: field.id, evidence: { system, object, name, label, type, options, sampleValues } };
}

/** One note of the input file. Throws BadLine. */
export function parseNoteLine(line: string): { readonly id: string | number; readonly text: string } {
  return parsed(line, NOTE);
}

function parsed<Schema extends z.ZodType>(line: string, schema: Schema): z.output<Schema> {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    throw new BadLine('it is not JSON');
  }
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const place = result.error.issues[0]?.path[0];
  throw new BadLine(
    typeof place === 'string' ? `"${place}" is missing or of the wrong kind` : 'it is not a JSON object',
  );
}
