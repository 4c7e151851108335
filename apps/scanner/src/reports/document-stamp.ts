import { dayInWords } from '#reports/model/words.js';
import { RULES_VERSION } from '#rules/engine/rules-version.js';
import { todayIn } from '#rules/policy/term.js';
import type { PolicyInForce } from './policy-in-force.js';

/** What a document is as of and made from, for its head and its foot. */
export interface DocumentStamp {
  /** YYYY-MM-DD in the policy's time zone. */
  readonly day: string;
  /** "As of 23 November 2026, 12:00 (America/New_York)." */
  readonly asOf: string;
  readonly foot: string;
}

/** The instant stands in every document, so that it can be made again. */
export function documentStamp(at: Date, { policy, version }: PolicyInForce): DocumentStamp {
  const { timeZone, organization } = policy;
  const day = todayIn(timeZone, at);
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(at);
  return {
    day,
    asOf: `As of ${dayInWords(day)}, ${time} (${timeZone}).`,
    foot: `${organization} · as of ${at.toISOString()} · policy ${version.slice(0, 12)} · Plumbline, rules ${RULES_VERSION}`,
  };
}
