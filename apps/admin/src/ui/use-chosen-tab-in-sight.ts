import { type RefObject, useEffect, useRef } from 'react';

/** Around tabs that scroll on a phone: the chosen one is brought into sight, again whenever `changed` says it may have moved. */
export function useChosenTabInSight(changed: string): RefObject<HTMLDivElement | null> {
  const around = useRef<HTMLDivElement>(null);
  // What changed is the reason to look, not what is looked at.
  useEffect(() => {
    const tab = around.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
    const row = tab?.parentElement;
    // Only the row moves: scrollIntoView would move the page too.
    if (tab && row) row.scrollTo({ left: tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2 });
  }, [changed]);
  return around;
}
