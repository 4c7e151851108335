import { dayInWords } from '../model/words.js';
import type { WeekFacts } from './week-facts.js';
import type { WeeklyReport } from './weekly-report.js';

/** The report of an organization of which nothing was read yet. */
export function neverScanned({ organization, day, failedScan }: WeekFacts): WeeklyReport {
  return {
    organization,
    day,
    news: 'Nothing was read yet',
    tone: 'unsure',
    summary: [
      'No scan has finished yet, so nothing can be said of your tools: this is not a clean result.',
      ...(failedScan === null
        ? ['Connect a tool or supply its exports, then start a scan.']
        : [`The scan of ${dayInWords(failedScan.day)} failed. ${failedScan.message} ${failedScan.step}`]),
    ],
    sections: [],
    trend: [],
    unlisted: 0,
  };
}
