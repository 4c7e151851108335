/** What a simulated vendor sends back, before it is written to the wire. */
export interface SimulatedAnswer {
  readonly status: number;
  /** Names as the vendor spells them. No content type is sent unless one stands here. */
  readonly headers: Readonly<Record<string, string>>;
  /** Text is sent as it is, anything else as JSON; null: no body at all. */
  readonly body: unknown;
}

export function jsonAnswer(
  body: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: Readonly<Record<string, string>> } = {},
): SimulatedAnswer {
  return { status, headers: { 'Content-Type': 'application/json;charset=utf-8', ...headers }, body };
}

export function htmlAnswer(body: string, status = 200): SimulatedAnswer {
  return { status, headers: { 'Content-Type': 'text/html;charset=utf-8' }, body };
}

export function emptyAnswer(status: number, headers: Readonly<Record<string, string>> = {}): SimulatedAnswer {
  return { status, headers, body: null };
}

/** The body as it goes over the wire. */
export function bodyText({ body }: SimulatedAnswer): string {
  if (body === null) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}
