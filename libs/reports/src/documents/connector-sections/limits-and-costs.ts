import type { Limit } from '#connectors/contract/connector.js';
import { leastTimeMs } from '#connectors/contract/least-time.js';
import type { ReadingCost } from '#connectors/contract/vendor-connector.js';
import { capitalised, counted } from '../../model/words.js';
import { markdown } from '../markdown.js';
import type { ConnectorOnPage } from './connector-on-page.js';
import { tableOf } from './markdown-parts.js';

const SIZES = [1_000, 100_000] as const;

/** How fast a vendor is asked, and what that makes of large accounts. */
export function limitsAndCosts(connector: ConnectorOnPage): readonly string[] {
  const { title, rateLimit, costs } = connector;
  const { burst, concurrency } = rateLimit;
  const rates = [rateLimit, ...(burst === undefined ? [] : [burst])].map(rateInWords).join(' and ');
  const rows = costs.map((cost) => [
    markdown(capitalised(cost.of)),
    ...SIZES.map((size) => costInWords(connector, cost, size)),
  ]);
  return [
    `Plumbline asks ${markdown(title)} ${rates}, with ${concurrency} requests on their way at most. When ${markdown(title)} asks it to wait, it waits; what can not be read in the end, the report says.`,
    tableOf(['', ...SIZES.map((size) => `${size.toLocaleString('en-US')} of them`)], rows),
    'These are the shortest times that the limits allow; a slow line or slow answers add to them. Several tools are read side by side: a scan takes about as long as the slowest of them.',
  ];
}

function costInWords(
  { rateLimit, partLimits = {} }: ConnectorOnPage,
  { requests, per, part }: ReadingCost,
  size: number,
): string {
  const calls = Math.ceil((size * requests) / per);
  const own = part === undefined ? undefined : partLimits[part];
  const limits = [rateLimit, rateLimit.burst, own].filter((limit) => limit !== undefined);
  const asked = calls === 1 ? '1 request' : `${calls.toLocaleString('en-US')} requests`;
  return `${asked}, ${timeInWords(leastTimeMs(calls, limits))}`;
}

function rateInWords({ requests, perMs }: Limit): string {
  const span = perMs === 1_000 ? 'a second' : perMs === 60_000 ? 'a minute' : timeInWords(perMs);
  return `at most ${requests} times in ${span}`;
}

function timeInWords(ms: number): string {
  if (ms === 0) return 'a moment';
  if (ms < 120_000) return counted(Math.ceil(ms / 1_000), 'second');
  return ms < 7_200_000
    ? counted(Math.ceil(ms / 60_000), 'minute')
    : counted(Math.ceil(ms / 3_600_000), 'hour');
}
