import type { ReadProgress } from '#connectors/contract/connector.js';
import type { ScanStep } from '../scan/scan-step.js';

const SHOW_AFTER_MS = 700;
const SHOW_EVERY_MS = 200;

interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** One line that is written over while a long scan reads: what, how many, how fast, how long yet. */
export function progressLine(terminal: Terminal, now: () => number) {
  const startedAt = now();
  let shownAt = 0;
  let isShown = false;
  return {
    show(step: ScanStep): void {
      const at = now();
      if (terminal.isTTY !== true || at - startedAt < SHOW_AFTER_MS || at - shownAt < SHOW_EVERY_MS) return;
      shownAt = at;
      isShown = true;
      const width = Math.max(20, (terminal.columns ?? 80) - 1);
      terminal.write(`\r\u001B[2K${stepInWords(step, at - startedAt).slice(0, width)}`);
    },
    clear(): void {
      if (isShown) terminal.write('\r\u001B[2K');
    },
  };
}

function stepInWords(step: ScanStep, elapsed: number): string {
  if (step.step === 'storing') return 'Comparing with your policy, and keeping what was found';
  if (step.step !== 'waiting') return progressInWords(step, elapsed);
  const until = step.until === null ? '' : `, until ${new Date(step.until).toLocaleTimeString('en-GB')}`;
  return `Waiting for ${step.waitingFor}${until}`;
}

/** "Reading drive/list.xlsx: 120,000 rows, 85,000 a second, about 12 s left". `elapsed` in ms. */
export function progressInWords({ what, records, bytes, totalBytes }: ReadProgress, elapsed: number): string {
  const perSecond = elapsed > 0 ? Math.round((records / elapsed) * 1000) : 0;
  const share = totalBytes > 0 ? bytes / totalBytes : 0;
  const left = share > 0.01 ? Math.max(0, Math.round((elapsed / share - elapsed) / 1000)) : null;
  // A file name is somebody's text: it must not steer the terminal.
  const name = what.replaceAll(/\p{Cc}|\p{Cf}/gu, '?');
  const numbers = [
    `${records.toLocaleString('en-US')} rows`,
    `${perSecond.toLocaleString('en-US')} a second`,
  ];
  if (left !== null) numbers.push(`about ${left} s left`);
  return `Reading ${name}: ${numbers.join(', ')}`;
}
