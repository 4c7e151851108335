import { useEffect, useRef, useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { asProblem, type ProblemError } from '../../api/problem.js';
import type { WantedRecords } from '../../parts/records-address.js';
import { recordsWords as words } from '../../words/records.js';
import { type ListedRecord, type ListLine, linesOf, type Why } from './list-lines.js';

export interface OneList {
  readonly subject: string;
  readonly found: number;
  readonly of: 'people' | 'notes';
  /** As many as there will be. */
  readonly all: number;
  readonly records: readonly ListedRecord[];
}

/** What has come of a list so far; it lives as long as the page that shows it. */
export interface RecordList {
  readonly state: 'before' | 'reading' | 'ended';
  readonly progress: Extract<ListLine, { kind: 'progress' }> | null;
  readonly lists: readonly OneList[];
  /** Empty: that was all. */
  readonly missing: readonly Why[];
  /** It was not begun. */
  readonly problem: ProblemError | null;
}

const NOTHING: RecordList = { state: 'before', progress: null, lists: [], missing: [], problem: null };

/** Reads a list once when it is asked to; whoever leaves the page ends it, and nothing of it stays. */
export function useRecordList(organization: string, wanted: WantedRecords) {
  const [list, setList] = useState(NOTHING);
  const leaving = useRef<AbortController>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const begin = async () => {
    const left = new AbortController();
    leaving.current?.abort();
    leaving.current = left;
    const tell = (change: (before: RecordList) => RecordList) => {
      if (leaving.current === left) setList(change);
    };
    setList({ ...NOTHING, state: 'reading' });
    try {
      await readList(organization, wanted, { signal: left.signal, tell });
    } catch (error) {
      tell((before) => ({ ...before, state: 'ended', problem: asProblem(error) }));
    }
  };
  return { list, begin, stop: () => leaving.current?.abort() };
}

interface Reading {
  readonly signal: AbortSignal;
  readonly tell: (change: (before: RecordList) => RecordList) => void;
}

async function readList(organization: string, wanted: WantedRecords, { signal, tell }: Reading) {
  let stream: ReadableStream<Uint8Array>;
  try {
    stream = await opened(organization, wanted, signal);
  } catch (error) {
    if (signal.aborted) return tell(() => NOTHING);
    throw error;
  }
  try {
    for await (const line of linesOf(stream)) {
      tell((before) => withLine(before, line));
      if (line.kind === 'end') return;
    }
  } catch {
    // The connection is gone, or somebody pressed Stop: what has come is not all.
  }
  const what = signal.aborted ? words.stopped : words.brokenOff;
  tell((before) => ({ ...before, state: 'ended', missing: [{ what, steps: [words.askAgain] }] }));
}

async function opened(organization: string, body: WantedRecords, signal: AbortSignal) {
  const answer: unknown = await answerOf(
    api.POST('/api/v1/organizations/{organization}/lists', {
      params: { path: { organization } },
      body,
      parseAs: 'stream',
      signal,
    }),
  );
  return answer as ReadableStream<Uint8Array>;
}

function withLine(before: RecordList, line: ListLine): RecordList {
  switch (line.kind) {
    case 'progress':
      return { ...before, progress: line };
    case 'list': {
      const { subject, found, of, records: all } = line;
      return { ...before, lists: [...before.lists, { subject, found, of, all, records: [] }] };
    }
    case 'records': {
      const last = before.lists.at(-1);
      if (last === undefined) return before;
      const longer = { ...last, records: [...last.records, ...line.items] };
      return { ...before, lists: [...before.lists.slice(0, -1), longer] };
    }
    case 'end':
      return { ...before, state: 'ended', missing: line.complete ? [] : notAll(line.why) };
    default:
      return before;
  }
}

/** Whatever is said or not: a list that is not complete never looks like one that is (law 2). */
function notAll(why: readonly Why[]): readonly Why[] {
  return why.length > 0 ? why : [{ what: words.brokenOff, steps: [words.askAgain] }];
}
