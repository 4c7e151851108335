import { type RefObject, useEffect, useRef } from 'react';

interface ListKeys {
  readonly list: RefObject<HTMLElement | null>;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly count: number;
  readonly bringIntoSight: (place: number) => void;
  readonly toggle: (place: number) => void;
}

/** J and K go from row to row, X chooses the one that has the focus, / goes to the search. Enter follows the row's link. */
export function useListKeys(keys: ListKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const { list, search, count, bringIntoSight, toggle } = latest.current;
      const here = placeOf(document.activeElement, list.current);
      const work: Readonly<Record<string, () => void>> = {
        j: () => focusRow(Math.min((here ?? -1) + 1, count - 1), list.current, bringIntoSight),
        k: () => focusRow(Math.max((here ?? 1) - 1, 0), list.current, bringIntoSight),
        x: () => here !== null && toggle(here),
        '/': () => search.current?.focus(),
      };
      const asked = Object.hasOwn(work, event.key) ? work[event.key] : undefined;
      if (asked === undefined) return;
      event.preventDefault();
      asked();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role="dialog"], [role="menu"]') !== null) return true;
  return target.matches('textarea, select, input:not([type="checkbox"])');
}

function placeOf(element: Element | null, list: HTMLElement | null): number | null {
  const row = element?.closest<HTMLElement>('[data-index]');
  return row && list?.contains(row) === true ? Number(row.dataset['index']) : null;
}

/** A row far away is not in the page yet: it is brought into sight first. */
function focusRow(place: number, list: HTMLElement | null, bringIntoSight: (place: number) => void): void {
  bringIntoSight(place);
  const focus = () => list?.querySelector<HTMLElement>(`[data-index="${place}"] a`);
  const there = focus();
  if (there) there.focus({ preventScroll: true });
  else requestAnimationFrame(() => focus()?.focus({ preventScroll: true }));
}
