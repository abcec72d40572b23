import { type RefObject, useEffect, useRef } from 'react';

/** A row of tabs that scrolls on a phone: the chosen one is brought into sight, again whenever `changed` says it may have moved. */
export function useChosenTabInSight(changed: string): RefObject<HTMLDivElement | null> {
  const row = useRef<HTMLDivElement>(null);
  // What changed is the reason to look, not what is looked at.
  useEffect(() => {
    const tab = row.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
    // Only the row moves: scrollIntoView would move the page too.
    if (tab)
      row.current?.scrollTo({
        left: tab.offsetLeft - row.current.offsetLeft - (row.current.clientWidth - tab.offsetWidth) / 2,
      });
  }, [changed]);
  return row;
}
