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
] as const;
