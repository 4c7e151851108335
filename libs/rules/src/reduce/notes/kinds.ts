import type { NoteKind } from '../../engine/inventory.js';
import { noteKinds } from '../../policy/note-kinds.js';

const BITS: ReadonlyMap<string, number> = new Map(noteKinds.map((kind, place) => [kind, 1 << place]));

/** A set of kinds; 0 is the empty one. */
export type KindSet = number;

/** 0 for what is no find in a note. */
export function bitOf(kind: string): KindSet {
  return BITS.get(kind) ?? 0;
}

/** In a fixed order, the gravest first. */
export function kindsOf(set: KindSet): readonly NoteKind[] {
  return noteKinds.filter((kind) => (set & bitOf(kind)) !== 0);
}
