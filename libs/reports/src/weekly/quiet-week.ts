import { notJudgedBy } from '../model/not-judged.js';
import { systemTitle } from '../model/tool-words.js';
import { capitalised, dayInWords, listed } from '../model/words.js';
import type { Week } from './week.js';

/** A week without news, drift, duties or anything that could have been read and was not: three sentences. */
export function quietWeek({ changes, outcome, gaps, scannedOn }: Week): readonly string[] {
  const systems = outcome.inventory.systems.map(({ system, connector }) => systemTitle(system, connector));
  const agrees = `${gaps.length === 0 ? 'your tools agree' : 'what was read agrees'} with your policy.`;
  return [
    changes === null
      ? capitalised(agrees)
      : `Nothing changed since the report of ${dayInWords(changes.since)}, and ${agrees}`,
    gaps.length === 0
      ? `Read on ${dayInWords(scannedOn)}: ${listed(systems)}.`
      : `Read on ${dayInWords(scannedOn)}: ${listed(systems)}. ${gaps.map(({ what }) => what).join(' ')}`,
    notJudged(outcome.missingSections),
  ];
}

function notJudged(missingSections: readonly string[]): string {
  const { notInPolicy, notYetBuilt } = notJudgedBy(missingSections);
  const parts = [...notInPolicy, ...notYetBuilt].map(({ decides }) => decides);
  return parts.length === 0
    ? 'Every part of your policy was checked. There is nothing for you to do.'
    : `Not judged, because your policy does not say it: ${listed(parts, 3)}. There is nothing you have to do.`;
}
