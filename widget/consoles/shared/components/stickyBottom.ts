import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** Keeps the newest message in sight when the log changes its height: a keyboard opens, the Message box grows. */
export function useStickyBottom(element: RefObject<HTMLElement | null>, atBottom: boolean) {
  const sticky = useRef(atBottom);
  sticky.current = atBottom;
  useEffect(() => {
    const log = element.current!;
    const watcher = new ResizeObserver(() => {
      if (sticky.current) log.scrollTop = log.scrollHeight;
    });
    watcher.observe(log);
    return () => watcher.disconnect();
  }, []);
}
