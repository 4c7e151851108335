import type { Gap } from '../model/gaps.js';
import type { Report } from '../model/report.js';
import type { Page } from './page.js';

/** What could not be read, and who must act. */
export function writeGaps(page: Page, { gaps }: Report): void {
  if (gaps.length === 0) return;
  page.gap();
  page.text('NOT READ, OR ONLY IN PART', { paint: page.paint.bold });
  for (const gap of gaps) writeGap(page, gap);
}

function writeGap(page: Page, { kind, what, means, steps }: Gap): void {
  const { paint } = page;
  const isWrong = kind === 'failed' || kind === 'denied';
  page.gap();
  page.text(`${what} ${means}`, {
    indent: 2,
    mark: isWrong ? '✗ ' : '? ',
    paintMark: isWrong ? paint.red : paint.yellow,
  });
  for (const step of steps) page.text(step, { indent: 4, mark: '→ ', paintMark: paint.cyan });
}
