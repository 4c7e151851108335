/** The project's own labelled sets, in the order they were written; the data sheet is labelled/README.md. */
export const FIELD_SETS = [
  'fields-tuned.txt',
  'fields-held-out.txt',
  'fields-fresh.txt',
  'fields-last.txt',
  'fields-fifth.txt',
  'fields-vocabulary.txt',
  'fields-trades.txt',
  'fields-sixth.txt',
  'fields-seventh.txt',
  'fields-eighth.txt',
] as const;

/** Fields that are not personal and look it: judged on a line of their own, never trained on, for only their tables tell. */
export const LOOK_ALIKE_SETS = ['fields-look-alikes.txt'] as const;

/** Labelled sets that nothing was learned from: the model is not trained on them, no word list was changed for them. */
export const UNTOUCHED_SETS = ['fields-ninth.txt'] as const;

/** Templates of notes with the spans that are in them. */
export const NOTE_SETS = ['notes.txt', 'notes-second.txt'] as const;
