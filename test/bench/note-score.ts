import type { Span, SpanType } from '#rules/classify/spans/span.js';
import type { LabelledNote } from './note-set.js';

export interface NoteScore {
  readonly notes: number;
  /** Mean over notes, 0 to 1; a find counts where kind and place meet. */
  readonly precision: number;
  readonly recall: number;
  readonly byType: readonly { type: SpanType; spans: number; recall: number; precision: number }[];
}

export function scoreNotes(
  notes: readonly LabelledNote[],
  find: (text: string) => readonly Span[],
): NoteScore {
  const tally = new Map<SpanType, { spans: number; found: number; claimed: number; right: number }>();
  const of = (type: SpanType) => {
    const known = tally.get(type) ?? { spans: 0, found: 0, claimed: 0, right: 0 };
    tally.set(type, known);
    return known;
  };
  const precisions: number[] = [];
  const recalls: number[] = [];
  for (const { text, spans } of notes) {
    const claims = find(text);
    const right = claims.filter((claim) => spans.some((span) => meets(claim, span)));
    const found = spans.filter((span) => claims.some((claim) => meets(claim, span)));
    if (claims.length > 0) precisions.push(right.length / claims.length);
    if (spans.length > 0) recalls.push(found.length / spans.length);
    for (const span of spans) of(span.type).spans += 1;
    for (const span of found) of(span.type).found += 1;
    for (const claim of claims) of(claim.type).claimed += 1;
    for (const claim of right) of(claim.type).right += 1;
  }
  return {
    notes: notes.length,
    precision: mean(precisions),
    recall: mean(recalls),
    byType: [...tally].map(([type, { spans, found, claimed, right }]) => ({
      type,
      spans,
      recall: spans === 0 ? 1 : found / spans,
      precision: claimed === 0 ? 1 : right / claimed,
    })),
  };
}

function meets(one: Span, other: Span): boolean {
  return one.type === other.type && one.start < other.end && other.start < one.end;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
