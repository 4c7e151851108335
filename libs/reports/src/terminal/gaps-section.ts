import type { Gap } from '../model/gap.js';
import type { NotJudged, PolicyPart } from '../model/not-judged.js';
import type { Report } from '../model/report.js';
import { listed } from '../model/words.js';
import { stepCell } from './marks.js';
import type { Page } from './page.js';

/** What could not be read or judged, and who must act: before anything that is fine (law 2). */
export function writeGaps(page: Page, { gaps, notJudged }: Report): void {
  if (gaps.length === 0) {
    writeNotJudgedInShort(page, notJudged);
    return;
  }
  page.heading('NOT READ OR NOT JUDGED');
  page.gap();
  for (const gap of gaps) writeGap(page, gap);
  writeNotJudged(page, notJudged);
}

/** Where all was read, a quiet report stays short. */
function writeNotJudgedInShort(page: Page, { notInPolicy, notYetBuilt }: NotJudged): void {
  if (notInPolicy.length > 0) page.text(`Not in your policy, so not judged: ${named(notInPolicy)}.`);
  if (notYetBuilt.length > 0)
    page.text(`In your policy, but this version of Plumbline can not check it yet: ${named(notYetBuilt)}.`);
}

function named(parts: readonly PolicyPart[]): string {
  return listed(
    parts.map(({ section }) => section),
    parts.length,
  );
}

function writeGap(page: Page, { kind, what, steps }: Gap): void {
  const { paint } = page;
  const isBroken = kind === 'failed' || kind === 'denied';
  page.text(what, {
    indent: 2,
    left: [isBroken ? { text: '✗ ', paint: paint.red } : { text: '? ', paint: paint.yellow }],
  });
  for (const step of steps) page.text(step, { indent: 4, left: [stepCell(page)] });
}

function writeNotJudged(page: Page, { notInPolicy, notYetBuilt }: NotJudged): void {
  const left = [{ text: '? ', paint: page.paint.yellow }];
  if (notInPolicy.length > 0) {
    page.text(`Not in your policy, so not judged: ${inWords(notInPolicy)}.`, {
      indent: 2,
      left,
    });
    page.text('Add what you want judged when you are ready; nothing of it is compulsory.', {
      indent: 4,
      left: [stepCell(page)],
    });
  }
  if (notYetBuilt.length > 0) {
    page.text(
      `In your policy, but this version of Plumbline can not check it yet: ${inWords(notYetBuilt)}.`,
      {
        indent: 2,
        left,
      },
    );
  }
}

function inWords(parts: readonly PolicyPart[]): string {
  return listed(
    parts.map(({ section, decides }) => `${decides} (${section}:)`),
    parts.length,
  );
}
