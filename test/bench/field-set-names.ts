/** The project's own labelled sets, in the order they were written. */
export const FIELD_SETS = [
  { file: 'fields-tuned.txt', isTrainedOn: true },
  { file: 'fields-held-out.txt', isTrainedOn: true },
  { file: 'fields-fresh.txt', isTrainedOn: true },
] as const;
