import { exceptionsInForce, type ExceptionInForce } from '../model/exceptions.js';
import { counted, dayInWords } from '../model/words.js';
import type { Week } from './week.js';
import type { WeeklyItem, WeeklySection } from './weekly-report.js';

/** What somebody accepted for a while that ends within a week (law 5). */
export function exceptionsSection({ outcome }: Week): WeeklySection | null {
  const ending = exceptionsInForce(outcome).filter(({ endsSoon }) => endsSoon);
  if (ending.length === 0) return null;
  return {
    kind: 'exceptions',
    heading: 'Accepted for a while, and about to end',
    items: [...ending.slice(0, MOST).map(itemFor), ...moreOf(ending.length - MOST)],
  };
}

const MOST = 20;

function itemFor({ finding, disposition, daysLeft }: ExceptionInForce): WeeklyItem {
  const { reason, approver, until } = disposition;
  return {
    severity: finding.severity,
    what: finding.title,
    remarks: [daysLeft === 0 ? 'ends today' : `ends in ${counted(daysLeft, 'day')}`],
    why: `${approver} accepted it until ${dayInWords(until)}: ${reason}`,
    steps: ['Put it right before then, or accept it again with a reason.'],
    lines: [],
    more: 0,
    finding: finding.id,
  };
}

function moreOf(count: number): readonly WeeklyItem[] {
  if (count <= 0) return [];
  const what = `${counted(count, 'further exception')} ${count === 1 ? 'ends' : 'end'} within a week`;
  return [{ severity: null, what, remarks: [], why: null, steps: [], lines: [], more: 0, finding: null }];
}
