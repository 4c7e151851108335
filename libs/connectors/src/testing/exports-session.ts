import type { ConnectorId, Source } from '../contract/fact.js';
import type { ExportsSession } from '../exports/session.js';

/** The four systems of a small business, one for each kind of tool. */
const bakerySystems: readonly Source[] = (
  [
    ['crm', 'hubspot'],
    ['newsletter', 'mailchimp'],
    ['books', 'quickbooks'],
    ['office', 'google-workspace'],
  ] as const
).map(([system, connector]) => ({ system, connector, account: 'exports' }));

/** A session that claims files by what they were recognised as, or by `files`: path to system. */
export function exportsSession(
  folder: string,
  options: {
    readonly signal?: AbortSignal;
    readonly country?: string | null;
    readonly files?: Readonly<Record<string, string>>;
    readonly systems?: readonly Source[];
    readonly progress?: ExportsSession['progress'];
  } = {},
): ExportsSession {
  const systems = options.systems ?? bakerySystems;
  const bySystem = (system: string) => systems.find((source) => source.system === system) ?? null;
  const byConnector = (connector: ConnectorId) =>
    systems.find((source) => source.connector === connector) ?? null;
  return {
    folder,
    country: options.country === undefined ? 'US' : options.country,
    signal: options.signal ?? new AbortController().signal,
    systems,
    claim({ path, recognised }) {
      const named = options.files?.[path];
      if (named !== undefined) return bySystem(named);
      return recognised === null ? null : byConnector(recognised.connector);
    },
    ...(options.progress === undefined ? {} : { progress: options.progress }),
  };
}
