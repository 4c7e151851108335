import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ListedFinding } from '../../api/shapes.js';
import { findingsWords as words } from '../../words/findings.js';
import { FindingRow } from './finding-row.js';
import { useListKeys } from './list-keys.js';
import css from './findings.module.css';

const ROW_HEIGHT = 68;
/** Rows from the end at which the next page is asked for. */
const AHEAD = 30;

interface More {
  readonly isThere: boolean;
  readonly isLoading: boolean;
  readonly load: () => unknown;
}

/** A list as long as it may be: only the rows that are in sight are in the page. */
export function FindingList({
  findings,
  chosen,
  toggle,
  search,
  more,
}: {
  findings: readonly ListedFinding[];
  chosen: ReadonlySet<string>;
  toggle: ((finding: string) => void) | null;
  search: RefObject<HTMLInputElement | null>;
  more: More;
}) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  const rows = useWindowVirtualizer({
    count: findings.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    scrollMargin: top,
    getItemKey: (place) => findings[place]?.id ?? place,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more.isThere && !more.isLoading && last >= findings.length - AHEAD) void more.load();
  }, [last, findings.length, more]);
  useListKeys({
    list,
    search,
    count: findings.length,
    bringIntoSight: (place) => rows.scrollToIndex(place, { align: 'auto' }),
    toggle: (place) => {
      const finding = findings[place];
      if (finding) toggle?.(finding.id);
    },
  });
  return (
    <>
      <ul ref={list} className={css.list} style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, key, start }) => {
          const finding = findings[index];
          if (finding === undefined) return null;
          return (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={more.isThere ? -1 : findings.length}
              aria-posinset={index + 1}
              className={css.item}
              style={{ transform: `translateY(${start - top}px)` }}
            >
              <FindingRow finding={finding} isChosen={chosen.has(finding.id)} toggle={toggle} />
            </li>
          );
        })}
      </ul>
      {more.isLoading && <p role="status">{words.more}</p>}
    </>
  );
}
