import { useEffect, useState } from 'react';
import type { ScanJob } from '../../api/shapes.js';

/** What the service tells of a running scan (apps/scanner/src/queue/job-step.ts). */
interface Told {
  readonly state: ScanJob['state'];
  readonly step: 'reading' | 'waiting' | 'storing' | null;
  readonly system: string | null;
  readonly resource: string | null;
  readonly read: number | null;
  readonly waiting_for: string | null;
  readonly waiting_until: string | null;
}

/** How far one list was read. */
export interface LiveLine {
  readonly key: string;
  readonly system: string | null;
  readonly resource: string;
  readonly read: number;
  readonly perSecond: number | null;
  readonly isLatest: boolean;
}

export interface LiveScan {
  readonly lines: readonly LiveLine[];
  readonly waiting: { readonly what: string; readonly until: string | null } | null;
  readonly isStoring: boolean;
  /** The stream broke; the browser tries again by itself. */
  readonly isLost: boolean;
}

const NOTHING: LiveScan = { lines: [], waiting: null, isStoring: false, isLost: false };

/** Follows a scan while it waits or runs; `onEnd` when it has ended. */
export function useLiveScan(address: string, isUnderWay: boolean, onEnd: () => void): LiveScan {
  const [live, setLive] = useState(NOTHING);
  useEffect(() => {
    if (!isUnderWay) return undefined;
    const begun = new Map<string, { readonly at: number; readonly read: number }>();
    const source = new EventSource(address);
    source.addEventListener('progress', ({ data }: MessageEvent<string>) => {
      const told = JSON.parse(data) as Told;
      if (told.state !== 'waiting' && told.state !== 'running') {
        source.close();
        onEnd();
      } else setLive((before) => after(before, told, begun));
    });
    source.addEventListener('error', () => setLive((before) => ({ ...before, isLost: true })));
    return () => source.close();
    // Only another scan, or its end, is a reason to begin anew.
  }, [address, isUnderWay]);
  return live;
}

function after(
  before: LiveScan,
  { step, system, resource, read, waiting_for: what, waiting_until: until }: Told,
  begun: Map<string, { readonly at: number; readonly read: number }>,
): LiveScan {
  const waiting = step === 'waiting' && what !== null ? { what, until } : null;
  const now = { ...before, waiting, isStoring: step === 'storing', isLost: false };
  if (step !== 'reading' || resource === null) return now;
  const key = JSON.stringify([system, resource]);
  const count = read ?? 0;
  const first = begun.get(key) ?? { at: performance.now(), read: count };
  begun.set(key, first);
  const seconds = (performance.now() - first.at) / 1_000;
  const perSecond = seconds < 1 || count === first.read ? null : Math.round((count - first.read) / seconds);
  const line = { key, system, resource, read: count, perSecond, isLatest: true };
  const others = before.lines.map((other) => ({ ...other, isLatest: false }));
  const place = others.findIndex((other) => other.key === key);
  return { ...now, lines: place === -1 ? [...others, line] : others.with(place, line) };
}
