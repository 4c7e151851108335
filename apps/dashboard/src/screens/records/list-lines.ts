/** What the service streams (apps/scanner/src/lists/list-line.ts), line by line. */
export interface ListedRecord {
  readonly record: string;
  readonly day: string | null;
  readonly page: string | null;
}

export interface Why {
  readonly what: string;
  readonly steps: readonly string[];
}

export type ListLine =
  | {
      readonly kind: 'progress';
      readonly system: string | null;
      readonly resource: string | null;
      readonly read: number | null;
      readonly waiting_for: string | null;
      readonly waiting_until: string | null;
    }
  | {
      readonly kind: 'list';
      readonly subject: string;
      readonly found: number;
      readonly of: 'people' | 'notes';
      readonly records: number;
    }
  | { readonly kind: 'records'; readonly items: readonly ListedRecord[] }
  | { readonly kind: 'end'; readonly complete: boolean; readonly why: readonly Why[] }
  | { readonly kind: 'still there' };

/** The lines of a stream as they come; a line that broke off is left out. */
export async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<ListLine> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line !== '') yield JSON.parse(line) as ListLine;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
