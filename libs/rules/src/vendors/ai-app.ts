export type AiAppKind =
  | 'assistant'
  | 'meeting notes'
  | 'writing'
  | 'coding'
  | 'documents and search'
  | 'e-mail and calendar'
  | 'automation'
  | 'sales and support'
  | 'media';

/** What is known of a vendor's default: does it train on what customers put in? */
export interface TrainingDefault {
  readonly answer: 'yes' | 'no' | 'by plan' | 'by setting';
  /** Where it was read. Most pages are somebody else's summary: to be checked with the vendor before it counts. */
  readonly source: string;
  /** Day, month or year of the source, as exact as it says; null where it has no date. */
  readonly dated: string | null;
}

/** An app that sends what it can reach to an AI model. Facts only; nothing here is a judgement of the vendor. */
export interface AiApp {
  readonly name: string;
  readonly vendor: string;
  readonly domains: readonly string[];
  readonly kind: AiAppKind;
  /** Names that show an AI app wherever they stand as whole words in a display name. */
  readonly words: readonly string[];
  /** Names that are also everyday words or general products, and must be the whole display name. */
  readonly whole: readonly string[];
  /** Null: no source says. */
  readonly training: TrainingDefault | null;
}

type AiAppFacts = Pick<AiApp, 'name' | 'vendor' | 'domains'> &
  Partial<Pick<AiApp, 'words' | 'whole' | 'training'>>;

/** Completes a list of one kind: an app without names of its own goes by its name. */
export function ofKind(kind: AiAppKind, apps: readonly AiAppFacts[]): readonly AiApp[] {
  return apps.map(({ words, whole = [], training = null, ...app }) => ({
    ...app,
    kind,
    words: words ?? (whole.length > 0 ? [] : [app.name]),
    whole,
    training,
  }));
}
