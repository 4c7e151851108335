import type { GuideStep, WayToConnect } from '#connectors/contract/vendor-connector.js';
import { markdown } from '../markdown.js';
import type { ConnectorOnPage } from './connector-on-page.js';

/** Stands where Plumbline shows an address of its own. */
const OWN_ADDRESS = '(the address that Plumbline shows you at this step)';
const PLACES = { laptop: 'on your own computer', server: 'on a server' } as const;

/** Every way with its steps, and what Plumbline asks for at their end. */
export function howToConnect({ ways }: ConnectorOnPage): readonly string[] {
  return ways.flatMap((way) => [
    `### ${markdown(way.title)}`,
    `Works ${way.where.map((place) => PLACES[place]).join(' and ')}.`,
    way.guide.map(stepOf).join('\n'),
    `Plumbline then asks for: ${fieldsOf(way)}.`,
  ]);
}

function stepOf({ text, copy }: GuideStep, at: number): string {
  const number = `${at + 1}. `;
  const indent = ' '.repeat(number.length);
  const step = number + markdown(text);
  if (copy === undefined) return step;
  const lines = ['```', ...copy(OWN_ADDRESS).split('\n'), '```'];
  return [step, '', ...lines.map((line) => indent + line)].join('\n');
}

function fieldsOf({ fields }: WayToConnect): string {
  return fields
    .map(({ label, isSecret }) => markdown(label) + (isSecret ? ' (a secret: kept encrypted)' : ''))
    .join(', ');
}
